"""JSON Schemas of waiver and baseline files, for editors."""

from typing import Any

from pydantic import BaseModel

from bpogov.policy.schema import schema_of
from bpogov.waiver.form import BaselineFile, WaiverFile

_FORMS: dict[str, type[BaseModel]] = {"waiver": WaiverFile, "baseline": BaselineFile}


def json_schema(kind: str) -> dict[str, Any]:
    """The JSON Schema (2020-12) of `waiver` or `baseline` files, with `x-` keys free."""
    return schema_of(_FORMS[kind], kind)
