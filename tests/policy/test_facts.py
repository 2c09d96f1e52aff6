"""What a run knows of a rule."""

import pytest

from bpogov.core.severity import Severity
from bpogov.core.status import Status
from bpogov.policy.facts import PartFacts
from tests.policy.files import configuration, configured, rule, write, write_pack

pytestmark = pytest.mark.usefixtures("workspace")


def test_the_facts_are_what_the_file_says() -> None:
    """Texts, weights, who acts and the parts with what they say for themselves."""
    parts = "[{id: plain, that: 'true', at: $.goals, message: No, acts: client}]"
    write_pack("own", rule(assert_=parts, at=None, message=None))
    write("bpogov.yaml", configuration(packs="[own]"))
    bound = configured().rules[0]
    facts, form = bound.facts, bound.rule.form
    assert (facts.id, facts.name, facts.title, facts.pack) == (form.id, form.name, form.title, bound.rule.pack)
    assert (facts.rationale, facts.remediation, facts.acts) == (form.rationale, form.remediation, "")
    assert (facts.severity, facts.since, facts.statuses) == (Severity.WARNING, form.since, form.statuses)
    assert Status.ENDED not in facts.statuses
    assert facts.can_be_waived
    assert facts.part("plain") == PartFacts("plain", None, None, "client")
    assert (facts.part("other"), facts.part("")) == (None, None)
