"""The JSON Schemas of waiver and baseline files, for editors."""

from typing import Any

import pytest
from jsonschema import Draft202012Validator

from bpogov.waiver.baseline import write_baseline
from bpogov.waiver.form import BaselineEntry
from bpogov.waiver.schema import json_schema
from tests.waiver.bench import document, waiver

ENTRY = BaselineEntry(fingerprint="a" * 32, rule="TST001", engagement="tiny", at="$", message="No")


def _refusals(kind: str, text: str) -> list[str]:
    schema = json_schema(kind)
    Draft202012Validator.check_schema(schema)
    data: Any = document(text).data
    assert data is not None
    return ["/".join(map(str, error.absolute_path)) for error in Draft202012Validator(schema).iter_errors(data)]


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("waiver", waiver(x_board=None) + "x-board: yes\n"),
        ("waiver", waiver(value=None, ticket="GOV-1", measure="Audit")),
        ("waiver", waiver(value="1.5")),
        ("baseline", write_baseline([ENTRY])),
        ("baseline", write_baseline([])),
    ],
)
def test_what_the_reader_accepts_passes(kind: str, text: str) -> None:
    """Everything that may be said, and keys of one's own."""
    assert _refusals(kind, text) == []


@pytest.mark.parametrize(
    ("kind", "text", "where"),
    [
        ("waiver", waiver(kind="Baseline"), "kind"),
        ("waiver", waiver(untill="2027-01-01"), ""),
        ("waiver", waiver(until="soon"), "until"),
        ("waiver", waiver(value="[a]"), "value"),
        ("waiver", waiver(approved_by="{name: Raj}"), "approved_by"),
        ("baseline", "apiVersion: bpogov/v1\nkind: Baseline\nfindings: [{fingerprint: a}]\n", "findings/0"),
    ],
)
def test_what_the_reader_refuses_fails(kind: str, text: str, where: str) -> None:
    """An editor marks the place."""
    assert where in _refusals(kind, text)


def test_the_schemas_say_what_they_are() -> None:
    """In their titles."""
    assert [json_schema(kind)["title"] for kind in ("waiver", "baseline")] == [
        "bpogov waiver file",
        "bpogov baseline file",
    ]
