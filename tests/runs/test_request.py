"""What a check is asked for."""

from bpogov.runs.request import CheckRequest


def test_what_is_left_out_is_named_as_it_was_written() -> None:
    """A gate that looks at everything refuses these options by their names."""
    assert CheckRequest().left_out == ()
    asked = CheckRequest(select=("COM",), ignore=("SLA",), baseline="known.yaml", allow_empty=True)
    assert asked.left_out == ("--select", "--ignore", "--baseline", "--allow-empty")
