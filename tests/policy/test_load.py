"""From a configuration to the policy set."""

from pathlib import Path

import pytest

from bpogov.core.errors import UsageError
from bpogov.policy import load
from bpogov.policy.load import load_packs, load_policy_set, packs_below
from tests.policy.files import (
    configuration,
    configured,
    configured_problems,
    only,
    path,
    place,
    rule,
    write,
    write_pack,
)

pytestmark = pytest.mark.usefixtures("workspace")


def test_without_configuration_the_core_pack_applies() -> None:
    """In an empty folder, and nothing is said of it."""
    policy = configured()
    assert ([pack.form.name for pack in policy.packs], policy.notifications) == (["bpogov/core"], ())
    assert "COM001" in [one.id for one in policy.rules]


def test_the_named_configuration_counts() -> None:
    """It wins over the nearest one; one that is not there is an error of use."""
    write_pack("own", rule())
    write("bpogov.yaml", configuration())
    write("other.yaml", configuration(packs="[own]"))
    assert [one.id for one in load_policy_set("other.yaml", None).rules] == ["OWN001"]
    with pytest.raises(UsageError, match=r'"none\.yaml" does not exist'):
        load_policy_set("none.yaml", None)


@pytest.mark.parametrize(
    ("name", "message", "help_"),
    [
        ("bpogov/cor", 'The pack "bpogov/cor" does not exist', 'did you mean "bpogov/core"?'),
        ("./policies/own/", 'The pack "policies/own" does not exist',
         "shipped packs: bpogov/core; own packs are folders with a pack.yaml"),
        ("../zz", 'The pack "../zz" does not exist',
         "shipped packs: bpogov/core; own packs are folders with a pack.yaml"),
    ],
)  # fmt: skip
def test_a_pack_that_is_missing_is_told_at_its_entry(name: str, message: str, help_: str) -> None:
    """However it is written."""
    write_pack("here", rule())
    write("bpogov.yaml", configuration(packs=f'[here, "{name}"]'))
    problem = only(configured_problems())
    assert (problem.code, path(problem), problem.message, problem.help) == (
        "missing-pack",
        "$.packs[1]",
        message,
        help_,
    )


def test_every_mistake_of_every_file_is_told() -> None:
    """Configuration, pack and rule files at once, sorted by file."""
    write_pack("own", rule(severity="high"), rule(id="OWN002", name="other", tittle="x"))
    write("base.yaml", configuration(packs="[none]"))
    write("bpogov.yaml", configuration(extends="base.yaml", packs="[own]", rules="{OWN002: {parameters: {a: 1}}}"))
    assert [(place(problem)[0], problem.code) for problem in configured_problems()] == [
        ("base.yaml", "missing-pack"),
        ("own/goals/few-goals.yaml", "wrong-value"),
        ("own/goals/other.yaml", "unknown-key"),
    ]


def test_a_missing_installation_is_said(workspace: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without its packs bpogov cannot check."""
    monkeypatch.setattr(load, "shipped_folder", lambda: workspace / "nowhere")
    with pytest.raises(UsageError, match='The pack "bpogov/core" is missing from this installation'):
        configured()


def test_a_folder_with_further_packs() -> None:
    """They come last; what is configured already counts once."""
    write_pack("policies/a", rule(), name="a")
    write_pack("policies/b", rule(id="OWN002", name="other"), name="b")
    write("bpogov.yaml", configuration(packs="[./policies/b]"))
    policy = load_policy_set(None, "policies")
    assert [pack.form.name for pack in policy.packs] == ["b", "a"]
    assert policy.notifications == ()


def test_a_pack_that_nobody_lists_is_reported() -> None:
    """Somebody may believe that it is checked."""
    write_pack("policies/a", rule(), name="a")
    write_pack("policies/b", rule(), name="b")
    write("bpogov.yaml", configuration(packs="[policies/a]"))
    notification = only(list(configured().notifications))
    assert (notification.code, notification.severity.value) == ("unlisted-pack", "warning")
    assert notification.message == 'The pack in "policies/b" is not checked, because no configuration lists it'
    assert notification.help == "add it to packs in bpogov.yaml, or take the folder away"


def test_packs_by_their_folders() -> None:
    """A pack, or a folder of packs, without any configuration."""
    write_pack("policies/a", rule(), name="a")
    write_pack("policies/b", rule(id="OWN002", name="other"), name="b")
    assert packs_below("policies") == ("policies/a", "policies/b")
    assert packs_below("policies/a") == ("policies/a",)
    assert [one.id for one in load_packs(("policies",)).rules] == ["OWN001", "OWN002"]


@pytest.mark.parametrize(
    ("folder", "message"), [("goals", 'There is no pack in "goals"'), ("none", 'The folder "none" does not exist')]
)
def test_a_folder_without_packs(workspace: Path, folder: str, message: str) -> None:
    """An empty folder and a missing one are told apart."""
    (workspace / "goals").mkdir()
    with pytest.raises(UsageError, match=message):
        packs_below(folder)
