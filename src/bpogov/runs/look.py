"""Looking at engagements: from paths to what every file says by itself, and what is accepted of it."""

import os
from collections.abc import Sequence
from functools import partial

from msgspec import Struct

from bpogov.core.errors import UsageError
from bpogov.core.finding import Finding, Notification
from bpogov.core.gate import Gate
from bpogov.engine.program import CompiledPolicy
from bpogov.policy.policyset import PolicySet
from bpogov.runs.exceptions import ExceptionFiles, Settled, exception_files, settle
from bpogov.runs.gate import chosen
from bpogov.runs.kinds import Others, Surroundings, at_hand, is_other
from bpogov.runs.looking.files import Checked, Files
from bpogov.runs.looking.looked import Looked
from bpogov.runs.looking.looker import Looker
from bpogov.runs.looking.memory import memory_of
from bpogov.runs.looking.processors import processors
from bpogov.runs.looking.survey import Answer, Survey
from bpogov.runs.preparing.compiled import authored_policy, compiled_policy
from bpogov.runs.removed import removed
from bpogov.runs.request import CheckRequest
from bpogov.runs.selection import select
from bpogov.runs.today import date_of_check
from bpogov.source.discover import discover
from bpogov.source.document import Document
from bpogov.source.tree import WORKING_TREE, Tree


class Look(Struct, frozen=True):
    """A run before its verdict: what counts, what was checked, what is accepted of it, and other files beside it."""

    policy: PolicySet
    compiled: CompiledPolicy
    gate: Gate
    today: str
    checked: Checked
    exceptions: ExceptionFiles
    settled: Settled
    others: Others
    notifications: tuple[Notification, ...]

    def about(self, id_: str) -> tuple[Finding, ...]:
        """The findings about waivers of an engagement; a file that names none readably may be meant for any."""
        owners = {use.location.file: use.engagement for use in self.settled.uses}
        return tuple(one for one in self.settled.waiver_findings if owners[one.location.file] in ("", id_))


def look(request: CheckRequest, tree: Tree = WORKING_TREE) -> Look:
    """Look at engagements by the policies, waivers and baseline that `tree` holds. Raises as `check` does."""
    here = at_hand(request.stdin, request.stdin_filename) if request.every_kind else WORKING_TREE
    tree = here if tree is WORKING_TREE else tree
    everything = compiled_policy(request.config, request.policies, tree, request.cache)
    policy = everything.policy
    gate = chosen(policy, request.gate, request.fail_on, request.left_out)
    today = date_of_check(request.today, policy.ground.timezone)
    compiled = select(everything, request.select, request.ignore)
    notifications = list(policy.notifications)
    exceptions = exception_files(
        policy, notifications, no_waivers=request.no_waivers, baseline=request.baseline, tree=tree
    )
    survey = _survey(request, compiled, gate, today, tree)
    checked, others = _apart(survey.look(_names(request, policy)), survey.files, notifications)
    whole = not request.paths and request.stdin is None
    if whole:
        ids = {looked.id for looked in checked.engagements}
        notifications.extend(removed(tree, request.removed_since, policy.ground, ids))
    named = {os.path.realpath(document.file) for document in others}
    settled = settle(policy, exceptions, checked, today, whole=whole, named=named)
    notifications.extend(settled.notifications)
    authored = partial(authored_policy, request.config, request.policies, tree)
    beside = _examined(others, Surroundings(policy, authored, here, today, exceptions, checked))
    notifications.extend(one for one in beside.notifications if one not in policy.notifications)
    return Look(policy, compiled, gate, today, checked, exceptions, settled, beside, tuple(notifications))


def _survey(request: CheckRequest, compiled: CompiledPolicy, gate: Gate, today: str, tree: Tree) -> Survey:
    """How the files are looked at."""

    def engagement(_document: Document) -> bool:
        return False

    policy = compiled.policy
    return Survey(
        files=Files(request.stdin, request.stdin_filename),
        looker=Looker(compiled, gate, today),
        memory=memory_of(compiled, gate, today, request.cache),
        is_other=partial(is_other, policy=policy, tree=tree) if request.every_kind else engagement,
        jobs=request.jobs or processors(),
        progress=request.progress or _unseen,
    )


def _unseen(_done: int, _of: int) -> None:
    """Nobody watches the run."""


def _names(request: CheckRequest, policy: PolicySet) -> list[str]:
    """The files of the run, as the user named them; standard input comes first."""
    given = [] if request.stdin is None else [request.stdin_filename]
    if given and not request.paths:
        return given
    ground = policy.ground
    found = discover(request.paths, ground.engagements, ground.root, may_be_empty=request.allow_empty)
    return [*given, *(file for file in found if file not in given)]


def _apart(
    answers: Sequence[Answer], files: Files, notifications: list[Notification]
) -> tuple[Checked, list[Document]]:
    """The engagements and the other files; one that cannot be opened is an error of the run."""
    checked = [answer for answer in answers if isinstance(answer, Looked)]
    for answer in answers:
        if isinstance(answer, UsageError):
            notifications.extend(answer.problems)
    notifications.extend(said for looked in checked for said in looked.notifications)
    return Checked(tuple(checked), files), [answer for answer in answers if isinstance(answer, Document)]


def _examined(documents: Sequence[Document], around: Surroundings) -> Others:
    """Check files that are no engagements. What the run itself has read is sound, or judged, already."""
    if not documents:
        return Others()
    from bpogov.runs.examining import examine  # imported here: a run without such files needs no form of a rule

    return examine(documents, around)
