"""The files of a run, opened again."""

import pytest

from bpogov.core.errors import UsageError
from bpogov.runs.looking.files import Checked, Files
from tests.policy.files import shop, write
from tests.runs.looking.bench import looker

pytestmark = pytest.mark.usefixtures("workspace")


def test_standard_input_stands_for_the_file_of_its_name() -> None:
    """An editor sends what is not saved yet; every other file is the one on disk."""
    write("a.yaml", "title: Saved\n")
    write("b.yaml", "title: Other\n")
    files = Files(b"title: Not saved\n", "a.yaml")
    assert [files.document(file).data for file in ("a.yaml", "b.yaml")] == [{"title": "Not saved"}, {"title": "Other"}]
    assert Files(None, "a.yaml").document("a.yaml").data == {"title": "Saved"}


def test_an_engagement_is_opened_again() -> None:
    """With everything that its file holds."""
    write("shop.yaml", shop())
    files = Files()
    looked = looker().at(files.document("shop.yaml"))
    checked = Checked((looked,), files)
    assert checked.files.engagement(checked.engagements[0]).facts["id"] == looked.id == "acme-email-support"


def test_a_file_that_changes_meanwhile_is_no_verdict() -> None:
    """What was judged is not what would be looked at now."""
    write("shop.yaml", shop())
    files = Files()
    looked = looker().at(files.document("shop.yaml"))
    write("shop.yaml", shop() + "# more\n")
    with pytest.raises(UsageError, match="was changed while it was checked") as caught:
        files.engagement(looked)
    assert [(one.code, one.help) for one in caught.value.problems] == [("changed", "check it again")]
