"""JSON Schemas of the policy files, for editors."""

from typing import Any

from pydantic import BaseModel

from bpogov.policy.advice import AdviceFile
from bpogov.policy.configuration import ConfigurationFile
from bpogov.policy.pack import PackFile
from bpogov.policy.rule import RuleFile

_FORMS: dict[str, type[BaseModel]] = {
    "advice": AdviceFile,
    "configuration": ConfigurationFile,
    "pack": PackFile,
    "rule": RuleFile,
}


def json_schema(kind: str) -> dict[str, Any]:
    """The JSON Schema (2020-12) of `rule`, `pack`, `configuration` or `advice` files, with `x-` keys free."""
    return schema_of(_FORMS[kind], kind)


def schema_of(form: type[BaseModel], kind: str) -> dict[str, Any]:
    """The JSON Schema (2020-12) of the form of one kind of file, with `x-` keys free."""
    schema = form.model_json_schema(by_alias=True)
    schema |= {"title": f"bpogov {kind} file"}
    schema = {"$schema": "https://json-schema.org/draft/2020-12/schema", **schema}
    for part in (schema, *schema.get("$defs", {}).values()):
        if part.get("type") == "object":
            part.setdefault("patternProperties", {})["^x-"] = {}
    return schema
