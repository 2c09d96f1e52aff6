import hashlib
from collections import Counter
from pathlib import Path
from statistics import median

import yaml

from benchmarks.corpus.files import file, write
from benchmarks.fifteen import POLICIES

SEEN = range(250)
DIGEST = "b9c9e81a9c6cc53b8e8d0b9341332552440320161aafc6c989af41f735d64f97"


def test_files_are_the_same_everywhere(tmp_path: Path) -> None:
    """The first files of the seed are these bytes, wherever and however often they are made."""
    write(tmp_path, 20)
    written = b"".join((tmp_path / file(number).name).read_bytes() for number in range(20))
    assert hashlib.sha256(written).hexdigest() == DIGEST


def test_another_seed_gives_other_files() -> None:
    """The seed counts."""
    assert file(0).text != file(0, seed=7).text


def test_every_policy_is_broken_somewhere_and_most_files_break_none() -> None:
    """Defects are planted for all fifteen policies, in about three files of ten."""
    planted = [file(number).planted for number in SEEN]
    broken = Counter(name for names in planted for name in names)
    assert set(broken) == set(POLICIES)
    assert 0.25 < sum(map(bool, planted)) / len(SEEN) < 0.35


def test_files_are_as_large_as_those_of_people() -> None:
    """From 7 to 21 KB, half of them below 10 KB."""
    sizes = sorted(len(file(number).text.encode()) for number in SEEN)
    assert sizes[0] > 7_000
    assert sizes[-1] < 21_000
    assert 8_500 < median(sizes) < 10_000


def test_files_differ() -> None:
    """Statuses, countries and ways of writing are mixed: of the lines with a value, one is in all files."""
    made = [file(number).text for number in SEEN]
    engagements = [yaml.load(text, Loader=yaml.CSafeLoader) for text in made]
    assert {one["status"] for one in engagements} == {"draft", "in-review", "signed", "live"}
    assert len({one["parties"]["client"]["country"] for one in engagements}) >= 8
    everywhere = set.intersection(*(set(text.splitlines()) for text in made))
    assert {line for line in everywhere if not line.endswith(":")} == {"apiVersion: bpogov/v1"}
