"""Files that are named and are no engagements: each is checked as what its `kind:` says."""

import os
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path as FilePath

from bpogov.core.errors import BpogovError
from bpogov.core.finding import Finding, Notification
from bpogov.core.fingerprint import fingerprinted
from bpogov.core.severity import Severity
from bpogov.engine.compile import compile_policy
from bpogov.policy.advice import check_cited
from bpogov.policy.bind import bind
from bpogov.policy.configuration import Configuration
from bpogov.policy.load import load_policy_set
from bpogov.policy.pack import MANIFEST, PackFile, check_name, read_pack, read_rule
from bpogov.policy.policyset import BoundRule, PolicySet
from bpogov.policy.reading import problem, read_document, read_file
from bpogov.runs.exceptions import Checked, ExceptionFiles, cases_of, waiver_files
from bpogov.runs.inputs import inputs
from bpogov.source.discover import matches
from bpogov.source.document import Document
from bpogov.source.load import load
from bpogov.source.tree import WORKING_TREE, Revision, Tree, Unsaved

_KINDS = {
    "Configuration": ("configuration", "configuration"),
    "Pack": ("pack", "pack"),
    "Rule": ("rule", "rule file"),
    "Waiver": ("waiver", "waiver"),
    "Baseline": ("baseline", "baseline"),
}
"""Each kind with its name among the inputs of a report, and what people call such a file."""

