"""Running the examples in the rule files: every one of them through the same path as a check."""

import re
from collections.abc import Iterator
from pathlib import Path as FilePath

from bpogov.core.errors import PolicyError, UsageError
from bpogov.core.finding import Notification
from bpogov.core.outcome import Outcome
from bpogov.core.selftest import ExampleFailure, RuleSelftest, SelftestReport
from bpogov.core.suggest import closest
from bpogov.engine.compiling.compile import compile_policy
from bpogov.engine.judging.evaluate import Evaluation, evaluate
from bpogov.engine.judging.fold import Found
from bpogov.engine.program import CompiledPolicy
from bpogov.model.describe import identity_of
from bpogov.model.engagement import Engagement
from bpogov.model.validate import validate
from bpogov.policy.library import PREFIX, shipped_folder, shipped_names
from bpogov.policy.load import load_packs, load_policy_set, packs_below
from bpogov.policy.pack import Pack, PackRule
from bpogov.policy.reading import as_notification, problem
from bpogov.policy.rule import Example
from bpogov.source.discover import read
from bpogov.source.document import Document
from bpogov.source.load import load
from bpogov.source.notation import NotationError, parse, resolve
from bpogov.source.patch import PatchError, apply


def selftest(packs: tuple[str, ...], config: str | None, policies: str | None) -> SelftestReport:
    """Run the examples of packs: by name or folder, or of all that the configuration names.

    Named packs are bound with one another and with nothing else; a pack that changes rules of another one is named
    together with it. Raises PolicyError where a rule or an example engagement is broken.
    """
    policy = load_packs(tuple(_folder(name) for name in packs)) if packs else load_policy_set(config, policies)
    compiled = compile_policy(policy)
    benches = {pack.form.name: Bench(pack, _example_engagements(pack), compiled) for pack in policy.packs}
    rules = [_rule(rule.rule, benches[rule.rule.pack]) for rule in policy.enabled]
    if not rules:
        raise UsageError("There is no rule to test", "name a folder with a pack")
    return SelftestReport(tuple(rules))


class Bench:
    """What the examples of a pack are run on: its example engagements, and what they show before any edit."""

    def __init__(self, pack: Pack, bases: dict[str, Document], compiled: CompiledPolicy) -> None:
        self.pack = pack
        self.bases = bases
        self.compiled = compiled
        self._fired: dict[tuple[str, str], frozenset[str]] = {}

    def run(self, document: Document, today: str) -> tuple[Engagement, Evaluation]:
        """Check an engagement as a run does."""
        engagement = validate(document)
        return engagement, evaluate(self.compiled, engagement, today)

    def fired_before(self, name: str, today: str) -> frozenset[str]:
        """The rules that fire on an example engagement as it stands: an example need not name those."""
        key = (name, today)
        if key not in self._fired:
            self._fired[key] = _fired(self.run(self.bases[name], today)[1])
        return self._fired[key]


def _fired(evaluation: Evaluation) -> frozenset[str]:
    return frozenset(one.rule for one in evaluation.results if one.outcome in (Outcome.FAIL, Outcome.ERROR))


def _folder(name: str) -> str:
    """The folder of a pack that was named: a shipped one by its name, or a path."""
    if not name.startswith(PREFIX) or FilePath(name).exists():
        packs_below(name)
        return name
    if name not in shipped_names():
        near = closest(name, shipped_names())
        help_ = f'did you mean "{near}"?' if near else f"shipped packs: {', '.join(shipped_names())}"
        raise UsageError(f'There is no pack "{name}"', help_)
    return str(shipped_folder() / name.removeprefix(PREFIX))


def _example_engagements(pack: Pack) -> dict[str, Document]:
    """The example engagements of a pack. Raises PolicyError where one cannot be used."""
    problems: list[Notification] = []
    found: dict[str, Document] = {}
    for name, file in pack.form.examples.items():
        path = f"{pack.folder}/{file}"
        if not FilePath(path).is_file():
            message = f'The example engagement "{file}" does not exist'
            problems.append(problem(pack.document, ("examples", name), "missing-example", message))
            continue
        document = load(read(path), path)
        problems.extend(as_notification(finding) for finding in (*document.findings, *validate(document).findings))
        found[name] = document
    if problems:
        raise PolicyError(problems)
    return found


