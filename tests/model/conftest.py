"""Worked engagements, and ways to read a changed one."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from bpogov.model.engagement import Engagement
from bpogov.model.validate import validate
from bpogov.source.document import Document
from bpogov.source.load import load

DATA = Path(__file__).parent / "data"


def read(name: str) -> Document:
    document = load((DATA / name).read_bytes(), name)
    assert document.findings == ()
    return document


@pytest.fixture
def northwind() -> Any:
    return Document.of(read("northwind.yaml").data, "northwind.yaml").data


@pytest.fixture
def changed(northwind: Any) -> Callable[..., Engagement]:
    """Read the large engagement after changes: a dotted place and the value to put there, as often as wished."""

    def change(*edits: tuple[str, Any]) -> Engagement:
        for place, value in edits:
            steps = [int(step) if step.isdigit() else step for step in place.split(".")]
            here = northwind
            for step in steps[:-1]:
                here = here[step]
            here[steps[-1]] = value
        return validate(Document.of(northwind, "northwind.yaml"))

    return change


@pytest.fixture
def written() -> Callable[[str], Engagement]:
    """Read an engagement as its author wrote it."""
    return lambda text: validate(load(text.encode(), "e.yaml"))


@pytest.fixture
def told() -> Callable[[Engagement], list[tuple[str, str, str]]]:
    """Give what an engagement is told: id, place and message of each finding."""
    return lambda engagement: [(each.rule, each.location.path, each.message) for each in engagement.findings]
