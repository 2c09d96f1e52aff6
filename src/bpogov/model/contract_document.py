"""The contract as a document: what it is, how long it runs, how it is renewed, and that it was understood."""

from typing import Annotated, ClassVar

from bpogov.model.base import Date, Duration, OneOrMany, Reference, Section, Words, optional, required
from bpogov.model.words import Side

ArrangementType = Annotated[
    str,
    Words(
        {
            "standalone": "One contract by itself",
            "overarching": "A master agreement with further contracts under it",
            "subsequent": "A contract under a master agreement",
        },
        open=True,
    ),
]

RenewalType = Annotated[
    str,
    Words(
        {
            "none": "The contract ends and is not renewed",
            "manual": "Both sides have to agree on a renewal",
            "automatic": "The contract goes on unless someone gives notice",
        }
    ),
]

RenewalOutcome = Annotated[
    str,
    Words(
        {
            "renew": "The contract goes on",
            "end": "The contract ends",
            "renegotiate": "New terms are negotiated",
        }
    ),
]

UnderstoodTopic = Annotated[
    str,
    Words(
        {
            "all": "The whole contract",
            "service-levels": "What is promised",
            "pricing": "What it costs",
            "ip": "Who owns what",
            "termination": "How it can be ended",
            "data-protection": "How personal data is protected",
            "liability": "Who pays for damage",
            "exit": "How the work is handed over at the end",
        }
    ),
]


class Amendment(Section):
    """A later change of the contract."""

    called: ClassVar[str] = "an amendment"
    identity: ClassVar[str] = "number"

    number: str = required("The number of the amendment", example="1")
    signed: Date | None = optional("The day on which it was signed", example="2026-09-01")
    what: str | None = optional("What it changes", example="Adds the chat channel")


class ContractDocument(Section):
    """The written contract."""

    called: ClassVar[str] = "the contract document"

    title: str | None = optional("The title of the contract", example="Services agreement")
    location: str | None = optional("Where it is kept", example="contracts/tala-msa.pdf")
    version: str | None = optional("The version that applies", example="1.0")
    hash: str | None = optional("A checksum of the document", example="sha256:9f86d081884c7d65")
    type: ArrangementType | None = optional(
        "What kind of contract it is, as the register of information asks", example="standalone"
    )
    signed: Date | None = optional(
        "The day on which this version was signed; the signing of the term where this is left out", example="2026-03-16"
    )
    amendments: list[Amendment] | None = optional("Later changes of the contract")


class Term(Section):
    """How long the contract runs."""

    called: ClassVar[str] = "the term of the contract"

    signed: Date | None = optional("The day on which the contract was signed", example="2026-12-15")
    start: Date | None = optional("The day on which it starts", example="2027-01-04")
    go_live: Date | None = optional("The day on which the provider takes over the work", example="2027-01-18")
    end: Date | None = optional(
        "The last day of the contract; left out means that it is open-ended", example="2028-01-03"
    )


class RenewalDecision(Section):
    """What was decided about renewal."""

    called: ClassVar[str] = "the decision on renewal"

    date: Date | None = optional("The day of the decision", example="2028-06-30")
    outcome: RenewalOutcome | None = optional("What was decided", example="renew")


class Renewal(Section):
    """What happens at the end of the term."""

    called: ClassVar[str] = "the renewal of the contract"

    type: RenewalType | None = optional("How the contract is renewed", example="manual")
    notice: Duration | None = optional("How long before the end notice has to be given", example="6 months")
    period: Duration | None = optional("How long a renewal runs", example="1 year")
    decision_owner: Reference | None = optional("The id of the contact who decides on renewal", example="dana")
    decided: RenewalDecision | None = optional("What was decided")


class Understood(Section):
    """One side confirms that it has read and understood the contract."""

    called: ClassVar[str] = "a confirmation that the contract is understood"
    identity: ClassVar[str] = "side"

    side: Side = required("The side that confirms", example="client")
    by: Reference | None = optional("The id of the contact who read it", example="raj")
    date: Date | None = optional("The day of the confirmation", example="2026-11-19")
    version: str | None = optional("The version that was read", example="1.0")
    topics: Annotated[list[UnderstoodTopic], OneOrMany()] | None = optional(
        "What was understood: `all`, or a list of topics", example="all"
    )
