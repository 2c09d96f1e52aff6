"""All files of a run: what is known already, and what has to be looked at."""

import os
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from msgspec.structs import replace

from bpogov.core.errors import UsageError
from bpogov.core.gate import LOCAL
from bpogov.runs.looking import pool, survey
from bpogov.runs.looking.files import Files
from bpogov.runs.looking.kind import KINDS, kind_of
from bpogov.runs.looking.looked import Looked
from bpogov.runs.looking.memory import memory_of
from bpogov.runs.looking.survey import Answer, Survey, ready
from bpogov.runs.preparing.compiled import compiled_policy
from bpogov.source.document import Document
from bpogov.source.tree import WORKING_TREE
from tests.policy.files import rule, shop, write
from tests.runs.bench import DAY, NO_GOALS, governed
from tests.runs.looking.bench import eye_of

pytestmark = pytest.mark.usefixtures("workspace")


class Watch:
    """What a survey looks at anew, and what it tells of its progress."""

    def __init__(self, jobs: int = 1, cache: str | None = "cache") -> None:
        compiled = compiled_policy(None, None, WORKING_TREE, None)
        self.seen: list[str] = []
        self.told: list[tuple[int, int]] = []
        self.survey = Survey(
            Files(),
            eye_of(compiled, self.seen),
            memory_of(compiled, LOCAL, DAY, cache),
            lambda document: kind_of(document) in KINDS,
            jobs,
            lambda done, of: self.told.append((done, of)),
        )

    def look(self, *names: str) -> list[Answer]:
        """What is known of the files."""
        return self.survey.look(names)


def ids(answers: Sequence[Answer]) -> list[str]:
    """What each answer is about."""
    return [
        one.id if isinstance(one, Looked) else one.file if isinstance(one, Document) else one.problems[0].code
        for one in answers
    ]


def many(count: int) -> list[str]:
    """Engagements `0.yaml` and so on, in a governed folder."""
    governed(rule(), NO_GOALS)
    text = shop()
    return [write(f"{number}.yaml", text.replace("acme-email", f"acme-{number}")) for number in range(count)]


def test_a_file_that_did_not_change_is_not_looked_at_again() -> None:
    """Only a changed one is, and progress tells of those that are."""
    names = many(3)
    first = Watch()
    answers = first.look(*names)
    assert (first.seen, first.told) == (names, [(1, 3), (2, 3), (3, 3)])
    assert Watch().look(*names) == answers
    write("1.yaml", shop().replace("acme-email", "changed"))
    again = Watch()
    assert ids(again.look(*names)) == ["acme-0-support", "changed-support", "acme-2-support"]
    assert (again.seen, again.told) == (["1.yaml"], [(3, 3)])


def test_what_is_no_engagement_or_cannot_be_read_is_never_remembered() -> None:
    """It is as it is at every run."""
    names = [*many(1), write("rule.yaml", rule()), "missing.yaml"]
    for _ in range(2):
        answers = Watch().look(*names)
        assert ids(answers) == ["acme-0-support", "rule.yaml", "missing-path"]
    os.unlink("0.yaml")
    assert ids(Watch().look("0.yaml")) == ["missing-path"]


def test_an_engagement_of_another_kind_is_looked_at_every_time() -> None:
    """Whether a waiver where engagements belong is one depends on more than on the file."""
    governed(rule(), NO_GOALS)
    name = write("engagements/a.yaml", "kind: Waiver\n")
    for _ in range(2):
        watch = Watch()
        asked = replace(watch.survey, is_other=lambda _: False)
        assert [isinstance(one, Looked) for one in asked.look([name])] == [True]
        assert watch.seen == [name]


def test_many_files_are_shared_out(monkeypatch: pytest.MonkeyPatch) -> None:
    """With the same answers in the same order; what a process does not answer is looked at here."""
    monkeypatch.setattr(survey, "MANY", 4)
    monkeypatch.setattr(survey, "_FIRST", 1)
    strange = write("x\udcff.yaml", shop().replace("acme-email", "strange"))
    names = [*many(5), write("rule.yaml", rule()), "missing.yaml", strange]
    here = Watch(cache=None)
    answers = here.look(*names)
    shared = Watch(jobs=2)
    assert ids(shared.look(*names)) == ids(answers)
    assert shared.seen == [names[0], strange]  # a name of bytes that are no text cannot be sent
    assert [one for one in Watch().look(*names[:5]) if isinstance(one, Looked)] == answers[:5]


def test_one_process_at_a_time_takes_what_would_fill_the_memory(monkeypatch: pytest.MonkeyPatch) -> None:
    """Also where there is only one processor."""
    monkeypatch.setattr(survey, "ENDLESS", 2)
    monkeypatch.setattr(survey, "_FIRST", 1)
    names = many(2)
    alone = Watch(jobs=1, cache=None)
    assert ids(alone.look(*names)) == ["acme-0-support", "acme-1-support"]
    assert alone.seen == names[:1]


def test_a_process_answers_for_engagements_only() -> None:
    """Everything else is left to whoever started it."""
    names = [*many(1), write("rule.yaml", rule()), "missing.yaml"]
    watch = Watch(cache=None)
    look = ready(watch.survey.files, watch.survey.looker)
    assert [look(name) for name in names] == [watch.look(names[0])[0], None, None]


def test_a_file_without_an_answer_is_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is remembered of it."""
    died = UsageError("It died", code="no-answer")

    def answers(files: Sequence[str], *_: object) -> Iterator[UsageError]:
        yield from (died for _ in files)

    monkeypatch.setattr(survey, "MANY", 1)
    monkeypatch.setattr(survey, "_FIRST", 1)
    monkeypatch.setattr(pool, "in_processes", answers)
    assert Watch(jobs=2).look(*many(3))[1:] == [died, died]
    assert Watch().look("1.yaml") != [died]


def test_whatever_is_done_to_what_is_kept_no_answer_changes() -> None:
    """A byte of a ledger changed, wherever it stands, its end cut off, another ledger in its place: nothing changes."""
    names = many(2)
    write("1.yaml", shop().replace("goals:", "x-goals:"))
    answers = Watch(cache=None).look(*names)
    Watch().look(*names)
    kept = sorted(Path("cache/answers").iterdir())
    contents = [file.read_bytes() for file in kept]
    assert len(kept) == 2
    whole = contents[0]
    places = [*range(50), *range(50, len(whole), 13)]
    changed = [whole[:place] + bytes([whole[place] ^ 1]) + whole[place + 1 :] for place in places]
    for content in (*changed, whole[:-1], contents[1], b"", b"bpogov 1\n" + bytes(32)):
        kept[0].write_bytes(content)
        assert Watch().look(*names) == answers
