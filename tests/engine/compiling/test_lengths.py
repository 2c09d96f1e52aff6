"""Rules that could make texts or lists without end are refused when they are loaded, and sensible ones are not."""

import pytest

from bpogov.core.outcome import Outcome
from bpogov.engine.compiling.lengths import LONGEST_FILE, MOST_HELD, MOST_MADE, MOST_STEPS, Amount
from bpogov.model.form import MOST_ENTRIES
from bpogov.model.shape import engagement_shape
from tests.engine.bench import checking, compiled, outcome, place_of, position, rule_text, told
from tests.engine.bench import mistake as the_mistake

EACH = "for_each: $.goals[*]\nas: goal\non_empty: pass"
MESSAGE = "This can make a text or list that is longer than a rule may make"
HELP = "repeat less: use fewer +, join and replace one inside the other, also in the values of let that it reads"


def lets(first: str, following: str, times: int) -> str:
    """Values under let, each made of the one before: `{0}` in `following` stands for its name."""
    values = [f"  x0: {first}", *(f"  x{n + 1}: {following.format(f'x{n}')}" for n in range(times))]
    return "\n".join(["let:", *values])


TOO_LONG = {
    "replace in replace": ("size('aaaaaaaaaa'" + ".replace('a', 'aaaaaaaaaa')" * 12 + ") > 0", ""),
    "nothing replaced by a text": ("size(engagement.title.replace('', engagement.title)) > 0", ""),
    "a text by itself": ("size(engagement.title.replace(engagement.id, engagement.title)) > 0", ""),
    "a text after the other": ("size(x14) > 0", lets("engagement.title", '"{0} + {0}"', 14)),
    "a list in a list": ("x18 == x18", lets("'[engagement.title]'", "'[{0}, {0}]'", 18)),
    "a group in a group": ("x18 == x18", lets("'[engagement.title]'", '\'{{"a": {0}, "b": {0}}}\'', 18)),
    "a list after the other": ("x24.size() > 0", lets("engagement.goals", '"{0} + {0}"', 24)),
    "joined for each": ("size(x2) > 0", lets("engagement.title", "engagement.goals.map(g, {0}).join('')", 2)),
    "joined by a text": ("size(engagement.title.split('').join(engagement.title)) > 0", ""),
    "quotes in quotes": (
        "size(strings.quote(x3)) > 0",
        lets("engagement.title", "strings.quote(strings.quote({0}))", 3),
    ),
    "in a loop of a loop": ("engagement.goals.all(g, engagement.goals.all(h, size(engagement.title + h.id) > 1))", ""),
    "of a calculation": ("size(x7) > 0", lets("engagement.title", 'text.named([{0} + "", {0} + ""], 9)', 7)),
    "bound to a name": ("cel.bind(x, engagement.title, size(x.replace('', x)) > 0)", ""),
    "of what may be absent": ("size(engagement.?contacts_ref.orValue('').replace('', engagement.title)) > 0", ""),
    "of unknown things": ("size(string(extra(engagement, 'x-a')).replace('', engagement.title)) > 0", ""),
}


@pytest.mark.parametrize("name", TOO_LONG)
def test_too_long(name: str) -> None:
    """What doubles and doubles again, or multiplies texts of a file, is refused with one sentence."""
    expression, more = TOO_LONG[name]
    assert told(checking(expression, more)) == ("too-long", f"TST001: {MESSAGE}", HELP)


