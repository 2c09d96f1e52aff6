"""From the text of a policy file to its form."""

import pytest

from bpogov.core.errors import PolicyError, UsageError
from bpogov.core.finding import Finding, Notification
from bpogov.core.location import Location
from bpogov.core.severity import Severity
from bpogov.policy.configuration import ConfigurationFile
from bpogov.policy.reading import as_notification, problem, raise_for, read_file
from bpogov.source.document import Document
from tests.policy.files import configuration, only, path, place, read_text, rule, write

pytestmark = pytest.mark.usefixtures("workspace")


def test_a_sound_file_is_read() -> None:
    """The form and the document that knows the places come back."""
    problems: list[Notification] = []
    read = read_file(write("bpogov.yaml", configuration(timezone="Europe/London")), ConfigurationFile, problems)
    assert read is not None
    assert (read.form.timezone, read.document.file, problems) == ("Europe/London", "bpogov.yaml", [])


def test_text_that_is_no_yaml_is_a_problem_with_its_place() -> None:
    """The finding about the text becomes an error of the run."""
    found = only(read_text("kind: [", ConfigurationFile))
    assert (found.severity, found.code, place(found)) == (Severity.ERROR, "YML001", ("file.yaml", 1, 7))


def test_a_list_is_no_policy_file() -> None:
    """A file has to be a group of fields."""
    found = only(read_text("- kind: Rule\n", ConfigurationFile))
    assert (found.code, found.message, found.help) == (
        "wrong-form",
        "This file is not a group of fields",
        "start with apiVersion and kind",
    )


def test_several_mistakes_are_told_at_once() -> None:
    """No mistake hides another, wherever they stand."""
    found = read_text(configuration(timezone="[x]", packs="core", rules="{COM001: {lock: 3}}"), ConfigurationFile)
    assert [path(one) for one in found] == ["$.timezone", "$.packs", "$.rules.COM001.lock"]


def test_a_file_that_is_missing_is_an_error_of_use() -> None:
    """Plain words, no trace."""
    with pytest.raises(UsageError, match=r'There is no file "none\.yaml"'):
        read_file("none.yaml", ConfigurationFile, [])


def test_a_problem_stands_at_its_place() -> None:
    """List positions and names are shown the way people read them."""
    document = Document.of({"packs": ["a", "b"]}, "bpogov.yaml")
    found = problem(document, ("packs", 1), "missing-pack", "No pack", "write another")
    assert (path(found), found.severity, found.help) == ("$.packs[1]", Severity.ERROR, "write another")


def test_a_finding_becomes_a_problem() -> None:
    """Its id is the code, and place and help stay."""
    location = Location("a.yaml")
    finding = Finding("STR002", Severity.WARNING, "Something is missing", location, "write it")
    assert as_notification(finding) == Notification(
        Severity.ERROR, "STR002", "Something is missing", location, "write it"
    )


def test_problems_end_the_run_together() -> None:
    """All of them are in the error, in the order of their places; without any nothing happens."""
    raise_for([])
    found = read_text(rule(title=None, kind="Pack"), ConfigurationFile)
    with pytest.raises(PolicyError) as caught:
        raise_for(reversed(found))
    assert list(caught.value.problems) == sorted(found, key=lambda one: one.order)
