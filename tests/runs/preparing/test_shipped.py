"""The image that comes with an installation."""

import marshal
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bpogov.engine.image import freeze, thaw
from bpogov.engine.program import CompiledPolicy
from bpogov.policy.load import load_policy_set
from bpogov.runs.preparing import shipped
from bpogov.runs.preparing.compiled import compiled_policy
from bpogov.runs.preparing.installed import state
from bpogov.runs.preparing.shipped import FILE_NAME, packed, shipped_image
from bpogov.source.kept import sealed
from bpogov.source.tree import WORKING_TREE
from tests.engine.bench import compiled
from tests.policy.files import configuration, rule, write, write_pack


@pytest.fixture(scope="module")
def core() -> CompiledPolicy:
    """Some rules, compiled without any configuration."""
    return compiled("assert: 'false'\nat: $.title\nmessage: 'No'")


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where the image of an installation lies."""
    monkeypatch.setattr(shipped, "shipped_place", lambda: str(tmp_path / "_policies"))
    return tmp_path / FILE_NAME


def test_it_is_found_where_it_is_put(file: Path, core: CompiledPolicy) -> None:
    """And is the image of what was compiled; the same policy always gives the same bytes."""
    assert shipped_image() is None
    file.write_bytes(packed(core))
    image = shipped_image()
    assert image == freeze(core)
    assert thaw(image).policy == core.policy
    assert packed(core) == packed(core)


@pytest.mark.parametrize("made_of", ["", "other"])
def test_made_of_something_else(
    file: Path, core: CompiledPolicy, monkeypatch: pytest.MonkeyPatch, made_of: str
) -> None:
    """Of other modules, other packs or another version of the expression language, or of one that nobody knows."""
    file.write_bytes(packed(core))
    monkeypatch.setattr(shipped, "state", lambda: made_of)
    assert shipped_image() is None
    file.write_bytes(packed(core))
    assert (shipped_image() is None) is (made_of == "")


@pytest.mark.parametrize("content", [b"", b"no data", marshal.dumps(None), marshal.dumps(1), marshal.dumps((1, 2, 3))])
def test_something_else(file: Path, content: bytes) -> None:
    """Whatever else lies there is no image, whole or not."""
    for raw in (content, sealed(content)):
        file.write_bytes(raw)
        assert shipped_image() is None


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(share=st.floats(0, 1, exclude_max=True), bit=st.integers(0, 8))
def test_a_damaged_image_is_none(file: Path, core: CompiledPolicy, share: float, bit: int) -> None:
    """Whatever bit is turned, or wherever the file ends."""
    raw = bytearray(packed(core))
    at = int(share * len(raw))
    raw[at:] = b"" if bit == 8 else bytes([raw[at] ^ (1 << bit), *raw[at + 1 :]])
    file.write_bytes(raw)
    assert shipped_image() is None


@pytest.mark.usefixtures("workspace")
def test_nothing_that_anybody_configured_is_packed() -> None:
    """Neither a configuration, nor packs that lie where none is expected."""
    write_pack("policies/other", rule(id="OTH001"), name="other")
    with pytest.raises(ValueError, match="without any configuration"):
        packed(compiled_policy(None, None, WORKING_TREE, None))
    write_pack("own", rule())
    write("bpogov.yaml", configuration(packs="[own, policies/other]"))
    assert not load_policy_set(None, None).notifications
    with pytest.raises(ValueError, match="without any configuration"):
        packed(compiled_policy(None, None, WORKING_TREE, None))


def test_it_says_what_it_was_made_of(core: CompiledPolicy) -> None:
    """In front of the image, behind the digest of the whole."""
    assert state().encode() in packed(core)
