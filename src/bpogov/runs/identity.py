"""Engagement ids are unique in a run: waivers, evidence and reports name an engagement by its id."""

from bpogov.core.finding import Finding
from bpogov.core.severity import Severity
from bpogov.model.problems import SAME_ID
from bpogov.runs.looking.files import Checked
from bpogov.runs.looking.looked import Looked


def same_ids(checked: Checked) -> dict[str, tuple[Finding, ...]]:
    """A finding for every engagement whose id another file has taken before it, by file."""
    first: dict[str, Looked] = {}
    found: dict[str, tuple[Finding, ...]] = {}
    for engagement in checked.engagements:
        if not engagement.id:
            continue
        earlier = first.setdefault(engagement.id, engagement)
        if earlier is not engagement:
            place, other = (checked.files.engagement(one).locate(("id",)) for one in (engagement, earlier))
            found[engagement.file] = (
                Finding(
                    rule=SAME_ID,
                    severity=Severity.ERROR,
                    message=f'The id "{earlier.id}" is also that of {earlier.file}, but every engagement has its own',
                    location=place,
                    help="give one of the two engagements another id",
                    related=(other,),
                ),
            )
    return found
