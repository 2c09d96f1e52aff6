"""The configuration and what it extends."""

from pathlib import Path

import pytest

from bpogov.core.errors import UsageError
from bpogov.core.finding import Notification
from bpogov.policy.configuration import Configuration, named_configuration, read_configuration
from tests.policy.files import configuration, only, path, place, write

pytestmark = pytest.mark.usefixtures("workspace")


def _read(file: str) -> tuple[Configuration, list[Notification]]:
    problems: list[Notification] = []
    return read_configuration(file, problems), problems


def test_nothing_configured_means_the_defaults() -> None:
    """Without a file: the core pack, the usual folders, UTC, and the working directory."""
    empty = read_configuration(None, [])
    assert (empty.packs, empty.timezone, empty.root) == ((("bpogov/core", None),), "UTC", Path())
    assert empty.engagements == ("engagements/**/*.yaml", "**/*.engagement.yaml")


def test_a_child_wins_over_its_parent() -> None:
    """The nearest value counts, packs add up, and paths start from the file that names them."""
    write("group/base.yaml", configuration(timezone="Asia/Manila", packs="[bpogov/core, ./house]", engagements="[a/*]"))
    write("unit/bpogov.yaml", configuration(extends="../group/base.yaml", packs="[./own/]", engagements="[b/*]"))
    found, problems = _read("unit/bpogov.yaml")
    assert problems == []
    assert [layer.document.file for layer in found.layers] == ["unit/../group/base.yaml", "unit/bpogov.yaml"]
    assert (found.timezone, found.engagements, found.root) == ("Asia/Manila", ("b/*",), Path("unit"))
    assert [name for name, _ in found.packs] == ["bpogov/core", "unit/../group/house", "unit/own"]


def test_a_parent_speaks_where_the_child_is_silent() -> None:
    """Patterns of the parent stay where the child has none."""
    write("base.yaml", configuration(engagements="[a/*]"))
    write("bpogov.yaml", configuration(extends="base.yaml", timezone="Europe/London"))
    found, _ = _read("bpogov.yaml")
    assert (found.engagements, found.timezone) == (("a/*",), "Europe/London")


@pytest.mark.parametrize(
    ("extends", "message"),
    [
        ("bpogov.yaml", 'The configuration extends itself through "bpogov.yaml"'),
        ("../workspace/bpogov.yaml", 'The configuration extends itself through "../workspace/bpogov.yaml"'),
        ("none.yaml", 'The parent configuration "none.yaml" does not exist'),
    ],
)
def test_a_parent_that_cannot_be(extends: str, message: str) -> None:
    """Itself, or a file that is not there: told at the place that names it."""
    write("bpogov.yaml", configuration(extends=extends))
    found, problems = _read("bpogov.yaml")
    problem = only(problems)
    assert (problem.code, problem.message, path(problem)) == ("bad-parent", message, "$.extends")
    assert place(problem) == ("bpogov.yaml", 3, 10)
    assert problem.help == "write the path of another configuration, starting from the folder of this file"
    assert [layer.document.file for layer in found.layers] == ["bpogov.yaml"]


def test_two_that_extend_each_other() -> None:
    """A circle is told in the file that closes it."""
    write("a.yaml", configuration(extends="b.yaml"))
    write("b.yaml", configuration(extends="a.yaml"))
    problem = only(_read("a.yaml")[1])
    assert (problem.message, place(problem)[0]) == ('The configuration extends itself through "a.yaml"', "b.yaml")


def test_a_chain_has_an_end() -> None:
    """Eight in a row pass, nine do not."""
    for number in range(1, 9):
        write(f"{number}.yaml", configuration(extends=f"{number + 1}.yaml"))
    write("9.yaml", configuration())
    assert _read("2.yaml")[1] == []
    problem = only(_read("1.yaml")[1])
    assert (problem.message, place(problem)[0]) == ("More than 8 configurations extend one another", "8.yaml")


def test_a_broken_parent_is_told_with_its_own_place() -> None:
    """The mistake stands in the parent."""
    write("base.yaml", configuration(pakcs="[bpogov/core]"))
    write("bpogov.yaml", configuration(extends="base.yaml"))
    problem = only(_read("bpogov.yaml")[1])
    assert (problem.code, place(problem), problem.help) == (
        "unknown-key",
        ("base.yaml", 3, 1),
        'did you mean "packs"?',
    )


def test_the_time_zone_has_to_exist() -> None:
    """An unknown one is told with the one that was meant."""
    write("bpogov.yaml", configuration(timezone="Europe/Londn"))
    problem = only(_read("bpogov.yaml")[1])
    assert (path(problem), problem.help) == ("$.timezone", "write Europe/London")


def test_a_named_file_has_to_be_there() -> None:
    """What stands after --config is a file."""
    assert named_configuration(write("other.yaml", configuration())) == "other.yaml"
    with pytest.raises(UsageError, match=r'The configuration file "none\.yaml" does not exist'):
        named_configuration("none.yaml")
