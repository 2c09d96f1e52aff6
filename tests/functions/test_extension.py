from bpogov.functions.extension import extra


def test_an_own_field_is_given_as_written() -> None:
    """The value of an organisation's own field, or nothing where it is not there."""
    assert extra({"x-cost-centre": 42}, "x-cost-centre") == 42
    assert extra({}, "x-cost-centre") is None
