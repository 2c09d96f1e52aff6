"""A governed folder for the tests of runs: a small pack, a configuration, and an engagement."""

from bpogov.core.report import Report
from bpogov.runs.check import check
from bpogov.runs.request import CheckRequest
from tests.policy.files import configuration, rule, shop, write, write_pack

DAY = "2026-11-21"

NO_GOALS = rule(id="OWN002", name="no-goals", assert_="engagement.goals.size() < 1", message="There is a goal")
BROKEN = rule(id="OWN003", name="breaks", assert_="int(engagement.title) > 0", at="$.title")


def governed(*rules: str, **keys: str | None) -> None:
    """Write a pack with the rules, a configuration that lists it, and one engagement."""
    write_pack("own", *rules)
    write("bpogov.yaml", configuration(packs="[own]", **keys))
    write("engagements/shop.yaml", shop())


def checked(*paths: str, **asked: object) -> Report:
    """Check on the day of the tests."""
    return check(CheckRequest(paths=paths, today=DAY, **asked))  # type: ignore[arg-type]  # each test asks rightly


def outcomes(report: Report) -> dict[str, str]:
    """The outcome of each rule on the first engagement."""
    return {result.rule: result.outcome.value for result in report.engagements[0].results}
