"""Files that are named and are no engagements: which they are, and what a run finds about them."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from msgspec import Struct

from bpogov.core.finding import Finding, Notification
from bpogov.policy.policyset import PolicySet
from bpogov.runs.exceptions import ExceptionFiles
from bpogov.runs.looking.files import Checked
from bpogov.runs.looking.kind import KINDS, kind_of
from bpogov.source.discover import matches
from bpogov.source.document import Document
from bpogov.source.load import load
from bpogov.source.tree import WORKING_TREE, Revision, Tree, Unsaved

if TYPE_CHECKING:  # a run without such files needs no rule with its form
    from bpogov.policy.authored import AuthoredPolicy


class Others(Struct, frozen=True):
    """What was found about the files of a run that are no engagements.

    `words` says how many there are of each kind, empty without any; `documents` are those that the run had not read
    before, with the kind of input; `findings` are about waivers, `notifications` about everything else.
    """

    words: str = ""
    documents: tuple[tuple[str, Document], ...] = ()
    findings: tuple[Finding, ...] = ()
    notifications: tuple[Notification, ...] = ()


class Surroundings(Struct, frozen=True):
    """What a run knows when it comes to these files.

    `authored` reads the policies again, with their files; `tree` is where the files beside them are read from; `today`
    a date in ISO 8601; `exceptions` are the waivers and the baseline that count, `checked` the engagements.
    """

    policy: PolicySet
    authored: "Callable[[], AuthoredPolicy]"
    tree: Tree
    today: str
    exceptions: ExceptionFiles
    checked: Checked


def at_hand(stdin: bytes | None, name: str) -> Tree:
    """The working tree; what standard input holds stands for the file of its name, unless it is an engagement."""
    if stdin is None or kind_of(load(stdin, name)) not in KINDS:
        return WORKING_TREE
    return Unsaved(WORKING_TREE, name, stdin)


def is_other(document: Document, policy: PolicySet, tree: Tree) -> bool:
    """Whether a file of a run is no engagement; `tree` is where the policies come from.

    What lies where the configuration looks for engagements has to be one, and so has what is one in the revision that
    is trusted: by writing another kind, a change would leave the check.
    """
    ground = policy.ground
    if kind_of(document) not in KINDS or matches(document.file, ground.engagements, ground.root):
        return False
    if isinstance(tree, Revision) and tree.is_file(document.file):
        return kind_of(load(tree.read(document.file), document.file)) in KINDS
    return True
