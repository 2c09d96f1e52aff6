from pathlib import Path

import pytest

from bpogov.engine.compiling.compile import compile_policy
from bpogov.engine.judging.evaluate import evaluate
from bpogov.model.validate import validate
from bpogov.policy.load import load_policy_set
from bpogov.source.document import Document
from bpogov.source.load import load
from bpogov.source.patch import apply

CORE = Path(__file__).parents[2] / "policies" / "core"


LATE = (
    'The people of "care team" first hear of it on 2026-02-24, 76 days before go-live on 2026-05-11, '
    "but your organisation keeps 77 days for consultation in US"
)
UNSET = (
    'Jobs of "care team" move or are lost, but your organisation has set no time for consultation in US, '
    "so none was checked"
)


@pytest.mark.parametrize(
    ("days", "told"),
    [
        ("{US: 76}", []),
        ("{US: 77, GB: 10}", [("$.in_house.announcements[all-staff].date", LATE)]),
        ("{GB: 45}", [("$.in_house.job_impact", UNSET)]),
    ],
)
def test_days_of_the_country(days: str, told: list[tuple[str, str]], tmp_path: Path) -> None:
    """CHG009 counts the days that the organisation keeps, and says where it has set none."""
    configuration = tmp_path / "bpogov.yaml"
    configuration.write_text(
        "apiVersion: bpogov/v1\nkind: Configuration\npacks: [bpogov/core]\n"
        f"rules: {{CHG009: {{parameters: {{days: {days}}}}}}}\n",
        encoding="utf-8",
    )
    base = load((CORE / "examples" / "northwind.yaml").read_bytes(), "northwind.yaml")
    edit = [{"op": "replace", "path": "/in_house/job_impact/0/effect", "value": "moved"}]
    engagement = validate(Document.of(apply(base.data, edit), "northwind.yaml"))
    evaluation = evaluate(compile_policy(load_policy_set(str(configuration), None)), engagement, "2026-11-21")
    found = [finding for finding in evaluation.findings if finding.rule == "CHG009"]
    assert [(finding.location.path, finding.message) for finding in found] == told
