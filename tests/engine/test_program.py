"""What a rule becomes once it is loaded."""

from bpogov.core.status import Status, Tier
from bpogov.engine.program import Detail, Template
from bpogov.engine.reads import EACH, ITEM, Read
from tests.engine.bench import checking, compiled


def test_a_loaded_rule() -> None:
    """A loaded rule keeps its id, the text of its author, what it reads and its parameters for each tier."""
    more = (
        "parameters: {limit: {type: number, default: 3, description: x}}\nfor_each: $.slas[*]\nas: sla\non_empty: pass"
    )
    (rule,) = compiled(checking("has(sla.target) && sla.target > params.limit", more)).rules
    assert rule.id == "TST001"
    program = rule.assertions[0].that
    assert program.text == "has(sla.target) && sla.target > params.limit"
    target = ("slas", ITEM, "target")
    assert program.reads == {Read(target, deep=False), Read(target, deep=True)}
    assert rule.parameters == {tier: {"limit": 3.0} for tier in Tier}
    assert rule.iteration is not None
    assert (rule.iteration.name, rule.iteration.path.pattern) == ("sla", ("slas", EACH))
    assert rule.iteration.reads == {Read(("slas",), deep=False), Read(("slas", EACH), deep=False)}
    assert rule.batch is not None
    assert rule.batch.reads == program.reads


def test_the_parameters_of_all_rules() -> None:
    """For each tier, by the names that programs know them by."""
    limit = "parameters: {limit: {type: number, default: 3, description: x}}"
    policy = compiled(checking("engagement.title.size() > int(params.limit)", limit), checking("true"))
    assert policy.parameters == {tier: {"params__TST001": {"limit": 3.0}, "params__TST002": {}} for tier in Tier}


def test_a_message_knows_which_numbers_come_from_the_file() -> None:
    """A hole that is a plain read knows its path, any other has none."""
    (rule,) = compiled("assert: 'false'\nat: $.title\nmessage: '{{ engagement.title }} {{ 1 + 1 }}'").rules
    assert rule.assertions[0].message.paths == (("title",), None)


def test_the_statuses_of_assertions() -> None:
    """All those that any of them counts for; without assertions there are none to tell."""
    part = "- {{id: {0}, that: 'true', at: $.title, message: m, statuses: [{0}]}}"
    (rule,) = compiled("assert:\n" + "\n".join(part.format(status) for status in ("live", "draft"))).rules
    assert rule.asserted == frozenset({Status.LIVE, Status.DRAFT})
    assert Detail(Template("", (), ())).statuses is None
