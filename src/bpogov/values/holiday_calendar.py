"""The calendar of public holidays of a country or of a part of one: `US`, `GB-ENG`, `PH` (ISO 3166)."""

from bpogov.values import region
from bpogov.values.errors import BadValue, quoted


def parse(text: str) -> str:
    """Read the code of a holiday calendar and give it back; raises BadValue for anything else."""
    if region.known(text):
        return text
    raise BadValue(
        f"{quoted(text)} is not a holiday calendar; write the code of a country or of its part such as PH or GB-ENG",
        region.meant(text),
    )
