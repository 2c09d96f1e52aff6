"""Rules and engagements made in memory: what the tests of the engine put on the table."""

from collections.abc import Mapping
from typing import Any

import pytest

from bpogov.core.errors import PolicyError
from bpogov.core.finding import Notification
from bpogov.core.outcome import Outcome
from bpogov.engine.compiling.compile import compile_policy
from bpogov.engine.judging.evaluate import Evaluation, evaluate
from bpogov.engine.program import CompiledPolicy
from bpogov.model.engagement import Engagement
from bpogov.model.validate import validate
from bpogov.policy.authored import AuthoredPolicy
from bpogov.policy.bind import bind
from bpogov.policy.configuration import Configuration
from bpogov.policy.pack import Pack, PackFile, PackRule
from bpogov.policy.reading import raise_for, read_document
from bpogov.policy.rule import RuleFile
from bpogov.source.document import Document
from bpogov.source.load import load

TODAY = "2026-11-21"

HEAD = """\
apiVersion: bpogov/v1
kind: Rule
id: {id}
name: a-rule
title: The title
severity: error
from: draft
rationale: Because
remediation: Mend it
examples:
  - {{name: good, given: {{use: x}}, expect: pass}}
  - {{name: bad, given: {{use: x}}, expect: {{outcome: fail, at: $.id}}}}
  - {{name: other, given: {{use: x}}, expect: not-applicable}}
"""

PACK = """\
apiVersion: bpogov/v1
kind: Pack
name: test
version: "1"
title: Test
description: Rules of one test
today: 2026-11-21
examples: {x: x.yaml}
"""


def rule_text(body: str, id_: str = "TST001") -> str:
    """A whole rule file: the keys of `body` behind those that every rule needs; keys in `body` win."""
    own = {line.split(":", 1)[0] for line in body.splitlines() if line[:1].isalpha()}
    head = [line for line in HEAD.format(id=id_).splitlines() if line.split(":", 1)[0] not in own]
    return "\n".join(head) + "\n" + body + "\n"


def checking(expression: str, more: str = "") -> str:
    """The body of a rule that asserts one expression, written in a block so that quotes need no care."""
    return f'{more}\nassert: |-\n  {expression}\nat: $.title\nmessage: "No"'


def policy(*bodies: str, pack: str = "") -> AuthoredPolicy:
    """The policy set of some rules: TST001, TST002 and so on; `pack` adds keys to the manifest."""
    problems: list[Notification] = []
    rules = []
    for number, body in enumerate(bodies, 1):
        document = load(rule_text(body, f"TST{number:03}").encode(), f"rule{number}.yaml")
        read = read_document(document, RuleFile, problems)
        if read is not None:
            rules.append(PackRule(read.form, read.document, "test"))
    manifest = read_document(load((PACK + pack).encode(), "pack.yaml"), PackFile, problems)
    raise_for(problems)
    assert manifest is not None
    bound = bind([Pack(manifest.form, manifest.document, ".", tuple(rules))], Configuration(), problems)
    raise_for(problems)
    return bound


def compiled(*bodies: str, pack: str = "") -> CompiledPolicy:
    """The rules, loaded."""
    return compile_policy(policy(*bodies, pack=pack))


def mistakes(*bodies: str) -> tuple[Notification, ...]:
    """What loading the rules complains about."""
    with pytest.raises(PolicyError) as caught:
        compiled(*bodies)
    return caught.value.problems


def mistake(*bodies: str) -> Notification:
    """The only thing that loading the rules complains about."""
    (found,) = mistakes(*bodies)
    return found


def told(*bodies: str) -> tuple[str, str, str]:
    """Code, message and help of the only complaint."""
    found = mistake(*bodies)
    return found.code, found.message, found.help


def position(found: Notification) -> tuple[int, int]:
    """Line and column of a complaint."""
    assert found.location is not None
    assert found.location.span is not None
    return found.location.span.start.line, found.location.span.start.column


def place_of(text: str, needle: str, number: int = 0) -> tuple[int, int]:
    """Line and column of an occurrence of `needle` in a text, counted in code points."""
    offset = -1
    for _ in range(number + 1):
        offset = text.index(needle, offset + 1)
    return text.count("\n", 0, offset) + 1, offset - (text.rfind("\n", 0, offset) + 1) + 1


def tiny(**sections: Any) -> dict[str, Any]:
    """The data of the smallest engagement, with some sections put in or replaced."""
    return {
        "apiVersion": "bpogov/v1",
        "id": "tiny",
        "title": "Tiny",
        "status": "live",
        "parties": {"client": {"name": "C", "country": "GB"}, "provider": {"name": "P", "country": "IN"}},
        "goals": [],
        "scope": {"functions": []},
        "contacts": [],
        **sections,
    }


def engagement(**sections: Any) -> Engagement:
    """The smallest engagement, with some sections put in or replaced."""
    return read(tiny(**sections))


def read(data: Mapping[str, Any]) -> Engagement:
    """An engagement from plain data."""
    return validate(Document.of(dict(data), "engagement.yaml"))


def written(text: str) -> Engagement:
    """An engagement from the text of further sections behind those of the smallest one."""
    head = """\
apiVersion: bpogov/v1
id: tiny
title: Tiny
status: live
parties: {client: {name: C, country: GB}, provider: {name: P, country: IN}}
goals: []
scope: {functions: []}
contacts: []
"""
    return validate(load((head + text).encode(), "engagement.yaml"))


def run(body: str, on: Engagement | None = None, *, pack: str = "") -> Evaluation:
    """What one rule says of an engagement (the smallest one by default)."""
    return evaluate(compiled(body, pack=pack), on or engagement(), TODAY)


def outcome(body: str, **sections: Any) -> Outcome:
    """The outcome of one rule on the smallest engagement with some sections."""
    return run(body, engagement(**sections)).results[0].outcome


def reason(body: str, **sections: Any) -> str:
    """Why a rule has its outcome on the smallest engagement with some sections."""
    return run(body, engagement(**sections)).results[0].reason


def holds(expression: str, **sections: Any) -> Outcome:
    """The outcome of a rule that asserts one expression."""
    return outcome(checking(expression), **sections)


EACH = "for_each: $.slas[*]\nas: sla\non_empty: {}\nassert: has(sla.target)\nat: '@.target'\nmessage: No target"
FULL = EACH.format("pass").replace("assert: has(sla.target)", "needs: ['@.target']\n{}assert: sla.target > 5")


def places(body: str, **sections: object) -> list[str]:
    """Where the findings of a rule point."""
    return [found.location.path for found in run(body, engagement(**sections)).findings]
