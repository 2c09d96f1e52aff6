"""One page for each rule, and an overview for each pack."""

import json
from collections.abc import Iterator
from typing import Any

import yaml

from bpogov.core.errors import PolicyError
from bpogov.core.finding import Notification
from bpogov.core.outcome import Outcome
from bpogov.policy.library import PREFIX, shipped_folder
from bpogov.policy.pack import Pack, PackRule, read_pack
from bpogov.policy.rule import Example, Reference, RuleFile
from bpogov.report.plain.naming import who_acts
from bpogov.report.plain.prose import capitalised
from bpogov.runs.explaining.rule import acts_on
from tools.pages import markdown

SHOWN = 3
"""How many examples of a kind a page shows; the rule file has all of them."""


def shipped_packs() -> tuple[Pack, ...]:
    """Read the packs that ship with bpogov; a mistake in one ends the work with every mistake named."""
    problems: list[Notification] = []
    read = [read_pack(str(path.parent), problems) for path in sorted(shipped_folder().glob("*/pack.yaml"))]
    if problems:
        raise PolicyError(problems)
    return tuple(pack for pack in read if pack)


def pages(packs: tuple[Pack, ...]) -> dict[str, str]:
    """Give the pages below `docs/reference/rules`: path and text."""
    made = {}
    for pack in packs:
        short = pack.form.name.rpartition("/")[2]
        made[f"{short}/README.md"] = _overview(pack)
        for rule in pack.rules:
            made[f"{short}/{rule.form.name}.md"] = _page(rule, pack)
    return made


def _overview(pack: Pack) -> str:
    rows = (
        (rule.form.id, f"[{rule.form.name}]({rule.form.name}.md)", rule.form.title, rule.form.severity, rule.form.since)
        for rule in pack.rules
    )
    return markdown.join(
        [
            markdown.GENERATED,
            f"# {pack.form.name}: {pack.form.title}",
            pack.form.description,
            "Severity is what a finding weighs from the named status on; before it, the rule is a note.",
            markdown.table(("id", "rule", "demands", "severity", "from status"), rows),
        ]
    )


def _page(found: PackRule, pack: Pack) -> str:
    rule = found.form
    return markdown.join(
        [
            markdown.GENERATED,
            f"# {rule.id} {rule.name}",
            f"{rule.title}.",
            markdown.table(("", ""), _facts(rule, pack)),
            "## Why",
            markdown.prose(rule.rationale),
            *_examples("Fails", [example for example in rule.examples if example.expect.outcome is Outcome.FAIL]),
            *_examples("Passes", [example for example in rule.examples if example.expect.outcome is Outcome.PASS]),
            "## How to fix",
            markdown.prose(capitalised(rule.remediation)),
            *_parameters(rule, pack),
            *_references(rule.references),
            f"All examples are in the rule file, `{_file(found)}`.",
        ]
    )


def _file(rule: PackRule) -> str:
    file = rule.document.file  # named by its path in a checkout that is the working directory, else by its pack
    return file if file.startswith("policies/") else f"policies/{file.removeprefix(PREFIX)}"


def _facts(rule: RuleFile, pack: Pack) -> Iterator[tuple[str, str]]:
    yield "pack", f"[{pack.form.name}](README.md)"
    yield "severity", f"{rule.severity} from status {rule.since} on, a note before"
    yield "applies at", ", ".join(rule.statuses)
    if who_acts(rule.acts or "", acts_on(rule)):
        yield "who acts", who_acts(rule.acts or "", acts_on(rule))
    for tier, changes in pack.form.tiers.items():
        for key, change in changes.rules.items():
            own, _, assertion = key.partition("/")
            if own == rule.id:
                said = [f"{name} {_value(value)}" for name, value in change.parameters.items()]
                if change.severity:
                    said.insert(0, f"{change.severity}{f' ({assertion})' if assertion else ''}")
                yield f"tier {tier}", ", ".join(said)
    if not rule.can_be_waived:
        yield "waivers", "not possible"
    if rule.advice:
        yield "advice", ", ".join(rule.advice)


def _examples(title: str, examples: list[Example]) -> Iterator[str]:
    yield f"## {title}"
    for example in examples[:SHOWN]:
        yield f"**{_capital(example.name)}.** {_setting(example)}"
        if example.given.patch:
            yield markdown.fence("\n".join(_edit(edit) for edit in example.given.patch))
        if example.expect.message and example.expect.at:
            yield f"Finding at `{example.expect.at}`: {example.expect.message.replace('*', '…')}"


def _setting(example: Example) -> str:
    date = f" on {example.today}" if example.today else ""
    changes = ", with this change:" if example.given.patch else ", as it is."
    return f"The engagement `{example.given.use}` of the pack{date}{changes}"


def _edit(edit: dict[str, Any]) -> str:
    text = yaml.safe_dump([edit], default_flow_style=None, sort_keys=False, allow_unicode=True, width=110)
    return str(text).strip()


def _parameters(rule: RuleFile, pack: Pack) -> Iterator[str]:
    if not rule.parameters:
        return
    yield "## Parameters"
    rows = ((f"`{name}`", one.type, _value(one.default), one.description) for name, one in rule.parameters.items())
    yield markdown.table(("name", "type", "default", "meaning"), rows)
    name, first = next(iter(rule.parameters.items()))
    yield f"An organisation sets its own values in `bpogov.yaml` ({pack.form.name} has to be among its packs):"
    settings = {"rules": {rule.id: {"parameters": {name: first.default}}}}
    yield markdown.fence(yaml.safe_dump(settings, sort_keys=False, allow_unicode=True))


def _references(references: tuple[Reference, ...]) -> Iterator[str]:
    if not references:
        return
    yield "## References"
    words = {"requires": "requires it", "supports": "supports it", "informs": "informed it"}
    yield "\n".join(
        f"- {', '.join(filter(None, (one.standard, one.clause)))}: "
        f"{'. '.join(filter(None, (words[one.strength], one.note)))}"
        for one in references
    )
    yield "What a standard asks of you is for you and your advisers to judge: bpogov gives no legal advice."


def _value(value: object) -> str:
    return f"`{value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)}`"


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
