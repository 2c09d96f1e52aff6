"""What a layer may change in a rule."""

import pytest
from pydantic import ValidationError

from bpogov.core.severity import Severity
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
