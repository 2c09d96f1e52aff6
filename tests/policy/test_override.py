"""What a layer may change in a rule."""

import pytest
from pydantic import ValidationError

from bpogov.core.severity import Severity
from bpogov.policy.configuration import ConfigurationFile
from bpogov.policy.override import Change, Override


def test_switching_off_says_why() -> None:
    """Without a reason a rule stays on."""
    with pytest.raises(ValidationError, match="a rule that is switched off says why: add reason"):
        Override.model_validate({"enabled": False})
    assert Override.model_validate({"enabled": False, "reason": "set by law"}).enabled is False
    assert Override.model_validate({"enabled": True}).reason is None


def test_a_tier_changes_weight_and_numbers_only() -> None:
    """It neither locks nor switches off."""
    assert Change.model_validate({"severity": "note", "from": "live"}).severity is Severity.NOTE
    for key in ("enabled", "lock", "reason"):
        with pytest.raises(ValidationError, match="extra_forbidden"):
            Change.model_validate({key: True})


@pytest.mark.parametrize(
    "entries",
    [{"rules": {"COM001": None}}, {"tiers": {"small": None}}, {"tiers": {"small": {"rules": {"COM001": None}}}}],
)
def test_an_empty_entry_says_nothing(entries: dict[str, object]) -> None:
    """A name with nothing behind it is the same as no entry; what is no group of names stays wrong."""
    head = {"apiVersion": "bpogov/v1", "kind": "Configuration"}
    form = ConfigurationFile.model_validate({**head, **entries})
    assert not form.rules
    assert not any(changes.rules for changes in form.tiers.values())
    with pytest.raises(ValidationError):
        ConfigurationFile.model_validate({**head, "rules": ["COM001"]})
