"""A policy set with the files that authors wrote."""

import pytest

from bpogov.policy.policyset import BoundRule, PolicySet
from tests.policy.files import configuration, configured, rule, write, write_pack

pytestmark = pytest.mark.usefixtures("workspace")


def test_without_the_files_everything_else_stays() -> None:
    """The rules have the same values, and nothing of the forms that they were read in."""
    write_pack("own", rule(), rule(id="OWN002", name="second"))
    write("bpogov.yaml", configuration(packs="[own]", rules="{OWN002: {enabled: false, reason: later}}"))
    authored = configured()
    bare = authored.bare
    assert (type(bare), {type(one) for one in bare.rules}) == (PolicySet, {BoundRule})
    assert [one.settings for one in bare.rules] == [one.settings for one in authored.rules]
    assert (bare.digest, bare.inputs, bare.ground) == (authored.digest, authored.inputs, authored.ground)
    assert [one.id for one in authored.enabled] == [one.id for one in bare.enabled] == ["OWN001"]
    assert authored.enabled[0].rule.form.id == "OWN001"
