from collections.abc import Callable
from copy import deepcopy
from typing import Any
from unittest.mock import patch

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bpogov.core.severity import Severity
from bpogov.core.status import Status, Tier
from bpogov.model import plan
from bpogov.model import validate as validating
from bpogov.model.describe import places
from bpogov.model.engagement import Engagement
from bpogov.model.form import engagement_form
from bpogov.model.shape import Node, engagement_shape
from bpogov.model.validate import validate
from bpogov.source.document import Document
from bpogov.source.load import load
from tests.model.conftest import read

NORTHWIND = read("northwind.yaml").data


def test_worked_files() -> None:
    """The two worked files of the design have no structural findings, and say who they are."""
    starter, northwind = validate(read("starter.yaml")), validate(read("northwind.yaml"))
    assert starter.findings == northwind.findings == ()
    assert (starter.id, starter.status, starter.tier) == ("acme-email-support", Status.IN_REVIEW, Tier.STANDARD)
    assert northwind.title == "Northwind Outfitters customer care with Tala CX"
    assert northwind.unknown == northwind.broken == northwind.unsettled == ()


def test_smallest_file(written: Callable[[str], Engagement]) -> None:
    """A file of a few lines is complete as far as structure goes."""
    engagement = written(
        "apiVersion: bpogov/v1\nid: mini\ntitle: Mini\nstatus: draft\n"
        "parties: {client: {name: A, country: GB}, provider: {name: B, country: NO}}\n"
        "goals: []\nscope: {functions: []}\ncontacts: []\n"
    )
    assert engagement.findings == ()
    assert engagement.facts["goals"] == engagement.facts["contacts"] == []


@pytest.mark.parametrize("text", ["- a\n", "just text\n", "unknown\n", "3\n"])
def test_no_group_of_fields(written: Callable[[str], Engagement], text: str) -> None:
    """A file that is no group of fields gives no facts, and one finding."""
    engagement = written(text)
    assert engagement.facts == {}
    assert engagement.status is None
    assert engagement.broken == ((),)
    (finding,) = engagement.findings
    assert (finding.rule, finding.severity, finding.location.path) == ("STR003", Severity.ERROR, "$")


def test_unreadable_text(written: Callable[[str], Engagement]) -> None:
    """A file that is no YAML is told by the loader alone."""
    engagement = written("a: [")
    assert engagement.document.findings
    assert (engagement.findings, engagement.facts, engagement.broken) == ((), {}, ((),))


def test_findings_are_in_order(written: Callable[[str], Engagement]) -> None:
    """Findings stand in the order of the file."""
    lines = [
        each.location.span.start.line for each in written("tier: big\nrisks: 1\nid: A\n").findings if each.location.span
    ]
    assert lines == sorted(lines)


_VALUES = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.sampled_from(["unknown", "none", "24x7", "client", "2026-11-21", "30 minutes", "all", "x-own", "voice"])
    | st.text(max_size=8),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(st.sampled_from(sorted(places())) | st.text(max_size=5), inner, max_size=4)
    ),
    max_leaves=12,
)


@st.composite
def _edited(draw: st.DrawFn) -> Any:
    """The large engagement with up to three values replaced or taken away, anywhere."""
    data = deepcopy(NORTHWIND)
    for _ in range(draw(st.integers(1, 3))):
        here: Any = data
        while True:
            if not here:
                break
            step = draw(st.sampled_from(sorted(here) if isinstance(here, dict) else range(len(here))))
            if isinstance(here[step], dict | list) and draw(st.integers(0, 9)) > 1:
                here = here[step]
                continue
            if draw(st.booleans()):
                here[step] = draw(_VALUES)
            else:
                del here[step]
            break
    return data


def _is_plain(value: Any) -> bool:
    if type(value) is dict:
        return all(type(key) is str and _is_plain(item) for key, item in value.items())
    return all(_is_plain(item) for item in value) if type(value) is list else type(value) in {str, int, float, bool}


_TYPES: dict[str, type] = {"text": str, "number": float, "count": int, "flag": bool}


def _agrees(node: Node, value: Any) -> bool:
    """Whether facts have the kinds that the shape says, whatever is missing."""
    if node.kind == "object":
        own = all(name in node.fields or name.startswith("x-") for name in value)
        return own and all(_agrees(field.node, value[name]) for name, field in node.fields.items() if name in value)
    if node.item is not None:
        return all(_agrees(node.item, item) for item in (value.values() if node.kind == "map" else value))
    return node.kind == "any" or type(value) is _TYPES[node.kind]


def _as_the_first(document: Document) -> Engagement:
    """Read a document as a run reads its first one, before it has learnt anything of others."""
    with (
        patch.object(plan, "_texts_of_meaning", {}),
        patch.object(validating, "engagement_plan", lambda: plan.Plan(engagement_form())),
    ):
        return validate(document)


def _check(data: Any) -> None:
    document = Document.of(data, "e.yaml")
    engagement, first = validate(document), _as_the_first(document)
    assert engagement == first
    assert repr(engagement.facts) == repr(first.facts)
    assert _is_plain(engagement.facts)
    assert _agrees(engagement_shape(), engagement.facts)
    for finding in engagement.findings:
        assert finding.location.span is not None
        assert finding.location.path.startswith("$")
        assert finding.message
        assert not finding.message.endswith(".")
    for path in (*engagement.unknown, *engagement.broken, *engagement.unsettled):
        assert engagement.locate(path).span is not None
        if path:
            assert engagement.show(path)


@given(_VALUES | st.dictionaries(st.sampled_from(sorted(places())), _VALUES, max_size=8))
@settings(max_examples=80, deadline=None)
def test_any_data_is_read(data: Any) -> None:
    """Whatever a file holds, reading it gives plain facts of the right kinds, and findings that have a place.

    They never depend on what was read before.
    """
    _check(data)


@given(_edited())
@settings(max_examples=60, deadline=None)
def test_any_change_is_read(data: Any) -> None:
    """The same holds for a real engagement with parts replaced or missing."""
    _check(data)


def test_hostile_file_is_told_quickly() -> None:
    """A file with thousands of unknown fields and broken entries is read in moderate time."""
    text = "\n".join(
        [
            "slas:",
            *("- {id: 1, metrik: 2, target: [], window: x}" for _ in range(10)),
            *(f"f{n}: 1" for n in range(3000)),
        ]
    )
    engagement = validate(load(text.encode(), "e.yaml"))
    assert {"STR001", "STR003", "STR004"} <= {finding.rule for finding in engagement.findings}
