"""A run before its verdict."""

import pytest

from bpogov.runs.look import look
from bpogov.runs.request import CheckRequest
from tests.policy.files import rule, shop, write
from tests.runs.bench import DAY, NO_GOALS, governed

pytestmark = pytest.mark.usefixtures("workspace")


def test_every_file_is_looked_at_in_the_order_of_names() -> None:
    """Standard input comes first, and stands for the file of its name, which is then not read."""
    governed(rule(), NO_GOALS)
    write("engagements/a.yaml", shop().replace("id: acme-email-support", "id: first"))
    run = look(CheckRequest(today=DAY))
    assert [one.file for one in run.checked.engagements] == ["engagements/a.yaml", "engagements/shop.yaml"]
    draft = shop().replace("status: in-review", "status: draft").encode()
    asked = CheckRequest(("engagements",), stdin=draft, stdin_filename="engagements/shop.yaml", today=DAY)
    run = look(asked)
    assert [(one.file, one.status) for one in run.checked.engagements] == [
        ("engagements/shop.yaml", "draft"),
        ("engagements/a.yaml", "in-review"),
    ]
    assert [one.file for one in look(CheckRequest(stdin=draft, today=DAY)).checked.engagements] == [
        "standard-input.yaml"
    ]


def test_what_cannot_be_opened_does_not_stop_the_others() -> None:
    """It is an error of the run."""
    governed(rule(), NO_GOALS)
    run = look(CheckRequest(("engagements/shop.yaml", "/dev/null"), today=DAY))
    assert [one.file for one in run.checked.engagements] == ["engagements/shop.yaml"]
    assert [(one.code, one.severity.value) for one in run.notifications] == [("unreadable", "error")]
