"""What several tests of runs start from."""

from pathlib import Path

import pytest

from tests.runs.proving.signing import EPOCH, signed_off


@pytest.fixture
def signed_evidence(workspace: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Evidence that the client signed, made at a time that is always the same."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", EPOCH)
    signed_off()
    return workspace
