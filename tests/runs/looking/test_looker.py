"""What one file says by itself."""

import pickle

import pytest

from bpogov.core.outcome import Outcome
from bpogov.core.status import Status
from bpogov.source.load import load
from tests.policy.files import shop
from tests.runs.looking.bench import looker

pytestmark = pytest.mark.usefixtures("workspace")


def test_everything_that_a_run_keeps() -> None:
    """What the engagement is, the result of every rule, what failed, and what nobody knows yet."""
    text = shop().replace("name: Acme Tea Ltd", "name: unknown")
    document = load(text.encode(), "shop.yaml")
    looked = looker().at(document)
    assert (looked.file, looked.digest) == ("shop.yaml", document.digest)
    assert (looked.id, looked.status, looked.tier) == ("acme-email-support", Status.IN_REVIEW, "standard")
    assert [(one.rule, one.outcome) for one in looked.results] == [("OWN001", Outcome.PASS), ("OWN002", Outcome.FAIL)]
    assert [(one.rule, one.message) for one in looked.failures] == [("OWN002", "There is a goal")]
    assert [place.path for place in looked.unknown] == ["$.parties.client.name"]
    assert looked.findings == ()


def test_a_broken_file_says_what_is_wrong_with_it() -> None:
    """Each finding with its fingerprint, sorted; no rule was checked."""
    looked = looker().at(load(b"goals: [\n", "broken.yaml"))
    assert (looked.status, looked.tier, looked.id) == (None, "", "")
    assert [(one.rule, len(one.fingerprint)) for one in looked.findings] == [("YML001", 32)]
    assert {one.outcome for one in looked.results} == {Outcome.NOT_CHECKED}


def test_another_process_gets_the_same() -> None:
    """The policy goes there as an image, with the gate and the day."""
    document = load(shop().encode(), "shop.yaml")
    eye = looker()
    again = pickle.loads(pickle.dumps(eye))  # noqa: S301 (what was just written)
    assert again.at(document) == eye.at(document)
