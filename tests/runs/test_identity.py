"""Engagement ids are unique in a run."""

import pytest

from bpogov.runs.identity import same_ids
from bpogov.runs.looking.files import Checked, Files
from tests.policy.files import shop, write
from tests.runs.looking.bench import looker

pytestmark = pytest.mark.usefixtures("workspace")

OTHER = shop().replace("id: acme-email-support", "id: another-one")


def _same(*texts: str) -> dict[str, list[tuple[str, str, str, tuple[tuple[str, str], ...]]]]:
    names = [write(f"{number}.yaml", text) for number, text in enumerate(texts)]
    files, eye = Files(), looker()
    found = same_ids(Checked(tuple(eye.at(files.document(name)) for name in names), files))
    return {
        file: [
            (one.rule, one.message, one.location.path, tuple((place.file, place.path) for place in one.related))
            for one in findings
        ]
        for file, findings in found.items()
    }


def test_different_ids_are_fine() -> None:
    """Nothing is found, also where a file has no id to compare."""
    assert _same(shop(), OTHER, "kind: [", "title: A\n", "title: B\n") == {}


def test_the_later_files_are_told() -> None:
    """Each of them, with the place of the first."""
    message = 'The id "acme-email-support" is also that of 0.yaml, but every engagement has its own'
    finding = ("STR011", message, "$.id", (("0.yaml", "$.id"),))
    assert _same(shop(), OTHER, shop(), shop()) == {"2.yaml": [finding], "3.yaml": [finding]}
