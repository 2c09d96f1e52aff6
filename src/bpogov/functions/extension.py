"""An organisation's own fields."""

from typing import Any

from bpogov.functions.declare import function


@function("extra", returns="any", part="map", name="text")
def extra(part: dict[str, Any], name: str) -> Any:
    """Give the organisation's own field `name` (it starts with `x-`) of a part of the engagement.

    In: the part, such as `engagement` or `sla`, and the name, such as `"x-cost-centre"`. Out: the value as it was
    written, or null where the field is not there, so that rules compare it: `extra(sla, "x-owner") == null`.
    """
    return part.get(name)
