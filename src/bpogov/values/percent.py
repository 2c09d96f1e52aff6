"""A percentage: a number from 0 to 100."""


def meant(value: float) -> float | None:
    """Give the percentage that a share was probably meant to be: 80 for 0.8; None where the number is no such share.

    Only a hint: half a percent is a sensible error rate, and 1 may be one percent or the whole, so it gives None.
    """
    if not 0 < value < 1:
        return None
    return round(value * 100, 10)
