"""Mistakes in policy files, in plain words."""

import pytest
from pydantic import BaseModel

from bpogov.policy.configuration import ConfigurationFile
from bpogov.policy.pack import PackFile
from bpogov.policy.rule import RuleFile
from tests.policy.files import configuration, only, pack, path, place, read_text, rule

SCALARS = "a text or a whole number or a number or true or false"


def test_a_misspelt_key_is_shown_with_its_neighbour() -> None:
    """The key itself is underlined, and the missing one is told beside it, with what to write."""
    missing, unknown = sorted(
        read_text(rule(title=None, tittle="Few goals"), RuleFile), key=lambda problem: problem.code
    )
    assert (unknown.code, unknown.message, unknown.help) == (
        "unknown-key",
        'The key "tittle" is not known here',
        'did you mean "title"?',
    )
    assert place(unknown) == ("file.yaml", 13, 1)
    assert (missing.code, missing.message, missing.help) == (
        "missing-key",
        'The key "title" is missing',
        "write title: what the rule demands, in a few words",
    )


def test_a_key_like_no_other_gets_the_list() -> None:
    """Where nothing is near, all keys of the place are named."""
    problem = only(read_text(configuration(rules="{COM001: {zzz: 1}}"), ConfigurationFile))
    assert path(problem) == "$.rules.COM001.zzz"
    assert problem.help == "known here: enabled, from, lock, parameters, reason, severity"


def test_a_tier_cannot_switch_off() -> None:
    """In a tier `enabled` is no key."""
    problem = only(read_text(configuration(tiers="{small: {rules: {COM001: {enabled: false}}}}"), ConfigurationFile))
    assert (problem.code, path(problem)) == ("unknown-key", "$.tiers.small.rules.COM001.enabled")


def test_an_empty_key_is_called_empty() -> None:
    """An empty value counts as missing, and is shown where it stands."""
    problem = only(read_text(rule(title=""), RuleFile))
    assert (problem.message, place(problem)) == ('The key "title" is empty', ("file.yaml", 5, 1))


