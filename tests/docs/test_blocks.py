"""What the documentation shows is true: files load, commands give what is printed below them."""

from pathlib import Path

import pytest
import yaml
from pydantic import BaseModel

from bpogov.core.finding import Notification
from bpogov.model.validate import validate
from bpogov.policy.configuration import ConfigurationFile
from bpogov.policy.pack import PackFile
from bpogov.policy.reading import read_document
from bpogov.policy.rule import RuleFile
from bpogov.source.load import load
from bpogov.waiver.form import BaselineFile, WaiverFile
from tools.pages import consoles
from tools.pages.blocks import ROOT, Block, blocks, pages

POLICIES: dict[str, type[BaseModel]] = {
    "Rule": RuleFile,
    "Pack": PackFile,
    "Configuration": ConfigurationFile,
    "Waiver": WaiverFile,
    "Baseline": BaselineFile,
}
FILES = [(page, block) for page in pages() for block in blocks(page) if block.language == "yaml" and block.title]
RUNS = [page for page in pages() if any(block.language == "console" for block in blocks(page))]


def _name(value: object) -> str:
    match value:
        case Path():
            return value.relative_to(ROOT).as_posix()
        case Block():
            return f"{value.title}:{value.line}"
        case _:
            return str(value)


@pytest.mark.parametrize(("page", "block"), FILES, ids=_name)
def test_a_file_that_is_shown_loads(page: Path, block: Block) -> None:
    """Every YAML block with a title is a whole file that the real loader takes without a complaint."""
    document = load(block.body.encode(), f"{_name(page)}:{block.line}")
    kind = (yaml.safe_load(block.body) or {}).get("kind", "Engagement")
    if kind == "Engagement":
        assert [(finding.rule, finding.message) for finding in validate(document).findings] == []
    else:
        problems: list[Notification] = []
        read_document(document, POLICIES[kind], problems)
        assert [problem.message for problem in problems] == []


@pytest.mark.parametrize("page", RUNS, ids=_name)
def test_what_a_console_shows_is_what_happens(page: Path) -> None:
    """Run in order beside the files that a page shows, every command prints what the page prints."""
    wrong = [(one.block.line, one.command, one.printed) for one in consoles.run(page) if not one.agrees]
    assert wrong == [], "run: make docs"
