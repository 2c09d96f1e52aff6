"""The life of an engagement has an order."""

from bpogov.core.status import Status


def test_the_life_cycle_has_an_order() -> None:
    """Ranks rise from draft to ended."""
    assert [status.value for status in sorted(Status, key=lambda status: status.rank)] == [
        "draft",
        "in-review",
        "signed",
        "live",
        "exiting",
        "ended",
    ]


def test_a_status_has_reached_itself_and_all_before() -> None:
    """Live engagements have been in review; drafts have not."""
    assert Status.LIVE.reached(Status.IN_REVIEW)
    assert Status.LIVE.reached(Status.LIVE)
    assert not Status.DRAFT.reached(Status.IN_REVIEW)
