"""Everything about one rule, one calculation or one field."""

import pytest

from bpogov.core.errors import PolicyError, UsageError
from bpogov.core.explanation import Explanation, FieldExplanation, FunctionExplanation, RuleExplanation
from bpogov.core.severity import Severity
from bpogov.runs.explaining.explain import explain
from tests.policy.files import configuration, rule, write, write_pack

pytestmark = pytest.mark.usefixtures("workspace")


def _explain(word: str, *rules: str) -> Explanation:
    write_pack("own", *(rules or (rule(renamed_from="not-many-goals"),)))
    write("bpogov.yaml", configuration(packs="[own]"))
    return explain(word, None, None)


def _field(word: str, *rules: str) -> FieldExplanation:
    found = _explain(word, *rules)
    assert isinstance(found, FieldExplanation)
    return found


@pytest.mark.parametrize("word", ["OWN001", "own001", "few-goals", "not-many-goals"])
def test_a_rule_by_id_and_name(word: str) -> None:
    """Ids in any case; the name that a rule had before counts too."""
    found = _explain(word)
    assert isinstance(found, RuleExplanation)
    assert (found.id, found.name, found.pack) == ("OWN001", "few-goals", "own")


@pytest.mark.parametrize(("word", "id_"), [("STR011", "STR011"), ("same-id", "STR011"), ("yml001", "YML001")])
def test_a_structural_finding(word: str, id_: str) -> None:
    """It has no pack and no file, and nobody waives it."""
    found = _explain(word)
    assert isinstance(found, RuleExplanation)
    assert (found.id, found.pack, found.file, found.waivable) == (id_, "", "", False)
    assert found.severity is Severity.ERROR
    assert found.title
    assert found.rationale
    assert found.remediation


def test_a_calculation() -> None:
    """Signature, documentation, and the rules that call it; a name that only starts alike is another one."""
    calls = rule(assert_='metrics.unit_fits("csat", "percent")')
    found = _explain("metrics.unit_fits", calls)
    assert isinstance(found, FunctionExplanation)
    assert (found.name, found.used_by) == ("metrics.unit_fits", ("OWN001",))
    assert found.signature.startswith("metrics.unit_fits(metric: text")
    assert found.documentation
    other = _explain("metrics.unit", calls)
    assert isinstance(other, FunctionExplanation)
    assert other.used_by == ()


def test_a_calculation_in_any_expression_counts() -> None:
    """Also under let."""
    found = _explain("dates.add", rule(let="{later: 'dates.add(today, \"P1D\")'}", assert_="later > today"))
    assert isinstance(found, FunctionExplanation)
    assert found.used_by == ("OWN001",)


def test_a_single_field() -> None:
    """Its kind, whether it is always there, and the rules that read it."""
    needs = rule(needs="[$.slas]", assert_="engagement.slas.size() > 0", at="$.slas")
    found = _field("$.slas[*].target", needs)
    assert (found.path, found.kind, found.required, found.used_by) == ("$.slas[*].target", "a number", False, ())
    assert found.description
    assert _field("$.slas", needs).used_by == ("OWN001",)
    assert _field("$.slas[*].id").required
    assert _field("$.contract.term.end").kind == "a text (date)"


def test_fields_of_a_list() -> None:
    """The fields of its entries are named, with what they mean."""
    found = _field("$.slas")
    assert found.kind == "a list, each entry a group of fields"
    assert dict(found.fields)["metric"]
    assert _field("$.slas[*]").required is False


def test_words_of_a_field() -> None:
    """The words that it may have."""
    found = _field("$.tier")
    assert (found.kind, [word for word, _ in found.values]) == ("one of a few words", ["small", "standard", "critical"])
    assert _field("$").kind == "a group of fields"


def test_fields_behind_names() -> None:
    """A path may lead through names that the author chose, and through conditions of items."""
    items = rule(for_each="$.slas[*]", as_="sla", on_empty="pass", where="has(sla.goal)", assert_='"true"', at='"@"')
    assert _field("$.slas[*].goal", items).used_by == ("OWN001",)
    assert _field("$.contract.clauses.audit.ref").required is True


@pytest.mark.parametrize(
    ("word", "message", "help_"),
    [
        ("OWN00", '"OWN00" is no rule, function or field', 'did you mean "OWN001"?'),
        ("few-gaols", '"few-gaols" is no rule, function or field', 'did you mean "few-goals"?'),
        ("dates.ad", '"dates.ad" is no rule, function or field', 'did you mean "dates.add"?'),
        ("contract.term.end", '"contract.term.end" is no rule, function or field',
         'did you mean "$.contract.term.end"?'),
        ("qqqq", '"qqqq" is no rule, function or field',
         "name a rule (COM001), a function (dates.add) or a field ($.slas[*].target)"),
        ("$.slas[*].taget", '"$.slas[*].taget" leads nowhere: there is no "taget" in an engagement there',
         'did you mean "target"?'),
    ],
)  # fmt: skip
def test_a_word_that_means_nothing(word: str, message: str, help_: str) -> None:
    """What was meant is named where it can be told."""
    with pytest.raises(UsageError) as caught:
        _explain(word)
    assert [(problem.message, problem.help) for problem in caught.value.problems] == [(message, help_)]


def test_a_broken_rule_explains_nothing() -> None:
    """Neither itself nor another."""
    with pytest.raises(PolicyError, match="gaols"):
        _explain("OWN001", rule(), rule(id="OWN002", name="typo", assert_="engagement.gaols"))


def test_waivers_have_a_rule_of_their_own() -> None:
    """LIF003 is no rule file, but explained like one, and nothing waives it."""
    for word in ("LIF003", "lif003", "waiver-valid"):
        found = explain(word, None, None)
        assert isinstance(found, RuleExplanation)
        assert (found.id, found.title, found.waivable) == ("LIF003", "Waivers are proper, and end", False)
