"""The JSON Schemas of policy files, for editors."""

from typing import Any

import pytest
from jsonschema import Draft202012Validator

from bpogov.policy.library import shipped_folder
from bpogov.policy.schema import json_schema
from bpogov.source.load import load
from tests.policy.files import configuration, many, pack, rule


def _refusals(kind: str, text: str) -> list[str]:
    schema = json_schema(kind)
    Draft202012Validator.check_schema(schema)
    data: Any = load(text.encode(), "file.yaml").data
    assert data is not None
    return ["/".join(map(str, error.absolute_path)) for error in Draft202012Validator(schema).iter_errors(data)]


def test_the_shipped_files_pass() -> None:
    """Every rule and every manifest that comes with bpogov is as its schema says."""
    for file in sorted(shipped_folder().rglob("*.yaml")):
        if "examples" not in file.parts:
            kind = {"pack.yaml": "pack", "advice.yaml": "advice"}.get(file.name, "rule")
            assert (file.name, _refusals(kind, file.read_text(encoding="utf-8"))) == (file.name, [])


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("rule", rule(x_team=None) + "x-team: care\n"),
        ("rule", rule(needs="[$.slas, {at: $.goals, x-why: a}]")),
        ("rule", rule(assert_=many(2), at=None, message=None)),
        ("pack", pack(rules="{COM001: {lock: true}}", tiers="{small: {rules: {COM001: {severity: note}}}}")),
        ("configuration", configuration(packs="[bpogov/core]", rules="{PPL003/client: {severity: note}}")),
    ],
)
def test_what_the_reader_accepts_passes(kind: str, text: str) -> None:
    """Short forms, long forms and `x-` keys."""
    assert _refusals(kind, text) == []


@pytest.mark.parametrize(
    ("kind", "text", "where"),
    [
        ("rule", rule(tittle="x"), ""),
        ("rule", rule(severity="high"), "severity"),
        ("rule", rule(title=None), ""),
        ("rule", rule(examples="[]"), "examples"),
        ("rule", rule(kind="Pack"), "kind"),
        ("rule", rule(needs="[goals]"), "needs/0"),
        ("pack", pack(today="tomorrow"), "today"),
        ("pack", pack(version="1"), "version"),
        ("configuration", configuration(packs="core"), "packs"),
        ("configuration", configuration(rules="{COM001: {enabled: 1}}"), "rules/COM001/enabled"),
        ("configuration", configuration(tiers="{tiny: {}}"), "tiers"),
    ],
)
def test_what_the_reader_refuses_fails(kind: str, text: str, where: str) -> None:
    """An editor underlines the same place."""
    assert where in _refusals(kind, text)


def test_every_schema_says_what_it_is_for() -> None:
    """Dialect and title are there."""
    assert json_schema("pack")["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert json_schema("pack")["title"] == "bpogov pack file"
