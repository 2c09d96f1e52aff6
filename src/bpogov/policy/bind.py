"""Laying packs and configurations over one another: each value of each rule, and where it comes from."""

import hashlib
from collections.abc import Iterable, Iterator

from bpogov.core.finding import Notification
from bpogov.core.report import Input
from bpogov.core.suggest import closest
from bpogov.policy.authored import AuthoredPolicy, AuthoredRule
from bpogov.policy.configuration import Configuration
from bpogov.policy.entry import Entry, entries
from bpogov.policy.gate import check_words
from bpogov.policy.gate import settle as settle_gates
from bpogov.policy.override import Change, Override
from bpogov.policy.pack import Pack, PackRule
from bpogov.policy.policyset import settled
from bpogov.policy.reading import problem
from bpogov.policy.terms import settle_terms
from bpogov.policy.wording import inside


def bind(packs: Iterable[Pack], configuration: Configuration, problems: list[Notification]) -> AuthoredPolicy:
    """Bind rules to the values of every layer. Mistakes are added to `problems`.

    Order, later wins: the rule's default, the packs, the parent configurations, the configuration; in each of them
    plain values first, then those of the engagement's tier, then those for its file; the gate comes on top.
    """
    packs = tuple(packs)
    whole = not problems
    problems.extend(_same_names(packs))
    rules = {rule.form.id: rule for rule in _unique_rules(packs, problems)}
    found: dict[str, list[Entry]] = {}
    for entry, key in entries(packs, configuration):
        rule = rules.get(key.split("/")[0])
        if rule is None:
            # a rule whose file is broken is not unknown
            problems.extend([_unknown_rule(entry, key, rules)] if whole else [])
        elif not _complain(entry, rule, problems):
            found.setdefault(rule.form.id, []).append(entry)
    bound = tuple(_bind_rule(rules[name], found.get(name, []), problems) for name in sorted(rules))
    gates = settle_gates(configuration.gates, problems)
    if whole:
        check_words(configuration.gates, rules, problems)
    terms = settle_terms(configuration.waivers, problems)
    return AuthoredPolicy(
        rules=bound,
        packs=packs,
        configuration=configuration,
        ground=configuration.ground,
        inputs=tuple(_inputs(packs, configuration)),
        digest=_digest(packs, configuration),
        gates=gates,
        terms=terms,
    )


def alone(rule: PackRule) -> AuthoredPolicy:
    """A policy set of one rule, with its own values and without any configuration."""
    configuration = Configuration()
    return AuthoredPolicy(
        rules=(_authored(rule, (), ""),),
        packs=(),
        configuration=configuration,
        ground=configuration.ground,
        inputs=(),
        digest="",
    )


def _same_names(packs: tuple[Pack, ...]) -> Iterator[Notification]:
    first: dict[str, Pack] = {}
    for pack in packs:
        earlier = first.setdefault(pack.form.name, pack)
        if earlier is not pack:
            message = f'The pack "{pack.form.name}" is there already, from the folder "{earlier.folder}"'
            yield problem(pack.document, ("name",), "duplicate-pack", message, "give this pack a name of its own")


def _unique_rules(packs: tuple[Pack, ...], problems: list[Notification]) -> Iterator[PackRule]:
    seen: dict[str, PackRule] = {}
    for pack in packs:
        for rule in pack.rules:
            earlier = seen.setdefault(rule.form.id, rule)
            if earlier.pack != rule.pack:
                problems.append(
                    problem(
                        rule.document,
                        ("id",),
                        "duplicate-rule",
                        f'The id "{rule.form.id}" is taken by a rule of the pack "{earlier.pack}"',
                        "give this rule an id of its own, with letters that no other pack uses",
                    )
                )
            yield rule


def _unknown_rule(entry: Entry, key: str, rules: Iterable[str]) -> Notification:
    name = key.split("/", maxsplit=1)[0]
    near = closest(name, rules)
    help_ = f'did you mean "{near}"?' if near else "`bpogov rules` lists the rules of the configured packs"
    message = f'No configured pack has a rule "{name}"'
    return problem(entry.document, entry.path, "unknown-rule", message, help_, of_key=True)


