"""A validator of GitHub's files that is written apart from their schemas has nothing to object to."""

import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]

pytestmark = pytest.mark.interop


@pytest.fixture
def validator(node_modules: Path) -> Path:
    """The program."""
    return node_modules / ".bin" / "action-validator"


def test_the_action_is_valid(validator: Path) -> None:
    """The whole file."""
    done = subprocess.run([validator, ROOT / "action.yml"], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout + done.stderr) == (0, "")


def test_the_validator_is_awake(validator: Path, tmp_path: Path) -> None:
    """A step without its shell is objected to."""
    broken = tmp_path / "action.yml"
    broken.write_text((ROOT / "action.yml").read_text(encoding="utf-8").replace("shell: bash", ""), encoding="utf-8")
    assert subprocess.run([validator, broken], capture_output=True, check=False).returncode == 1
