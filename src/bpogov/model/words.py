"""Words that several sections share."""

from typing import Annotated

from bpogov.model.base import Words

_SIDES = {"client": "The organisation that buys the service", "provider": "The organisation that delivers the service"}
_JOINT = {"joint": "Both sides together"}

Side = Annotated[str, Words(_SIDES)]
SideOrBoth = Annotated[str, Words(_SIDES | _JOINT)]
Measurer = Annotated[str, Words(_SIDES | _JOINT | {"third-party": "An independent third party"})]
Owner = Annotated[str, Words(_SIDES | _JOINT | {"licence": "One side owns it and the other may use it"})]

Direction = Annotated[
    str,
    Words(
        {
            "higher": "More is better",
            "lower": "Less is better",
            "keep": "The value should stay where it is",
        }
    ),
]

Family = Annotated[
    str,
    Words(
        {
            "speed": "How fast customers are served",
            "quality": "How right the work is",
            "experience": "How customers feel about the service",
            "productivity": "How much work gets done",
            "people": "How the people of the provider are doing",
            "availability": "How reliably the service can be reached",
            "cost": "What the service costs",
        }
    ),
]

CoveredHours = Annotated[
    str,
    Words(
        {
            "service-window": "Counts in the service windows of the function",
            "24x7": "Counts around the clock, every day",
            "custom": "Counts in hours that the contract describes",
        }
    ),
]

Metric = Annotated[str, Words(open=True)]
"""A metric of the catalogue (`values.metric`), or one of the author's own."""

Rating = Annotated[
    str, Words({"low": "Little harm if it goes wrong", "medium": "Some harm", "high": "Serious harm if it goes wrong"})
]
