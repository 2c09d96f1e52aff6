"""The whole engagement file: its sections, and what it says of itself."""

from typing import Annotated, ClassVar

from bpogov.model.access import Access
from bpogov.model.base import Date, Id, Meaning, OneOrMany, Section, Words, optional, required
from bpogov.model.communication import Communication
from bpogov.model.contacts import Contact, EscalationLevel
from bpogov.model.contract import Contract
from bpogov.model.cost import Cost
from bpogov.model.culture import Culture
from bpogov.model.decisions import Decisions, WaysOfWorking
from bpogov.model.goals import Goal, GoalsAgreement
from bpogov.model.in_house import InHouse
from bpogov.model.incidents import Incident
from bpogov.model.markets import Market
from bpogov.model.meetings import Meeting
from bpogov.model.outcomes import Outcomes
from bpogov.model.parties import Parties
from bpogov.model.provider_staff import ProviderStaff
from bpogov.model.regulatory import Regulatory
from bpogov.model.relationship import Relationship
from bpogov.model.risks import Risk
from bpogov.model.scope import Scope
from bpogov.model.selection import Selection
from bpogov.model.slas import ServiceCredits, ServiceLevel
from bpogov.model.transition import Transition

Version = Annotated[str, Words({"bpogov/v1": "The first version of the engagement file"}), Meaning("constant")]
Kind = Annotated[str, Words({"Engagement": "An outsourcing engagement"}), Meaning("constant")]

StatusWord = Annotated[
    str,
    Words(
        {
            "draft": "Still being written",
            "in-review": "Complete, and read by both sides",
            "signed": "Agreed, not yet running",
            "live": "The provider does the work",
            "exiting": "The work is being handed over",
            "ended": "Over",
        }
    ),
]

TierWord = Annotated[
    str,
    Words(
        {
            "small": "A few people and little risk: less is asked",
            "standard": "The usual case",
            "critical": "Failure would hurt badly: more is asked",
        }
    ),
]

Regime = Annotated[
    str,
    Words(
        {
            "gdpr": "General Data Protection Regulation of the European Union",
            "uk-gdpr": "Data-protection law of the United Kingdom",
            "dora": "Digital Operational Resilience Act of the European Union",
            "eba-2019": "Outsourcing guidelines of the European Banking Authority, 2019",
            "third-party-risk": "Interagency guidance on third-party relationships of the United States",
            "hipaa": "Health information law of the United States",
            "pci": "Payment card industry data security standard",
            "pra": "Outsourcing rules of the Prudential Regulation Authority, United Kingdom",
            "mas": "Outsourcing guidelines of the Monetary Authority of Singapore",
        },
        open=True,
    ),
]


class EngagementFile(Section):
    """One outsourcing engagement: one client, one provider, one or more functions."""

    called: ClassVar[str] = "the file"
    identity: ClassVar[str] = "id"

    apiVersion: Version = required("The version of the form of this file", example="bpogov/v1")  # noqa: N815 (its name)
    kind: Kind | None = optional("What the file describes; it may be left out", example="Engagement")
    id: Id = required("A short name of the engagement that never changes", example="acme-email-support")
    title: str = required("What the engagement is called", example="E-mail support with Cebu Care")
    status: StatusWord = required("Where the engagement stands in its life", example="in-review")
    tier: TierWord | None = optional(
        "How much is asked; standard where this is left out", example="standard", filled=True
    )
    last_reviewed: Date | None = optional("The day on which this file was last read through", example="2026-11-20")
    regimes: list[Regime] | None = optional("The laws and guidelines that apply", example=["gdpr"])
    parties: Parties = required(
        "Who the two sides are",
        example={
            "client": {"name": "Acme Tea Ltd", "country": "GB"},
            "provider": {"name": "Cebu Care Inc", "country": "PH"},
        },
    )
    goals: list[Goal] = required("What the client wants to reach", example=[{"id": "faster"}])
    goals_agreed: Annotated[list[GoalsAgreement], OneOrMany()] | None = optional(
        "When and by whom the goals were agreed; a list when they were agreed again"
    )
    scope: Scope = required(
        "What is outsourced, and what stays in-house",
        example={"functions": [{"id": "email", "name": "E-mail support"}]},
    )
    markets: list[Market] | None = optional("The countries whose customers are served")
    contacts: list[Contact] = required("Who speaks for each side", example=[{"id": "amy", "side": "client"}])
    contacts_ref: str | None = optional("A private file that holds the contacts", example="private/contacts.yaml")
    escalation: list[EscalationLevel] | None = optional("The ladder that problems climb, from level 1 on")
    meetings: list[Meeting] | None = optional("When and how both sides meet")
    communication: Communication | None = optional("How both sides keep in touch between meetings")
    slas: list[ServiceLevel] | None = optional("The service levels")
    service_credits: ServiceCredits | None = optional("The rules that all service credits share")
    incidents: list[Incident] | None = optional("How fast incidents are answered and solved")
    culture: Culture | None = optional("What each side should know of the other's culture and languages")
    decisions: Decisions | None = optional(
        "Who decides what; `name: side` is the short form for a side that decides and does the work"
    )
    ways_of_working: WaysOfWorking | None = optional("How much room the provider has")
    in_house: InHouse | None = optional("How the client prepares its own people for the change")
    provider_staff: ProviderStaff | None = optional("How the people of the provider are trained, paid and treated")
    cost: Cost | None = optional("What the engagement costs altogether, and what it gains")
    selection: Selection | None = optional("How the provider was chosen")
    contract: Contract | None = optional("What was agreed in writing")
    transition: Transition | None = optional("How the work moves to the provider")
    access: list[Access] | None = optional("The systems that the provider can get into; an empty list means none")
    outcomes: Outcomes | None = optional("How results are reviewed, and what follows")
    relationship: Relationship | None = optional("How the two sides grow together")
    risks: list[Risk] | None = optional("What could go wrong")
    regulatory: Regulatory | None = optional("What a regulated client has to record")