_KIND = re.compile(r"^kind:[ \t]*[\"']?(\w+)", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Others:
    """What was found about the files of a run that are no engagements.

    `words` says how many there are of each kind, empty without any; `documents` are those that the run had not read
    before, with the kind of input; `findings` are about waivers, `notifications` about everything else.
    """

    words: str = ""
    documents: tuple[tuple[str, Document], ...] = ()
    findings: tuple[Finding, ...] = ()
    notifications: tuple[Notification, ...] = ()


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What a run knows when it comes to these files.

    `tree` is where the files beside them are read from; `today` a date in ISO 8601; `exceptions` are the waivers and
    the baseline that count, `checked` the engagements.
    """

    policy: PolicySet
    tree: Tree
    today: str
    exceptions: ExceptionFiles
    checked: Sequence[Checked]


def at_hand(stdin: bytes | None, name: str) -> Tree:
    """The working tree; what standard input holds stands for the file of its name, unless it is an engagement."""
    if stdin is None or _kind(load(stdin, name)) not in _KINDS:
        return WORKING_TREE
    return Unsaved(WORKING_TREE, name, stdin)


def apart(documents: Sequence[Document], policy: PolicySet, tree: Tree) -> tuple[list[Document], list[Document]]:
    """The engagements among the files of a run, and the others, in their order.

    `tree` is where the policies come from. What lies where the configuration looks for engagements has to be one, and
    so has what is one in the revision that is trusted: by writing another kind, a change would leave the check.
    """
    engagements: list[Document] = []
    others: list[Document] = []
    for document in documents:
        (others if _is_other(document, policy, tree) else engagements).append(document)
    return engagements, others


def examined(documents: Sequence[Document], around: Surroundings) -> Others:
    """Check files that are no engagements. What the run itself has read is sound, or judged, already."""
    if not documents:
        return Others()
    known = {(os.path.realpath(one.name), one.digest) for one in inputs((), around.policy, around.exceptions.documents)}
    fresh = [one for one in documents if (os.path.realpath(one.file), one.digest) not in known]
    problems = [found for document in fresh for found in _problems(document, around)]
    waivers = [document for document in fresh if _kind(document) == "Waiver"]
    return Others(
        _words(documents),
        tuple((_KINDS[_kind(document)][0], document) for document in fresh),
        tuple(sorted(_of_waivers(waivers, around), key=lambda finding: finding.order)) if waivers else (),
        tuple(dict.fromkeys(problems)),
    )


def _kind(document: Document) -> str:
    """What a file says that it is, also one that cannot be read as a whole."""
    if isinstance(document.data, dict):
        said = document.data.get("kind")
        return said if isinstance(said, str) else ""
    found = _KIND.search(document.text)
    return found[1] if found else ""


def _is_other(document: Document, policy: PolicySet, tree: Tree) -> bool:
    configuration = policy.configuration
    if _kind(document) not in _KINDS or matches(document.file, configuration.engagements, configuration.root):
        return False
    if isinstance(tree, Revision) and tree.is_file(document.file):
        return _kind(load(tree.read(document.file), document.file)) in _KINDS
    return True


def _words(documents: Sequence[Document]) -> str:
    counts = [(sum(_kind(document) == kind for document in documents), noun) for kind, (_, noun) in _KINDS.items()]
    return ", ".join(f"{count} {noun}{'' if count == 1 else 's'}" for count, noun in counts if count)


def _problems(document: Document, around: Surroundings) -> list[Notification]:
    problems: list[Notification] = []
    try:
        match _kind(document):
            case "Rule":
                _check_rule(document, around.tree, problems)
            case "Pack":
                _check_pack(document, around, problems)
            case "Configuration":
                _check_configuration(document, around.tree, problems)
            case "Baseline":
                _check_baseline(document, around.policy, problems)
            case _:  # waivers are judged together
                pass
    except BpogovError as error:
        problems.extend(error.problems)
    return problems


def _check_rule(document: Document, tree: Tree, problems: list[Notification]) -> None:
    """As `bpogov test` does before it runs an example; the other rules of the pack are beside the point."""
    folder = _pack_around(document.file, tree)
    manifest = read_file(f"{folder}/{MANIFEST}", PackFile, problems, tree) if folder else None
    rule = read_rule(document, manifest, problems)
    if rule is None:
        return
    if folder:
        check_name(rule, problems)
    check_cited([rule], problems)
    compile_policy(PolicySet((BoundRule.of(rule, (), ""),), (), Configuration(), ""))


def _pack_around(file: str, tree: Tree) -> str:
    """The folder of the pack that a file on disk belongs to, or nothing."""
    if not os.path.isfile(file):
        return ""
    folders = (os.path.relpath(folder).replace(os.sep, "/") for folder in FilePath(os.path.abspath(file)).parents)
    return next((folder for folder in folders if tree.is_file(f"{folder}/{MANIFEST}")), "")


def _check_pack(document: Document, around: Surroundings, problems: list[Notification]) -> None:
    """The manifest with its rules, after the packs of the configuration, whose rules it may change."""
    manifest = read_document(document, PackFile, problems)
    path = FilePath(document.file)
    if manifest is None or not path.is_file():
        return
    if path.name != MANIFEST:
        message = f'Nobody reads this pack, because its file is called "{path.name}"'
        problems.append(problem(document, ("kind",), "file-name", message, f'rename the file to "{MANIFEST}"'))
        return
    pack = read_pack(path.parent.as_posix(), problems, around.tree)
    if pack is None or problems:
        return
    before = [one for one in around.policy.packs if one.form.name != pack.form.name]
    bound = bind([*before, pack], Configuration(), problems)
    check_cited(pack.rules, problems)
    compile_policy(replace(bound, rules=tuple(rule for rule in bound.rules if rule.rule.pack == pack.form.name)))


def _check_configuration(document: Document, tree: Tree, problems: list[Notification]) -> None:
    """With everything that it extends, and its packs."""
    policy = load_policy_set(document.file, None, tree)
    compile_policy(policy)
    problems.extend(policy.notifications)


def _check_baseline(document: Document, policy: PolicySet, problems: list[Notification]) -> None:
    from bpogov.waiver.baseline import accept, firm_rules, read_baseline, remarks

    baseline = read_baseline(document, problems)
    if baseline is not None:
        problems.extend(remarks(baseline, accept(baseline, (), (), firm_rules(policy), whole=False)))


def _of_waivers(documents: Sequence[Document], around: Surroundings) -> Iterator[Finding]:
    """What is wrong with waivers that do not count in this run."""
    from bpogov.waiver.applying import apply
    from bpogov.waiver.problems import complaint
    from bpogov.waiver.reading import read_waivers

    terms = around.policy.terms
    book = read_waivers(documents, around.policy, terms)
    named = {document.file for document in documents}
    yield from apply(book, cases_of(around.checked), around.today, whole=False, named=named).findings
    found = {os.path.realpath(file) for file in waiver_files(around.policy, around.tree)}
    for document in documents:
        if os.path.isfile(document.file) and os.path.realpath(document.file) not in found:
            message = f"This waiver accepts nothing, because waivers are looked for in {' and '.join(terms.files)} only"
            help_ = "move the file there, or add its place to files under waivers in bpogov.yaml"
            misplaced = complaint(document, ("kind",), message, help_, Severity.WARNING)
            yield from fingerprinted([misplaced], document.file)
