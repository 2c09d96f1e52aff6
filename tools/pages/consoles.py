"""What the consoles in the documentation show: run again, in order, beside the files that the page shows.

A YAML block with a title is a file; a diff block with a title changes one, each `-` line into the `+` lines after it.
Only `bpogov …` and `echo $?` are run; other commands (clone, install) are for the reader. A line of output that is only
`…` stands for any lines.
"""

import os
import re
import shlex
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from tools.pages.blocks import ROOT, Block, blocks

IN_A_CLONE = "in a clone of this repository"
_KEPT = ("COVERAGE", "PATH", "HOME", "SYSTEMROOT")


@dataclass(frozen=True, slots=True)
class Shown:
    """One command of a console: its output as the page shows it, and as it is now."""

    block: Block
    command: str
    shown: str
    printed: str

    @property
    def agrees(self) -> bool:
        """Whether the page is right."""
        lines = self.shown.splitlines()
        pattern = "".join("(?:.*\n)*" if line == "…" else f"{re.escape(line)}\n" for line in lines)
        return re.fullmatch(pattern, self.printed) is not None


def run(page: Path) -> tuple[Shown, ...]:
    """Run every console of a page in a folder of its own."""
    with TemporaryDirectory() as folder:
        return tuple(_run(page, Path(folder)))


def refreshed(page: Path) -> str:
    """Give the text of a page with the outputs as they are now."""
    text = page.read_text(encoding="utf-8")
    outputs: dict[Block, str] = {}
    for one in run(page):
        shown = one.shown if one.agrees else one.printed
        outputs[one.block] = outputs.get(one.block, "") + f"$ {one.command}\n{shown}"
    for block, body in reversed(outputs.items()):
        text = text[: block.start] + body + text[block.end :]
    return text


def _run(page: Path, folder: Path) -> Iterator[Shown]:
    last = 0
    for block in blocks(page):
        if block.language == "yaml" and block.title:
            target = folder / block.title
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(block.body, encoding="utf-8")
        elif block.language == "diff" and block.title:
            target = folder / block.title
            target.write_text(_changed(target.read_text(encoding="utf-8"), block.body), encoding="utf-8")
        elif block.language == "console":
            for command, shown in _commands(block.body):
                printed = shown
                if command == "echo $?":
                    printed = f"{last}\n"
                elif command.startswith("bpogov "):
                    printed, last = _output(command, ROOT if block.title == IN_A_CLONE else folder)
                yield Shown(block, command, shown, printed)


def _changed(text: str, difference: str) -> str:
    """A text with the `-` lines of a difference replaced by the `+` lines that follow them."""
    for old, new in re.findall(r"((?:^-.*\n)+)((?:^\+.*\n)*)", difference, re.MULTILINE):
        before, after = (re.sub(r"(?m)^[-+]", "", part) for part in (old, new))
        if text.count(before) != 1:
            message = f"the lines are not there once: {before}"
            raise ValueError(message)
        text = text.replace(before, after)
    return text


def _commands(body: str) -> list[tuple[str, str]]:
    parts = re.split(r"(?m)^\$ (.+)\n", body)
    return list(zip(parts[1::2], parts[2::2], strict=True))


def _output(command: str, folder: Path) -> tuple[str, int]:
    words = shlex.split(command, comments=True)
    kept = {key: value for key, value in os.environ.items() if key.startswith(_KEPT)}
    done = subprocess.run(
        [Path(sys.executable).parent / words[0], *words[1:]],
        cwd=folder,
        env={**kept, "COLUMNS": "80", "LC_ALL": "C.UTF-8", "PYTHONUTF8": "1"},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        check=False,
    )
    return done.stdout, done.returncode
