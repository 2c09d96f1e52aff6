"""Engagement ids are unique in a run: waivers, evidence and reports name an engagement by its id."""

from collections.abc import Sequence

from bpogov.core.finding import Finding
from bpogov.core.severity import Severity
from bpogov.model.engagement import Engagement
from bpogov.model.problems import SAME_ID


def same_ids(engagements: Sequence[Engagement]) -> dict[str, tuple[Finding, ...]]:
    """A finding for every engagement whose id another file has taken before it, by file."""
    first: dict[str, Engagement] = {}
    found: dict[str, tuple[Finding, ...]] = {}
    for engagement in engagements:
        if not engagement.id:
            continue
        earlier = first.setdefault(engagement.id, engagement)
        if earlier is not engagement:
            file = earlier.document.file
            found[engagement.document.file] = (
                Finding(
                    rule=SAME_ID,
                    severity=Severity.ERROR,
                    message=f'The id "{engagement.id}" is also that of {file}, but every engagement has its own',
                    location=engagement.locate(("id",)),
                    help="give one of the two engagements another id",
                    related=(earlier.locate(("id",)),),
                ),
            )
    return found
