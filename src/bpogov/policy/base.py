"""What the files of the policy room have in common."""

from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, StrictBool, model_validator

ApiVersion = Literal["bpogov/v1"]

Text = Annotated[str, Field(min_length=1, max_length=4000)]

Switch = StrictBool
"""True or false, and nothing that merely looks like it."""


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
