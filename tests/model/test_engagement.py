from collections.abc import Callable

from bpogov.core.location import Path
from bpogov.model.engagement import Engagement
from bpogov.model.validate import validate
from tests.model.conftest import read


def test_origin_of_short_forms() -> None:
    """A path of the facts leads to the short form that was written."""
    engagement = validate(read("starter.yaml"))
    pairs: dict[Path, Path] = {
        ("contacts", 0, "role", 0): ("contacts", 0, "role"),
        ("decisions", 3): ("decisions", "scope-and-sla-changes"),
        ("decisions", 3, "decision"): ("decisions", "scope-and-sla-changes"),
        ("decisions", 3, "accountable"): ("decisions", "scope-and-sla-changes"),
        ("parties", "client", "holidays", "calendar"): ("parties", "client", "holidays"),
        ("goals_agreed", 0, "by", 1): ("goals_agreed", "by", 1),
        ("goals", 0, "target"): ("goals", 0, "target"),
    }
    for path, origin in pairs.items():
        assert engagement.origin(path) == origin
        assert engagement.document.span(origin) is not None


def test_locate_a_default() -> None:
    """A filled default points at the nearest part that exists, and is shown where it belongs."""
    engagement = validate(read("starter.yaml"))
    location = engagement.locate(("contacts", 0, "timezone"))
    assert location.path == "$.contacts[amy].timezone"
    assert location.span is not None
    assert location.lines[0].startswith("  - {id: amy")


def test_show(changed: Callable[..., Engagement]) -> None:
    """A path is written with the identity of list entries."""
    assert changed().show(("slas", 0, "target")) == "$.slas[sl-voice].target"