SENSIBLE = {
    "a text in another form": "engagement.title.replace('a', 'bbbbbbbbbb').lowerAscii() != engagement.title.trim()",
    "a text in a text": "'%s by %s'.format([engagement.title, engagement.title]) != engagement.title + '; ' + today",
    "names of a list": "engagement.goals.map(g, '\"' + g.id + '\"').join(', ') != ''",
    "a title for each": "engagement.goals.map(g, {'says': g.id + ' of ' + engagement.title}).size() >= 0",
    "names of each other": "engagement.goals.all(g, engagement.goals.exists(h, h.id == g.id))",
    "a joined list": "(engagement.goals + engagement.goals).map(g, g.id).join('').size() >= 0",
    "lists of lists": "engagement.scope.functions.map(f, f.?channels.orValue([])).size() >= 0",
    "what is there": "[?engagement.?contacts_ref, ?optional.of('x')].filter(o, o != 'a').size() < 2 ? true : !true",
    "an entry": "lists.by(engagement.goals, 'id')[?'fast'].hasValue() && size([1][0] == 1 ? 'a' : 'b') > 0",
    "an item": "engagement.goals[?0].hasValue() && engagement.goals.filter(g, g.id in ['fast', 'good']).size() == 2",
    "fields of fields": "engagement.parties.client.name + string(engagement.goals.size() + 1) != dates.words('P1D')",
    "exactly one": "engagement.goals.exists_one(g, g.id == 'fast')",
    "whether it is there": "has(engagement.contacts_ref) || cel.bind(n, 1, n + 1) > 0",
    "numbers of a level": "engagement.?slas.orValue([]).map(s, string(s.?target.orValue(0.0))).join() != 'x'",
}


@pytest.mark.parametrize("name", SENSIBLE)
def test_sensible(name: str) -> None:
    """What rules do with texts, lists and groups is no mistake, and works."""
    assert outcome(checking(SENSIBLE[name]), goals=[{"id": "fast"}, {"id": "good"}]) is Outcome.PASS


def test_place() -> None:
    """The complaint stands at what makes too much: in a value under let, or in a hole of a message."""
    body = checking("size(long) > 0", "let:\n  long: engagement.title.replace('', engagement.title)")
    assert position(the_mistake(body)) == place_of(rule_text(body), "('',")
    hole = '{{ engagement.title.replace("a", engagement.title) }}'
    body = f"assert: has(engagement.id)\nat: $.id\nmessage: '{{{{ today }}}} {hole}'"
    assert position(the_mistake(body)) == place_of(rule_text(body), '("a"')


def test_told_once() -> None:
    """One complaint is enough: the other expressions of the rule often read the same values."""
    that = "size(engagement.title.replace('', engagement.title)) > 0"
    parts = "".join(f'  - {{id: a{n}, that: "{that}", at: $.id, message: No}}\n' for n in range(2))
    assert told(f"assert:\n{parts}") == ("too-long", f"TST001: {MESSAGE}", HELP)


def test_for_each_item() -> None:
    """A rule with many items makes what it makes for each of them; what does not depend on the item counts once."""
    names = f"engagement.title.replace('', '{'a' * 60}')"
    assert told(checking(f"size(goal.id + {names}) > 0", EACH))[0] == "too-long"
    assert compiled(checking("size(goal.id + string(size(names))) > 0", f"{EACH}\nlet:\n  names: {names}")).rules
    assert compiled(checking(f"size({names}) > 0")).rules
    assert compiled(checking("goal.id + goal.id != ''", EACH)).rules
    assert told(checking("size(goal.id.replace('', goal.id)) > 0", EACH))[0] == "too-long"


def test_parameters() -> None:
    """Parameters are as long as they are: they may stand wherever they are short."""
    parameters = "parameters: {words: {type: list, items: string, default: [a, b], description: x}}"
    body = "engagement.goals.map(g, g.?statement.orValue('').replace('', params.words.join(', '))).join('') != 'x'"
    assert compiled(checking(body, parameters)).rules


def test_amounts() -> None:
    """A field is never longer than what it stands in, nor than values of its kind; items count all together."""
    engagement = Amount(LONGEST_FILE, node=engagement_shape())
    assert engagement.step("title").size == LONGEST_FILE
    assert engagement.step("status").size == len("in-review")
    goals = engagement.step("goals")
    assert (goals.count, goals.listed) == (MOST_ENTRIES, True)
    assert goals.item().step("due").size == MOST_ENTRIES * len("2026-11-21")
    assert goals.item().many == MOST_ENTRIES
    assert goals.step("nothing").size == LONGEST_FILE
    assert Amount(7).step("x") == Amount(7, 7)
    assert engagement.step("selection").step("weights").step("quality").size == len(str(-1.2345678901234567e-300)) + 1
    assert LONGEST_FILE * MOST_STEPS > MOST_MADE
    assert LONGEST_FILE**2 > MOST_MADE
    assert MOST_HELD > MOST_MADE
