"""What a check here would go by."""

import pytest

from bpogov.core.errors import UsageError
from bpogov.runs.settings import engagement_files, settings
from tests.policy.files import configuration, rule, shop, write, write_pack

pytestmark = pytest.mark.usefixtures("workspace")


def shown(policies: str | None = None) -> list[tuple[str, str, str]]:
    """The settings as tuples."""
    return [(row.name, row.value, row.origin) for row in settings(None, policies)]


def test_defaults_are_called_so() -> None:
    """Without a configuration nothing has a file."""
    rows = shown()
    assert ("time zone", "UTC", "default") in rows
    assert ("engagements", "engagements/**/*.yaml", "default") in rows
    assert ("waivers: longest", "P180D", "default") in rows
    assert {origin for _, _, origin in rows} == {"default"}
    assert [value for name, value, _ in rows if name.startswith("gate")] == [
        "findings from error on block",
        "findings of LIF002 from error on block",
        "findings from error on block",
        "findings from error on block; judges as in-review; what is unknown blocks; nothing can be left out",
    ]


def test_values_name_the_file_and_line_they_come_from() -> None:
    """The nearest configuration that says something; files and packs of both."""
    write_pack("own", rule())
    write_pack("more/extra", rule(id="EXT001", name="extra"), name="extra")
    write("group.yaml", configuration(timezone="Europe/London", engagements="[a/*.yaml]"))
    write(
        "bpogov.yaml",
        configuration(
            extends="group.yaml",
            packs="[./own]",
            engagements="[b/*.yaml]",
            gates="{ci: {promote: [OWN001]}}",
            waivers="{longest: P90D}",
        ),
    )
    rows = shown("more")
    assert rows[:5] == [
        ("configuration", "group.yaml", ""),
        ("configuration", "bpogov.yaml", ""),
        ("time zone", "Europe/London", "group.yaml, line 3"),
        ("pack", "own 1, 1 rule", "bpogov.yaml, line 4"),
        ("pack", "extra 1, 1 rule", "--policies"),
    ]
    assert ("engagements", "b/*.yaml", "bpogov.yaml, line 5") in rows
    assert ("waivers: longest", "P90D", "bpogov.yaml, line 7") in rows
    assert ("gate ci", "findings from error on block; promotes OWN001", "bpogov.yaml, line 6") in rows


def test_the_files_of_a_check() -> None:
    """Those that the configuration names, or that are named."""
    write("bpogov.yaml", configuration(engagements="[b/*.yaml]"))
    write("b/x.yaml", shop())
    write("c/y.yaml", shop())
    assert engagement_files((), None, None) == ("b/x.yaml",)
    assert engagement_files(("c/y.yaml",), None, None) == ("c/y.yaml",)
    write("bpogov.yaml", configuration(engagements="[d/*.yaml]"))
    assert engagement_files((), None, None, may_be_empty=True) == ()
    with pytest.raises(UsageError, match="Nothing to check: "):
        engagement_files((), None, None)
