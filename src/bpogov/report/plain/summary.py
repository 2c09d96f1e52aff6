"""What a report comes to, in words: its numbers, and the verdict of the gate."""

from bpogov.core.outcome import Outcome
from bpogov.core.report import Report
from bpogov.core.status import Status
from bpogov.report.plain.tally import Tally, count
from bpogov.report.safe.visible import visible


def numbers(counted: Tally, *, full: bool = False, hint: str = "") -> str:
    """Give the numbers as one line, `1 engagement, 90 rules: 2 errors, 1 waived, 1 open question`.

    Where no engagement was checked, it starts with that. `full` adds how many checks passed, and how many did not
    apply; `hint` follows the number of checks not made.
    """
    found = [count(number, name) for name, number in counted.findings.items() if number]
    start = ": " if found else ", no findings, "
    if counted.waived:
        ending = "" if not counted.ending else f" ({counted.ending} end{'s' if counted.ending == 1 else ''} soon)"
        found.append(f"{counted.waived} waived{ending}")
    if counted.baseline:
        found.append(f"{counted.baseline} in the baseline")
    if counted.open_questions:
        found.append(count(counted.open_questions, "open question"))
    if counted.outcomes[Outcome.NOT_CHECKED]:
        found.append(count(counted.outcomes[Outcome.NOT_CHECKED], "check") + f" not made{hint}")
    if counted.outcomes[Outcome.ERROR]:
        found.append(count(counted.outcomes[Outcome.ERROR], "check") + " could not be evaluated")
    if full:
        found.append(f"{counted.outcomes[Outcome.PASS]} passed")
        found.append(f"{counted.outcomes[Outcome.NOT_APPLICABLE]} not applicable")
    checked = f"{count(counted.engagements, 'engagement')}, {count(counted.rules, 'rule')}"
    checked = checked if counted.engagements else "No engagement"
    return f"{checked}{start}{', '.join(found)}".removesuffix(", ")


def verdict(report: Report) -> str:
    """Give the verdict as one line, `Gate ci failed: 2 errors`."""
    return visible(f"Gate {report.verdict.gate} {report.verdict.sentence}")


def standing(report: Report) -> str:
    """Say that engagements are judged by a later status than their own, where the gate does that; otherwise nothing."""
    asked = report.verdict.as_status
    if not asked or not any(_earlier(one.status, asked) for one in report.engagements):
        return ""
    return visible(f"Judged as if {asked}, because the gate {report.verdict.gate} asks for that status")


def _earlier(status: str, asked: str) -> bool:
    return bool(status) and not Status(status).reached(Status(asked))
