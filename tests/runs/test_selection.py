"""Which rules are looked at."""

import pytest

from bpogov.core.errors import UsageError
from tests.policy.files import rule
from tests.runs.bench import NO_GOALS, checked, governed, outcomes

pytestmark = pytest.mark.usefixtures("workspace")


@pytest.mark.parametrize(
    ("select", "ignore", "left"),
    [
        ((), (), ["OTH001", "OWN001", "OWN002"]),
        (("OWN002",), (), ["OWN002"]),
        (("own",), (), ["OWN001", "OWN002"]),
        (("OWN", "OTH"), ("OWN001",), ["OTH001", "OWN002"]),
        (("few-goals",), (), ["OWN001"]),
        ((), ("no-goals", "OTH"), ["OWN001"]),
    ],
)
def test_rules_by_id_start_and_name(select: tuple[str, ...], ignore: tuple[str, ...], left: list[str]) -> None:
    """Ids and starts count in any case; what is ignored goes last."""
    governed(rule(), NO_GOALS, rule(id="OTH001", name="other"))
    assert list(outcomes(checked(select=select, ignore=ignore))) == left


@pytest.mark.parametrize(
    ("asked", "message", "help_"),
    [
        ({"select": ("OWN009",)}, '"OWN009" is neither a rule nor the start of the id of one',
         'did you mean "OWN001"?'),
        ({"ignore": ("few-gaols",)}, '"few-gaols" is neither a rule nor the start of the id of one',
         'did you mean "few-goals"?'),
        ({"ignore": ("zzzz",)}, '"zzzz" is neither a rule nor the start of the id of one',
         "`bpogov rules` lists the rules that are switched on"),
        ({"ignore": ("str001",)}, '"str001" is about the text or the structure of the file, which is always checked',
         "leave it out: --select and --ignore choose among the rules of the packs"),
        ({"select": ("YML",)}, '"YML" is about the text or the structure of the file, which is always checked',
         "leave it out: --select and --ignore choose among the rules of the packs"),
        ({"ignore": ("OWN",)}, "No rule is left to check after --select and --ignore",
         "`bpogov rules` lists the rules"),
    ],
)  # fmt: skip
def test_words_that_leave_nothing_are_refused(asked: dict[str, tuple[str, ...]], message: str, help_: str) -> None:
    """A word that means no rule, and a choice that leaves none, check nothing."""
    governed(rule())
    with pytest.raises(UsageError) as caught:
        checked(**asked)
    assert [(problem.message, problem.help) for problem in caught.value.problems] == [(message, help_)]


def test_when_every_rule_is_off_nothing_is_checked() -> None:
    """And that is said, without a word of options that nobody used."""
    governed(rule(), rules="{OWN001: {enabled: false, reason: not ours}}")
    with pytest.raises(UsageError, match="No rule applies: every rule is off"):
        checked()