def _rule(rule: PackRule, bench: Bench) -> RuleSelftest:
    failures: list[ExampleFailure] = []
    for number, example in enumerate(rule.form.examples):
        location = rule.document.locate(("examples", number, "name"), f"$.examples[{number}]")
        base = bench.bases[example.given.use]
        today = example.today or bench.pack.form.today
        try:
            data = apply(base.data, example.given.patch)
        except PatchError as error:
            failures.append(ExampleFailure(example.name, str(error), location))
            continue
        engagement, evaluation = bench.run(Document.of(data, base.file), today)
        known = bench.fired_before(example.given.use, today)
        failures.extend(
            ExampleFailure(example.name, complaint, location)
            for complaint in _complaints(rule, example, engagement, evaluation, known)
        )
    names = tuple(example.name for example in rule.form.examples)
    return RuleSelftest(rule.form.id, rule.form.name, rule.pack, names, tuple(failures))


def _complaints(
    rule: PackRule, example: Example, engagement: Engagement, evaluation: Evaluation, known: frozenset[str]
) -> Iterator[str]:
    """What an example did that it does not say, and what it says but did not do."""
    expected = example.expect
    if expected.outcome is not Outcome.NOT_CHECKED:
        for finding in engagement.findings:
            yield f"The engagement is broken, so nothing is proven: {finding.message}"
    results = {result.rule: result for result in evaluation.results}
    result = results[rule.form.id]
    if result.outcome is not expected.outcome:
        yield f"Expected the outcome {expected.outcome}, but it is {result.outcome}: {result.reason}"
    elif expected.outcome is Outcome.FAIL:
        yield from _finding_complaints(rule, example, engagement, evaluation)
    fired = _fired(evaluation) - {rule.form.id}
    for other in sorted(fired - known - set(expected.also)):
        yield f"{other} fires too, which the example does not say: {results[other].reason}"
    for other in sorted(set(expected.also) - fired - {rule.form.id}):
        state = f"its outcome is {results[other].outcome}" if other in results else "the pack has no such rule"
        yield f"{other} should fire too, but {state}"


def _finding_complaints(
    rule: PackRule, example: Example, engagement: Engagement, evaluation: Evaluation
) -> Iterator[str]:
    own = [failure for failure in evaluation.failures if failure.rule == rule.form.id]
    matching = [failure for failure in own if _is_expected(failure, example, engagement)]
    if not matching:
        seen = "; ".join(_told(failure, engagement) for failure in own)
        yield f"The rule fires, but not as the example says: {seen}"
        return
    findings = [one for one in evaluation.findings if rule.form.id in (one.rule, *one.also)]
    for finding in () if rule.form.id in example.expect.also else findings[1:]:
        told = f"{finding.message} ({finding.location.path})"
        yield f"The rule fires more than once: {told}; if that is meant, name {rule.form.id} under also"


def _is_expected(failure: Found, example: Example, engagement: Engagement) -> bool:
    expected = example.expect
    if expected.assertion is not None and failure.assertion != expected.assertion:
        return False
    if expected.message is not None and not _matches(expected.message, failure.message):
        return False
    try:
        place = resolve(parse(expected.at or "$"), engagement.facts, identity_of)
    except NotationError:
        return False
    return place is not None and place == failure.path


def _told(failure: Found, engagement: Engagement) -> str:
    assertion = f"{failure.assertion}: " if failure.assertion else ""
    return f"{assertion}{failure.message} (at {engagement.show(failure.path)})"


def _matches(pattern: str, text: str) -> bool:
    """Whether a text fits a pattern in which `*` stands for anything."""
    parts = (re.escape(part) for part in pattern.split("*"))
    return re.fullmatch(".*".join(parts), text, re.DOTALL) is not None
