"""How the provider was chosen."""

from typing import Annotated, ClassVar

from bpogov.model.base import Date, Keys, Percent, Section, Words, optional

Method = Annotated[
    str,
    Words(
        {
            "tender": "Several providers made formal offers",
            "comparison": "Several providers were compared",
            "direct": "One provider was chosen without competition",
        }
    ),
]

QualityEvidence = Annotated[
    str,
    Words(
        {
            "pilot": "A trial of the real work",
            "references": "What other clients say",
            "site-visit": "A visit to the place of work",
            "certification": "A certificate of a recognised standard",
            "sample-work": "Samples of finished work",
        }
    ),
]


class Selection(Section):
    """How the provider was chosen."""

    called: ClassVar[str] = "the selection"

    method: Method | None = optional("How the provider was chosen", example="comparison")
    weights: Annotated[dict[str, Percent], Keys("what was weighed")] | None = optional(
        "How much each point counted, in percent; together 100", example={"quality": 50, "cost": 50}
    )
    quality_evidence: list[QualityEvidence] | None = optional(
        "What showed the quality of the work", example=["references"]
    )
    due_diligence: Date | None = optional("The day on which the provider was examined", example="2026-02-05")
    reason: str | None = optional("Why there was no competition", example="Only provider with the licence")
