"""The formats of a report by their names."""

from collections.abc import Callable
from pathlib import Path

import pytest

from bpogov.core.finding import Finding
from bpogov.core.report import Report
from bpogov.report import formats, json, sarif


@pytest.mark.parametrize("name", formats.NAMES)
def test_every_name_is_a_format(report_of: Callable[..., Report], meeting: Finding, name: str) -> None:
    """It renders a report, which has a place in it."""
    assert "engagements/acme.yaml" in formats.render(name, report_of(meeting))


def test_options_reach_the_format(report_of: Callable[..., Report], waived: Finding) -> None:
    """What only one format can be asked for."""
    report = report_of(waived)
    assert formats.render("json", report) == json.render(report)
    assert formats.render("sarif", report, suppressed=False) == sarif.render(report, suppressed=False)


def test_every_format_can_be_asked_for() -> None:
    """A module that renders a report as others do is in the list."""
    folder = Path(formats.__file__).parent
    rendering = {
        path.stem for path in folder.glob("*.py") if "def render(report: Report" in path.read_text(encoding="utf-8")
    }
    assert rendering == set(formats.NAMES)
