"""`bpogov init`."""

from collections.abc import Callable

from tests.conftest import Outcome


def test_init_says_what_it_wrote_and_what_is_next(run_cli: Callable[..., Outcome]) -> None:
    """The files are named, and a second time nothing is overwritten."""
    first = run_cli("init")
    assert first.out == (
        "wrote bpogov.yaml\nwrote engagements/my-first-engagement.yaml\n"
        'Next: change the engagement to yours, then run "bpogov check"\n'
    )
    again = run_cli("init")
    assert again.code == 2
    assert again.err.startswith('error: "bpogov.yaml" is there already, and bpogov never overwrites a file\n')
