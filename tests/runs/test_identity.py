"""Engagement ids are unique in a run."""

from bpogov.model.validate import validate
from bpogov.runs.identity import same_ids
from bpogov.source.load import load
from tests.policy.files import shop

OTHER = shop().replace("id: acme-email-support", "id: another-one")


def _same(*texts: str) -> dict[str, list[tuple[str, str, tuple[str, ...]]]]:
    engagements = [validate(load(text.encode(), f"{number}.yaml")) for number, text in enumerate(texts)]
    return {
        file: [(one.rule, one.message, tuple(place.file for place in one.related)) for one in findings]
        for file, findings in same_ids(engagements).items()
    }


def test_different_ids_are_fine() -> None:
    """Nothing is found, also where a file has no id to compare."""
    assert _same(shop(), OTHER, "kind: [", "title: A\n", "title: B\n") == {}


def test_the_later_files_are_told() -> None:
    """Each of them, with the place of the first."""
    message = 'The id "acme-email-support" is also that of 0.yaml, but every engagement has its own'
    finding = ("STR011", message, ("0.yaml",))
    assert _same(shop(), OTHER, shop(), shop()) == {"2.yaml": [finding], "3.yaml": [finding]}
