"""How fast incidents are answered and solved."""

from typing import Annotated, ClassVar

from bpogov.model.base import Between, Duration, Section, optional, required
from bpogov.model.words import CoveredHours


class Incident(Section):
    """One severity of incident."""

    called: ClassVar[str] = "an incident severity"
    identity: ClassVar[str] = "severity"

    severity: Annotated[int, Between(1, 5)] = required("The severity, from 1 (worst) to 5", example=1)
    definition: str | None = optional("When an incident has this severity", example="No contacts can be handled")
    respond_within: Duration | None = optional(
        "The time within which someone starts to work on it", example="30 minutes"
    )
    resolve_within: Duration | None = optional("The time within which it is solved", example="4 hours")
    hours: CoveredHours | None = optional("In which hours these times count", example="24x7")