@pytest.mark.parametrize(
    ("form", "text", "where", "message", "help_"),
    [
        (RuleFile, rule(severity="high"), "$.severity", '"high" is not one of the words that "severity" can have',
         "write one of: error, warning, note"),
        (RuleFile, rule(severity="3"), "$.severity", '3 is not one of the words that "severity" can have',
         "write one of: error, warning, note"),
        (RuleFile, rule(from_="drafft"), "$.from", '"drafft" is not one of the words that "from" can have',
         'did you mean "draft"?'),
        (RuleFile, rule(kind="Pack"), "$.kind", '"Pack" is not one of the words that "kind" can have', "write Rule"),
        (RuleFile, rule(statuses="[lve]"), "$.statuses[0]",
         '"lve" is not one of the words that an entry of "statuses" can have', 'did you mean "live"?'),
        (RuleFile, rule(title="3"), "$.title", '"title" is 3, but a text is expected', 'put it in quotes: "3"'),
        (RuleFile, rule(title="[a]"), "$.title", '"title" is a list, but a text is expected',
         "what the rule demands, in a few words"),
        (RuleFile, rule(title="true"), "$.title", '"title" is true, but a text is expected',
         "what the rule demands, in a few words"),
        (RuleFile, rule(title='""'), "$.title", '"title" is empty, but a text is expected',
         "what the rule demands, in a few words"),
        (RuleFile, rule(title="x" * 4001), "$.title", '"title" has 4001 characters, but at most 4000 are allowed',
         "what the rule demands, in a few words"),
        (RuleFile, rule(can_be_waived="maybe"), "$.can_be_waived",
         '"can_be_waived" is "maybe", but true or false is expected',
         "whether a waiver may accept a finding of this rule"),
        (RuleFile, rule(at="goals"), "$.at", '"goals" is not how "at" is written',
         "write a path that starts with $ (or @ for the item), such as $.contract.term"),
        (RuleFile, rule(advice="[S2]"), "$.advice[0]", '"S2" is not how an entry of "advice" is written',
         "write the id of a piece of advice, such as S2-14"),
        (RuleFile, rule(parameters="{Max: {type: number, default: 1, description: d}}"), "$.parameters.Max",
         '"Max" is not a name that an entry of "parameters" can have', "write small letters, such as max_days"),
        (RuleFile, rule(parameters="{a: {type: number, default: 1, description: d, choices: [{b: 1}]}}"),
         "$.parameters.a.choices[0]",
         f'An entry of "choices" is a group of fields, but {SCALARS} is expected',
         ""),
        (RuleFile, rule(parameters="{a: {type: number, default: 1, description: d, minimum: low}}"),
         "$.parameters.a.minimum", '"minimum" is "low", but a number is expected', ""),
        (RuleFile, rule(examples="[]"), "$.examples", '"examples" has too few entries: at least 2 are expected',
         "tests: at least one that passes, one that fails"),
        (RuleFile, rule(statuses="[]"), "$.statuses", '"statuses" has too few entries: at least one is expected',
         "where the rule applies at all"),
        (ConfigurationFile, configuration(packs="[]"), "$.packs",
         '"packs" has too few entries: at least one is expected', "packs that apply; default: bpogov/core"),
        (ConfigurationFile, configuration(engagements="[]"), "$.engagements",
         '"engagements" has too few entries: at least one is expected',
         "where the engagement files are; a pattern for .yaml means .yml too"),
        (RuleFile, rule(references="[iso]"), "$.references[0]",
         'An entry of "references" is "iso", but a group of fields is expected', ""),
        (RuleFile, rule(references="[null]"), "$.references[0]",
         'An entry of "references" is empty, but a group of fields is expected', ""),
        (RuleFile, rule(parameters="{a: {type: number, default: 1}}"), "$.parameters.a.description",
         'The key "description" is missing', "write description: what the value means, for those who set it"),
        (RuleFile, rule(let="[a]"), "$.let", '"let" is a list, but a group of names with values is expected',
         "named values, in order"),
        (RuleFile, rule(assert_="true"), "$.assert", '"assert" is true, but a text is expected', ""),
        (PackFile, pack(version="0.1"), "$.version", '"version" is 0.1, but a text is expected',
         'put it in quotes: "0.1"'),
        (PackFile, pack(today="21.11.2026"), "$.today",
         '"21.11.2026" is not a date in the form year-month-day; write for example 2026-11-21', "write 2026-11-21"),
        (ConfigurationFile, configuration(rules="{com1: {severity: note}}"), "$.rules.com1",
         '"com1" is not a name that an entry of "rules" can have',
         "write the id of a rule, such as COM001, or of one part of it, such as PPL003/client"),
        (ConfigurationFile, configuration(tiers="{smal: {rules: {}}}"), "$.tiers.smal",
         '"smal" is not a name that an entry of "tiers" can have', 'did you mean "small"?'),
        (ConfigurationFile, configuration(packs="[7]"), "$.packs[0]",
         'An entry of "packs" is 7, but a text is expected', 'put it in quotes: "7"'),
        (ConfigurationFile, configuration(rules="{COM001: {enabled: false}}"), "$.rules.COM001",
         "A rule that is switched off says why: add reason", ""),
    ],
)  # fmt: skip
def test_what_is_wrong_is_told_in_plain_words(
    form: type[BaseModel], text: str, where: str, message: str, help_: str
) -> None:
    """The value that was found, what is expected, and what to write, at the place of the mistake."""
    problem = only(read_text(text, form))
    assert (path(problem), problem.message, problem.help) == (where, message, help_)


def test_a_wrong_entry_is_told_once() -> None:
    """A list with a wrong entry is not called too short as well."""
    examples = "[{name: a, given: {use: shop}, expect: pas}, {name: b, given: {use: shop}, expect: {outcome: fial}}]"
    assert [(path(problem), problem.help) for problem in read_text(rule(examples=examples), RuleFile)] == [
        ("$.examples[0].expect", 'did you mean "pass"?'),
        ("$.examples[1].expect.outcome", 'did you mean "fail"?'),
    ]
