"""Records with something changed in them."""

import json
from typing import Any

from bpogov.evidence.statement import Statement


def spoilt(data: Statement, path: str, value: Any) -> Statement:
    """Copy a statement with another value at a place such as `subject/0/name`, or without it for None."""
    copy: Statement = json.loads(json.dumps(data))
    *steps, last = path.split("/")
    place: Any = copy
    for step in steps:
        place = place[int(step)] if isinstance(place, list) else place[step]
    spot: int | str = int(last) if isinstance(place, list) else last
    if value is None:
        del place[spot]
    else:
        place[spot] = value
    return copy
