"""The corpus: engagement number so-and-so of a seed, always the same bytes, and what is wrong with it."""

from pathlib import Path
from typing import NamedTuple

from benchmarks.corpus import words
from benchmarks.corpus.chance import Chance
from benchmarks.corpus.defects import plant
from benchmarks.corpus.engagement import engagement
from benchmarks.corpus.writing import text

SEED = 2026


class File(NamedTuple):
    """A file of the corpus: its name, its text, and which of the fifteen policies it breaks."""

    name: str
    text: str
    planted: frozenset[str]


def file(number: int, seed: int = SEED) -> File:
    """Make the file with a number."""
    chance = Chance(seed, number)
    made = engagement(chance, number)
    planted = plant(Chance(seed, number, "/defects"), made)
    owner = made["contacts"][0]["name"]
    heads = [f"{made['title']}: who does what, and what was agreed."]
    if chance.often(0.6):
        heads.append(chance.one(words.HEADS).format(who=owner))
    return File(f"{made['id']}.yaml", text(made, heads, chance), planted)


def write(folder: Path, count: int, seed: int = SEED) -> dict[str, frozenset[str]]:
    """Write the first so many files into a folder; give what each of them breaks, by its name."""
    folder.mkdir(parents=True, exist_ok=True)
    planted = {}
    for number in range(count):
        made = file(number, seed)
        (folder / made.name).write_bytes(made.text.encode())
        planted[made.name] = made.planted
    return planted
