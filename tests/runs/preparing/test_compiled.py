"""Compiled policies: kept, and never out of date."""

import marshal
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bpogov.core.errors import PolicyError, UsageError
from bpogov.engine.compiling import compile as compiling
from bpogov.engine.image import freeze
from bpogov.engine.program import CompiledPolicy
from bpogov.runs.preparing import compiled as runs
from bpogov.runs.preparing import shipped
from bpogov.runs.preparing.compiled import compiled_policy
from bpogov.runs.preparing.installed import state
from bpogov.runs.preparing.shipped import packed
from bpogov.source import kept as files
from bpogov.source.kept import sealed
from bpogov.source.tree import WORKING_TREE, Revision, Unsaved
from tests.policy.files import configuration, rule, shop, write, write_pack
from tests.source.repository import commit, repository


@pytest.fixture
def place(workspace: Path, tmp_path: Path) -> str:
    """A folder to keep things in, beside a workspace with a pack of its own."""
    assert workspace.is_dir()
    write_pack("own", rule())
    write("bpogov.yaml", configuration(packs="[own]"))
    return str(tmp_path / "kept")


@pytest.fixture
def compilations(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The digests of the policies that are compiled from now on."""
    seen: list[str] = []
    compile_policy = compiling.compile_policy

    def noted(policy: object) -> CompiledPolicy:
        compiled = compile_policy(policy)  # type: ignore[arg-type]  # it is passed on
        seen.append(compiled.policy.digest)
        return compiled

    monkeypatch.setattr(compiling, "compile_policy", noted)
    return seen


def ids(place: str | None, config: str | None = None, policies: str | None = None) -> list[str]:
    """The rules that count here."""
    return [one.id for one in compiled_policy(config, policies, WORKING_TREE, place).rules]


def test_the_second_run_compiles_nothing(place: str, compilations: list[str]) -> None:
    """And has the same policy; without a folder every run compiles."""
    first = compiled_policy(None, None, WORKING_TREE, place)
    second = compiled_policy(None, None, WORKING_TREE, place)
    assert (len(compilations), second.policy) == (1, first.policy)
    assert ids(None) == ["OWN001"]
    assert len(compilations) == 2


def _edit() -> None:
    write_pack("own", rule(title="Another"))


def _add() -> None:
    write("own/family/second.yaml", rule(id="OWN002", name="second"))


def _remove() -> None:
    write("own/family/second.yaml", rule(id="OWN002", name="second"))
    Path("own/family/a-rule.yaml").unlink(missing_ok=True)
    for path in Path("own").rglob("*.yaml"):
        if path.name not in ("pack.yaml", "second.yaml"):
            path.unlink()


def _configure() -> None:
    write("bpogov.yaml", configuration(packs="[own]", rules="{OWN001: {severity: error}}"))


def _unlisted() -> None:
    write_pack("policies/other", rule(id="OTH001"), name="other")


@pytest.mark.parametrize("change", [_edit, _add, _remove, _configure, _unlisted])
def test_every_change_counts_at_once(place: str, compilations: list[str], change: Callable[[], None]) -> None:
    """A rule that is edited, added or removed, another configuration, and a pack that only brings a warning."""
    ids(place)
    change()
    there = compiled_policy(None, None, WORKING_TREE, place)
    assert len(compilations) == 2
    assert there.policy == compiled_policy(None, None, WORKING_TREE, None).policy


def test_files_that_were_not_there(place: str, compilations: list[str]) -> None:
    """A nearer configuration counts, and so does one that a parent extends."""
    Path("deep").mkdir()
    os.chdir("deep")
    assert ids(place) == ["OWN001"]
    write("bpogov.yaml", configuration(packs="[../other]"))
    write_pack("../other", rule(id="OTH001"))
    assert ids(place) == ["OTH001"]
    assert len(compilations) == 2


def test_what_is_asked_for_is_told_apart(place: str) -> None:
    """Another configuration, more packs, and a file as it is not saved yet."""
    write("other.yaml", configuration(packs="[own]", rules="{OWN001: {enabled: false, reason: later}}"))
    write_pack("more", rule(id="MOR001"), name="more")
    assert (ids(place), ids(place, config="other.yaml")) == (["OWN001"], [])
    assert ids(place, policies="more") == ["MOR001", "OWN001"]
    unsaved = Unsaved(WORKING_TREE, "bpogov.yaml", configuration(packs="[more]").encode())
    assert [one.id for one in compiled_policy(None, None, unsaved, place).rules] == ["MOR001"]
    assert ids(place) == ["OWN001"]


def test_folders_do_not_take_the_place_of_each_other(place: str, compilations: list[str]) -> None:
    """Each that is configured has its own; where nothing is, one serves all."""
    for name in ("a", "b", "c"):
        Path(f"../{name}").mkdir()
    write_pack("../a/own", rule())
    write("../a/bpogov.yaml", configuration(packs="[own]", rules="{OWN001: {severity: error}}"))
    for folder in (".", "../a", "../b", "../c") * 2:
        here = os.getcwd()
        os.chdir(folder)
        ids(place)
        os.chdir(here)
    assert len(compilations) == 3


def test_a_broken_policy_is_not_kept(place: str) -> None:
    """Its mistakes are told every time, and again when a sound one that was kept breaks."""
    ids(place)
    write_pack("own", rule(assert_="engagement.tittle == ''"))
    for _ in range(2):
        with pytest.raises(PolicyError, match="tittle"):
            ids(place)
    with pytest.raises(UsageError, match="none"):
        ids(place, config="none.yaml")
    assert len(os.listdir(place)) == 1


def test_other_versions_keep_their_own(place: str, compilations: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    """Of bpogov, of Python, of the modules that compile, and of the shipped packs."""
    ids(place)
    for name, other in (("versions", dict), ("code", tuple), ("packs", tuple)):
        monkeypatch.setattr(runs, name, other)
        ids(place)
    monkeypatch.setattr(sys, "version", "4.0")
    ids(place)
    assert len(compilations) == 5


def test_a_revision_is_asked_and_not_the_disk(place: str, compilations: list[str]) -> None:
    """What is kept for a revision counts while the revision holds the same, whatever happens to the files."""
    repository({"bpogov.yaml": configuration(packs="[own]")})
    commit()
    write_pack("own", rule(title="Not trusted"))
    titles = []
    for _ in range(2):
        with Revision("main") as tree:
            titles += [one.bound.facts.title for one in compiled_policy(None, None, tree, place).rules]
    assert (titles[0], titles[1], len(compilations)) == (titles[0], titles[0], 1)
    assert titles[0] != "Not trusted"
    commit()
    with Revision("main") as tree:
        assert [one.bound.facts.title for one in compiled_policy(None, None, tree, place).rules] == ["Not trusted"]


@pytest.mark.parametrize(
    "content", [b"", b"no data", marshal.dumps(None), marshal.dumps(((), ())), marshal.dumps(([("read",)], ()))]
)
def test_whole_files_with_something_else(place: str, compilations: list[str], content: bytes) -> None:
    """They are compiled over."""
    ids(place)
    name = os.listdir(place)[0].removesuffix(".image")
    files.keep(place, name, content)
    assert (ids(place), len(compilations)) == (["OWN001"], 2)


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(share=st.floats(0, 1, exclude_max=True), bit=st.integers(0, 8))
def test_a_damaged_file_never_changes_anything(place: str, share: float, bit: int) -> None:
    """Whatever bit is turned, or wherever the file ends, the policy is compiled again."""
    whole = compiled_policy(None, None, WORKING_TREE, place).policy
    file = next(Path(place).iterdir())
    raw = bytearray(file.read_bytes())
    at = int(share * len(raw))
    raw[at:] = b"" if bit == 8 else bytes([raw[at] ^ (1 << bit), *raw[at + 1 :]])
    file.write_bytes(raw)
    assert compiled_policy(None, None, WORKING_TREE, place).policy == whole


@pytest.fixture
def bare(workspace: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[bytes], str]:
    """Where nobody has configured anything, and an installation brings an image along; gives a folder to keep in."""

    def installed(image: bytes) -> str:
        assert os.listdir(workspace) == []
        (tmp_path / "site").mkdir(exist_ok=True)
        (tmp_path / "site/_policies.image").write_bytes(image)
        monkeypatch.setattr(shipped, "shipped_place", lambda: str(tmp_path / "site/_policies"))
        return str(tmp_path / "kept")

    return installed


def test_the_first_run_after_an_installation(bare: Callable[[bytes], str], compilations: list[str]) -> None:
    """It compiles nothing, has the same policy as one that compiles, and later runs find that kept."""
    fresh = compiled_policy(None, None, WORKING_TREE, None)
    place = bare(packed(fresh))
    assert compiled_policy(None, None, WORKING_TREE, place).policy == fresh.policy
    bare(b"")
    assert freeze(compiled_policy(None, None, WORKING_TREE, place)) == freeze(fresh)
    assert len(compilations) == 1


def test_an_image_that_comes_along_counts_without_configuration_only(
    bare: Callable[[bytes], str], compilations: list[str]
) -> None:
    """And no longer when it is of no use."""
    fresh = compiled_policy(None, None, WORKING_TREE, None)
    place = bare(sealed(marshal.dumps((state(), ()))))
    assert compiled_policy(None, None, WORKING_TREE, place).policy == fresh.policy
    assert len(compilations) == 2
    bare(packed(fresh))
    write_pack("own", rule())
    write("bpogov.yaml", configuration(packs="[own]"))
    assert ids(place) == ["OWN001"]


HEAVY = ("pydantic", "jsonschema", "difflib", "bpogov.engine.compiling", "bpogov.policy.load", "bpogov.waiver.reading")


def test_a_clean_verdict_waits_for_nothing_that_it_does_not_need(workspace: Path) -> None:
    """With a kept policy, what reads and compiles rules is not even imported, nor what only mistakes need."""
    write("engagements/shop.yaml", shop())
    code = (
        "import sys; from bpogov.cli.main import run; "
        "code = run(['check', '--today', '2026-11-21', '--fail-on', 'never']); "
        f"print(code, [name for name in {HEAVY!r} if name in sys.modules], file=sys.stderr)"
    )
    fresh = os.environ | {"XDG_CACHE_HOME": str(workspace / "cache")}  # no other test has kept anything there
    command = [sys.executable, "-c", code]
    told = [
        subprocess.run(command, cwd=workspace, env=fresh, capture_output=True, text=True, check=True).stderr
        for _ in range(2)
    ]
    assert told[1].splitlines()[-1] == "0 []"
    assert "pydantic" in told[0]
