"""What a waiver file and a baseline file may look like."""

from typing import Annotated, Any, Literal

from pydantic import AfterValidator, Field, ValidationInfo

from bpogov.policy.base import ApiVersion, Day, Part, Text


def _filled_in(text: str, info: ValidationInfo) -> str:
    """Refuse the text in angle brackets that `bpogov new waiver` leaves for a person to replace."""
    plain = text.strip()
    if not plain:
        raise ValueError(f'"{info.field_name}" is empty, but a text is expected')
    if plain.startswith("<") and plain.endswith(">"):
        raise ValueError(f'"{info.field_name}" is still to be filled in: "{plain}" only says what to write there')
    return text


def _is_plain(value: Any) -> Any:
    if isinstance(value, dict | list):
        message = '"value" is a list or a group, which is named by its digest; leave "value" out, and the check says it'
        raise ValueError(message)  # noqa: TRY004 (pydantic takes this one)
    return value


Filled = Annotated[Text, AfterValidator(_filled_in)]
"""A text that a person wrote."""


class Approver(Part):
    """Who approved."""

    name: Filled = Field(description="The person: of the client, and not the one who asks")
    role: Filled = Field(description="A role that the configuration allows, such as executive-sponsor")


class WaiverFile(Part):
    """One exception: what is waived, why, who asks, who approves, and until when."""

    api_version: ApiVersion = Field(alias="apiVersion")
    kind: Literal["Waiver"]
    rule: Filled = Field(description="The id of a rule, such as SCP002, or of one part of it, such as SCP002/kept")
    engagement: Filled = Field(description="The id of the engagement")
    at: Filled = Field(
        description="The place, as findings show it; covers what lies below, such as $.scope.functions[voice]"
    )
    value: Annotated[Any, AfterValidator(_is_plain)] = Field(
        default=None,
        description="What stood there when it was approved, or the digest of a list or group; nothing: left out",
        json_schema_extra={"type": ["string", "number", "boolean", "null"]},
    )
    reason: Filled = Field(description="Why the rule cannot be kept here")
    requested_by: Filled = Field(description="The person who asks for the exception")
    approved_by: Approver = Field(description="The person who grants it")
    start: Day = Field(alias="from", description="The first day on which it counts")
    until: Day = Field(description="The last day on which it counts")
    ticket: Filled | None = Field(default=None, description="Where the approval is on record")
    measure: Filled | None = Field(default=None, description="What is done instead, to keep the risk small")


class BaselineEntry(Part):
    """One finding that was known when the baseline was written."""

    fingerprint: Annotated[str, Field(pattern=r"^[0-9a-f]{32}$")] = Field(description="What identifies the finding")
    rule: Text = Field(description="The id of its rule")
    engagement: Text = Field(description="The id of its engagement")
    at: Text = Field(description="Its place, for the reader")
    message: Text | None = Field(default=None, description="What it says, for the reader")


class BaselineFile(Part):
    """Findings that are known and do not count; `bpogov baseline` writes it, and it is meant to shrink."""

    api_version: ApiVersion = Field(alias="apiVersion")
    kind: Literal["Baseline"]
    findings: tuple[BaselineEntry, ...] = Field(description="The findings, sorted")
