"""What the files of the policy room have in common."""

from collections.abc import Iterable
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, StrictBool, model_validator

from bpogov.core.location import Path
from bpogov.values import date

ApiVersion = Literal["bpogov/v1"]

Text = Annotated[str, Field(min_length=1, max_length=4000)]

Switch = StrictBool
"""True or false, and nothing that merely looks like it."""


def _a_day(text: str) -> str:
    date.parse(text)
    return text


Day = Annotated[str, AfterValidator(_a_day), Field(json_schema_extra={"pattern": r"^\d{4}-\d{2}-\d{2}$"})]
"""A day of the calendar, as 2026-11-21."""


class Complaints(ValueError):
    """Several things that are wrong with a part, each with its place below the part."""

    def __init__(self, found: Iterable[tuple[Path, str]]) -> None:
        self.found = tuple(found)
        super().__init__("; ".join(message for _, message in self.found))


class Part(BaseModel):
    """A part of a policy file: fixed once read, unknown keys refused, `x-` keys free."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)

    @model_validator(mode="before")
    @classmethod
    def _without_free_keys(cls, data: Any) -> Any:
        """Leave out the organisation's own `x-` keys, and empty ones, which mean the same as absent ones."""
        if not isinstance(data, dict):
            return data
        return {key: value for key, value in data.items() if not key.startswith("x-") and value is not None}