def _complain(entry: Entry, rule: PackRule, problems: list[Notification]) -> bool:
    """Add what is wrong with a change; true where something is."""
    found: list[Notification] = []
    if entry.assertion:
        known = [part.id for part in rule.form.assertions]
        if entry.assertion not in known:
            near = closest(entry.assertion, known)
            found.append(
                problem(
                    entry.document,
                    entry.path,
                    "unknown-assertion",
                    f'The rule {rule.form.id} has no assertion "{entry.assertion}"',
                    f'did you mean "{near}"?'
                    if near
                    else f"it has: {', '.join(filter(None, known)) or 'none by name'}",
                )
            )
        if entry.change.model_fields_set - {"severity", "since"}:
            found.append(
                problem(
                    entry.document,
                    entry.path,
                    "wrong-value",
                    "A single assertion can only be given a severity and a first status",
                    f"write the rest under {rule.form.id}",
                )
            )
    for name, value in entry.change.parameters.items():
        found += _parameter_problems(entry, rule, name, value)
    problems.extend(found)
    return bool(found)


def _parameter_problems(entry: Entry, rule: PackRule, name: str, value: object) -> list[Notification]:
    path = (*entry.path, "parameters", name)
    declared = rule.form.parameters
    if name not in declared:
        near = closest(name, declared)
        help_ = f'did you mean "{near}"?' if near else f"it has: {', '.join(declared) or 'no parameters'}"
        message = f'The rule {rule.form.id} has no parameter "{name}"'
        return [problem(entry.document, path, "unknown-parameter", message, help_, of_key=True)]
    complaint = declared[name].complaint(value)
    if complaint:
        message = f'The parameter "{name}" of {rule.form.id} does not fit: {complaint}'
        return [problem(entry.document, path, "bad-parameter", message, inside(declared[name].description))]
    return []


def _bind_rule(rule: PackRule, entries: list[Entry], problems: list[Notification]) -> AuthoredRule:
    lock = next((entry for entry in entries if isinstance(entry.change, Override) and entry.change.lock), None)
    if lock is None:
        return _authored(rule, entries, "")
    problems.extend(
        _locked(entry, lock, rule)
        for entry in entries
        if (entry.layer > lock.layer or entry.scope is not None) and _touches(entry.change)
    )
    return _authored(rule, [entry for entry in entries if entry.tier is None], lock.document.file)


def _authored(rule: PackRule, entries: Iterable[Entry], locked_by: str) -> AuthoredRule:
    facts, amendments = rule.facts, tuple(entry.amendment for entry in entries)
    return AuthoredRule(facts, settled(facts, amendments), amendments, locked_by, rule=rule)


def _touches(change: Change) -> bool:
    """Whether a change says anything that a lock forbids: everything but a lock of its own."""
    return bool(change.model_fields_set - {"lock", "reason"})


def _locked(entry: Entry, lock: Entry, rule: PackRule) -> Notification:
    return problem(
        entry.document,
        entry.path,
        "locked-rule",
        f"The rule {rule.form.id} is locked in {lock.origin} and cannot be changed here",
        f"take this entry out, or ask those who own {lock.document.file}",
    )


def _digest(packs: tuple[Pack, ...], configuration: Configuration) -> str:
    """SHA-256 over the content of everything that the policy set was read from; file names do not count."""
    digest = hashlib.sha256()
    documents = [document for pack in packs for document in (pack.document, *(rule.document for rule in pack.rules))]
    for document in (*documents, *(layer.document for layer in configuration.layers)):
        digest.update(document.digest.encode())
    return f"sha256:{digest.hexdigest()}"


def _inputs(packs: tuple[Pack, ...], configuration: Configuration) -> Iterator[Input]:
    """The files that the policy set was read from, each with its digest."""
    for layer in configuration.layers:
        yield Input("configuration", layer.document.file, layer.document.digest)
    for pack in packs:
        yield Input("pack", pack.document.file, pack.document.digest)
        for rule in pack.rules:
            yield Input("rule", rule.document.file, rule.document.digest)
