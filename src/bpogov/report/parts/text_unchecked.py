"""Rules that gave no answer, in the text report, with the reasons."""

from collections.abc import Sequence

from bpogov.core.outcome import Outcome, RuleResult
from bpogov.core.report import EngagementResult, Report
from bpogov.report.plain.naming import label
from bpogov.report.plain.tally import count
from bpogov.report.terminal.block import INDENT
from bpogov.report.terminal.display import wrap
from bpogov.report.terminal.paint import Paint

_NAMED = 3
"""How many rules of those with the same reason are named."""


def holes_block(report: Report) -> bool:
    """Whether the gate is closed and asks that everything is known, so that checks not made are named."""
    return report.verdict.unknown_blocks and not report.verdict.passed


def unevaluated(engagement: EngagementResult, report: Report, *, full: bool, width: int, paint: Paint) -> list[str]:
    """Give the rules that broke, each with its reason; without `full` those with the same reason stand together."""
    chosen = engagement.results.having(Outcome.ERROR)
    texts = _texts(chosen, report, full=full)
    title = f"{engagement.file}: {count(len(chosen), 'rule')} could not be evaluated, which is no pass"
    return _listed(title, texts, "error", width=width, paint=paint, short=len(texts) < len(chosen))


def unchecked(engagement: EngagementResult, report: Report, *, full: bool, width: int, paint: Paint) -> list[str]:
    """Give the rules that could not look in the same way, where they keep the gate closed; with `full` always."""
    if not (full or holes_block(report)):
        return []
    chosen = engagement.results.having(Outcome.NOT_CHECKED)
    texts = _texts(chosen, report, full=full)
    title = f"{engagement.file}: {count(len(chosen), 'rule')} not checked, which is no pass"
    return _listed(title, texts, "strong", width=width, paint=paint, short=len(texts) < len(chosen))


def _listed(title: str, texts: list[str], role: str, *, width: int, paint: Paint, short: bool) -> list[str]:
    if not texts:
        return []
    lines = [paint(line, role) for line in wrap(title + " (-v names each)" * short, width)]
    return lines + [line for text in texts for line in wrap(text, width, INDENT, INDENT * 2)]


def _texts(chosen: Sequence[RuleResult], report: Report, *, full: bool) -> list[str]:
    if full:
        return [f"{label(one.rule, report.rules)}: {one.reason}" for one in chosen]
    return _grouped(chosen, report)


def _grouped(chosen: Sequence[RuleResult], report: Report) -> list[str]:
    """Give one text for each reason: how many rules it stopped, and the first of them."""
    reasons: dict[str, list[str]] = {}
    for one in chosen:
        reasons.setdefault(one.reason, []).append(one.rule)
    texts = []
    for reason, rules in reasons.items():
        if len(rules) == 1:
            texts.append(f"{label(rules[0], report.rules)}: {reason}")
            continue
        more = ", …" if len(rules) > _NAMED else ""
        texts.append(f"{len(rules)} rules ({', '.join(rules[:_NAMED])}{more}): {reason}")
    return texts
