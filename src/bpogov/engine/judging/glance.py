"""A quick look at a rule: whether it simply holds, or does not apply, with nothing to say about any place.

That is what most rules come to on most engagements. A glance asks a rule as a whole and knows only plain answers; for
everything else (something missing, unknown or wrong, an error, a path that is not plain) it has none, and `judgement`
looks closely. It never says anything else than a close look would, only sooner: a third of the time of judging
(`benchmarks/stages`).
"""

from collections.abc import Mapping
from typing import Any

from msgspec import Struct

from bpogov.core.outcome import RuleResult
from bpogov.core.status import Status
from bpogov.engine.judging.holes import Holes
from bpogov.engine.judging.running import NOWHERE, EvaluationError, Runner
from bpogov.engine.judging.verdicts import not_at, not_met, nothing_there, passed
from bpogov.engine.program import CompiledRule, Iteration, Program


class Sight(Struct, frozen=True):
    """What a rule is looked at with: an engagement, the status that it is judged by, and its holes."""

    facts: Mapping[str, Any]
    status: Status
    runner: Runner
    holes: Holes


def glance(rule: CompiledRule, sight: Sight) -> RuleResult | None:
    """What becomes of a rule, where that can be told at once; None where it takes a closer look."""
    elsewhere = not_at(rule, sight.status)
    if elsewhere is not None:
        return elsewhere
    if rule.when is not None:
        applies = _value(rule.when, sight)
        if applies is False:
            return not_met(rule, rule.when)
        if applies is not True:
            return None
    for need in rule.needs:
        if not need.at.relative and not _has(sight.facts, need.at.names):
            return None
    if rule.iteration is not None:
        return _each(rule, rule.iteration, sight)
    if rule.violations is not None:
        return passed(rule) if _value(rule.violations, sight) == [] else None
    return passed(rule) if rule.batch is not None and _all_true(_value(rule.batch, sight)) else None


def _each(rule: CompiledRule, iteration: Iteration, sight: Sight) -> RuleResult | None:
    names = iteration.path.names
    if rule.batch is None or not names or names[-1] is not None or not sight.holes.spare(iteration.reads):
        return None
    items = _items(sight.facts, names)
    if not items:
        return nothing_there(rule, iteration)
    results = _value(rule.batch, sight)
    for _ in range(names.count(None) - 1):
        results = [inner for outer in results for inner in outer] if type(results) is list else None
    if type(results) is not list or len(results) != len(items):
        return None
    if [] in results:  # `where` leaves some of them out
        kept = [number for number, one in enumerate(results) if one != []]
        items, results = [items[number] for number in kept], [results[number] for number in kept]
    ways = [need.at.names for need in rule.needs if need.at.relative]
    if not all(map(_all_true, results)) or not all(_has(item, way) for way in ways for item in items):
        return None
    return passed(rule) if items else nothing_there(rule, iteration)


def _items(facts: Any, names: tuple[str | None, ...]) -> list[Any]:
    """Everything that a path of names and `[*]` means, in the order of the file."""
    here = [facts]
    for name in names:
        if name is None:
            here = [item for one in here if type(one) is list for item in one]
        else:
            here = [one[name] for one in here if type(one) is dict and name in one]
    return here


def _has(part: Any, names: tuple[str | None, ...] | None) -> bool:
    """Whether something stands where a path of names leads; false for a path of another kind."""
    here = part
    for name in (None,) if names is None else names:
        if name is None or type(here) is not dict or name not in here:
            return False
        here = here[name]
    return here is not None


def _value(program: Program, sight: Sight) -> Any:
    """The value of a program; None where it gives none, or where something that it reads cannot be judged."""
    if not sight.holes.spare(program.reads):
        return None
    try:
        return sight.runner.value(program, NOWHERE)
    except EvaluationError:
        return None


def _all_true(results: Any) -> bool:
    return type(results) is list and all(result is True for result in results)
