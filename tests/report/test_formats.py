"""The formats of a report by their names."""

from collections.abc import Callable
from pathlib import Path

import pytest
from msgspec.structs import replace

from bpogov.core.finding import Finding
from bpogov.core.report import Input, Report
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


@pytest.mark.parametrize("name", formats.NAMES)
def test_services_find_files_in_their_repository(report_of: Callable[..., Report], meeting: Finding, name: str) -> None:
    """Formats for people and for tools on the same machine name files as they were given, all others relative."""
    there = replace(meeting, location=replace(meeting.location, file=f"/srv/job/{meeting.location.file}"))
    report = report_of(there, inputs=(Input("engagement", there.location.file, "sha256:0"),))
    absolute = "/srv/job/engagements" in formats.render(name, report, folders=("/srv/job",))
    assert absolute is (name in {"text", "concise", "json", "jsonl"})
    assert "/srv/job/engagements" in formats.render(name, report)


def test_the_summary_of_a_step_is_placed_and_fits(report_of: Callable[..., Report], meeting: Finding) -> None:
    """Its names are relative, and it leaves out what the file has no room for, but never the verdict."""
    report = report_of(*[replace(meeting, location=replace(meeting.location, file="/srv/job/a.yaml"))] * 20)
    whole = formats.render_step(replace(report, inputs=(Input("", "/srv/job/a.yaml", ""),)), folders=("/srv/job",))
    assert "/srv/job" not in whole
    full = formats.render_step(report, taken=1_000_000)
    assert full.startswith("### bpogov: gate local failed: 1 error\n")
    assert "… and 40 more, which `bpogov check` lists" in full
    assert len(whole) > len(full)
