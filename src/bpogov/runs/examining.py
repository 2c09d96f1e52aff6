"""Files that are named and are no engagements: each is checked as what its `kind:` says."""

import os
from collections.abc import Iterator, Sequence
from pathlib import Path as FilePath

from msgspec.structs import replace

from bpogov.core.errors import BpogovError
from bpogov.core.finding import Finding, Notification
from bpogov.core.fingerprint import fingerprinted
from bpogov.core.severity import Severity
from bpogov.engine.compiling.compile import compile_policy
from bpogov.policy.advice import check_cited
from bpogov.policy.bind import alone, bind
from bpogov.policy.configuration import Configuration
from bpogov.policy.load import load_policy_set
from bpogov.policy.pack import MANIFEST, PackFile, check_name, read_pack, read_rule
from bpogov.policy.policyset import PolicySet
from bpogov.policy.reading import problem, read_document, read_file
from bpogov.runs.exceptions import cases_of, waiver_files
from bpogov.runs.inputs import inputs
from bpogov.runs.kinds import Others, Surroundings
from bpogov.runs.looking.kind import KINDS, kind_of
from bpogov.source.document import Document
from bpogov.source.tree import Tree


def examine(documents: Sequence[Document], around: Surroundings) -> Others:
    """Check files that are no engagements. What the run itself has read is sound, or judged, already."""
    known = {(os.path.realpath(one.name), one.digest) for one in inputs((), around.policy, around.exceptions.documents)}
    fresh = [one for one in documents if (os.path.realpath(one.file), one.digest) not in known]
    problems = [found for document in fresh for found in _problems(document, around)]
    waivers = [document for document in fresh if kind_of(document) == "Waiver"]
    return Others(
        _words(documents),
        tuple((KINDS[kind_of(document)][0], document) for document in fresh),
        tuple(sorted(_of_waivers(waivers, around), key=lambda finding: finding.order)) if waivers else (),
        tuple(dict.fromkeys(problems)),
    )


def _words(documents: Sequence[Document]) -> str:
    counts = [(sum(kind_of(document) == kind for document in documents), noun) for kind, (_, noun) in KINDS.items()]
    return ", ".join(f"{count} {noun}{'' if count == 1 else 's'}" for count, noun in counts if count)


def _problems(document: Document, around: Surroundings) -> list[Notification]:
    problems: list[Notification] = []
    try:
        match kind_of(document):
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
    compile_policy(alone(rule))


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
    before = [one for one in around.authored().packs if one.form.name != pack.form.name]
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
