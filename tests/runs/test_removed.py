"""Engagements that are there no longer."""

from pathlib import Path

import pytest

from bpogov.core.errors import UsageError
from tests.policy.files import rule, shop, write
from tests.runs.bench import checked, governed
from tests.source.repository import git, repository

pytestmark = pytest.mark.usefixtures("workspace")

GONE = 'The engagement "engagements/b.yaml" was removed, but its status was "in-review", so that nothing checks it now'


def two(status: str = "in-review") -> None:
    """A repository with two engagements, the second of which is then removed."""
    governed(rule())
    write("engagements/b.yaml", shop().replace("id: acme-email-support", "id: other").replace("in-review", status))
    repository({"engagements/note.txt": "no engagement"})
    Path("engagements/b.yaml").unlink()
    Path("engagements/note.txt").unlink()


@pytest.mark.parametrize("option", ["removed_since", "trust"])
def test_an_engagement_that_was_removed_is_never_a_pass(option: str) -> None:
    """The error names the file and its status, and the help says how an engagement ends."""
    two()
    report = checked(**{option: "HEAD"})
    assert [(one.code, one.message) for one in report.notifications] == [("engagement-removed", GONE)]
    assert report.verdict.exit_code == 2
    assert checked().verdict.exit_code == 0


@pytest.mark.parametrize("status", ["draft", "ended"])
def test_what_never_began_or_is_over_may_go(status: str) -> None:
    """A draft, and an engagement that ended."""
    two(status)
    assert checked(removed_since="HEAD").notifications == ()


def test_a_file_that_cannot_be_read_may_not_go() -> None:
    """Nobody knows where it stood."""
    two("brokn")
    assert '"not readable"' in checked(removed_since="HEAD").notifications[0].message


def test_another_name_for_the_same_engagement_is_fine() -> None:
    """The id is what counts."""
    two()
    write("engagements/c.yaml", shop().replace("id: acme-email-support", "id: other"))
    assert checked(removed_since="HEAD").notifications == ()


def test_named_files_are_all_that_a_run_is_about() -> None:
    """Only a run that looks at everything can miss something."""
    two()
    assert checked("engagements/shop.yaml", removed_since="HEAD").notifications == ()


def test_before_the_first_commit_nothing_was_there() -> None:
    """Other revisions that do not exist are an error."""
    governed(rule())
    git(".", "init", "--quiet")
    assert checked(removed_since="HEAD").verdict.passed
    two()
    with pytest.raises(UsageError, match='There is no revision "nope"'):
        checked(removed_since="nope")
