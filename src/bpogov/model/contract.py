"""What was agreed in writing."""

from typing import Annotated, ClassVar

from bpogov.model.base import Keys, Region, Section, optional
from bpogov.model.contract_document import ContractDocument, Renewal, Term, Understood
from bpogov.model.contract_ending import Exit, Termination
from bpogov.model.contract_money import Insurance, Pricing
from bpogov.model.contract_protection import (
    Audit,
    Clause,
    Continuity,
    Locations,
    Ownership,
    PersonalData,
    Subcontracting,
)


class Contract(Section):
    """The contract."""

    called: ClassVar[str] = "the contract"

    document: ContractDocument | None = optional("The written contract")
    clauses: Annotated[dict[str, Clause], Keys("the key of a clause")] | None = optional(
        "Where each clause stands, by its key", example={"audit-access": "MSA 12.3"}
    )
    term: Term | None = optional("How long the contract runs")
    renewal: Renewal | None = optional("What happens at the end of the term")
    governing_law: Region | None = optional("Whose law applies: ISO 3166-1 or 3166-2", example="US-NY")
    locations: Locations | None = optional("Where the work is done and the data is")
    understood: list[Understood] | None = optional("Each side confirms that it has understood the contract")
    pricing: Pricing | None = optional("What is paid for what")
    ip: Ownership | None = optional("Who owns what")
    termination: Termination | None = optional("How the contract can be ended")
    exit: Exit | None = optional("How the work is handed over at the end")
    client_obligations: list[str] | None = optional("What the client has to do", example=["Forecast every month"])
    change_control: str | None = optional("How changes are agreed", example="docs/change-control.md")
    liability_cap: str | None = optional("The most that one side has to pay for damage", example="12 months of fees")
    insurance: list[Insurance] | None = optional("The insurances that the provider keeps")
    audit: Audit | None = optional("Who may examine whom")
    subcontracting: Subcontracting | None = optional("Whether the provider may use other companies")
    continuity: Continuity | None = optional("How the service goes on after a disaster")
    personal_data: PersonalData | None = optional("How personal data is handled")
