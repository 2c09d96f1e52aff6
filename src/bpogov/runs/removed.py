"""Engagements that are there no longer: what is not there is checked by nobody, so somebody has to say so."""

import os
from collections.abc import Collection, Iterator

from bpogov.core.finding import Notification
from bpogov.core.severity import Severity
from bpogov.core.status import Status
from bpogov.model.validate import validate
from bpogov.policy.policyset import Ground
from bpogov.source import git
from bpogov.source.discover import matches
from bpogov.source.load import load
from bpogov.source.tree import Revision, Tree

_MAY_GO = (Status.DRAFT, Status.ENDED)


def removed(tree: Tree, since: str | None, ground: Ground, ids: Collection[str]) -> Iterator[Notification]:
    """The engagements that a revision has and that are neither in the working tree nor under another name in `ids`.

    The revision is `tree`, if that is one, else `since`, else there is nothing to tell. An engagement leaves by its
    status: one that was only a draft, or had ended in that revision, may go; any other is an error of the run.
    """
    if isinstance(tree, Revision):
        yield from _removed(tree, ground, ids)
    elif since is not None and git.has_commits(""):
        with Revision(since) as before:
            yield from _removed(before, ground, ids)


def _removed(before: Revision, ground: Ground, ids: Collection[str]) -> Iterator[Notification]:
    for name in before.below(ground.root):
        file = ground.within(name)
        if os.path.exists(file) or not matches(file, ground.engagements, ground.root):
            continue
        engagement = validate(load(before.read(file), before.named(file)))
        if engagement.id in ids or engagement.status in _MAY_GO:
            continue
        status = engagement.status.value if engagement.status else "not readable"
        message = f'The engagement "{file}" was removed, but its status was "{status}", so that nothing checks it now'
        help_ = "put the file back; when the engagement is over, write status: ended first, and remove it later"
        yield Notification(Severity.ERROR, "engagement-removed", message, help=help_)
