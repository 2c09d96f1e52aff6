"""What a configuration says of waivers."""

import pytest

from bpogov.policy.waiverterms import WaiverTerms
from tests.policy.files import (
    configuration,
    configured,
    configured_problems,
    only,
    path,
    place,
    rule,
    write,
    write_pack,
)

pytestmark = pytest.mark.usefixtures("workspace")


def given(waivers: str | None, parent: str | None = None) -> None:
    """A repository with a pack of its own, these terms, and those of a parent configuration."""
    write_pack("own", rule())
    write("group/bpogov.yaml", configuration(waivers=parent))
    write("bpogov.yaml", configuration(packs="[./own]", waivers=waivers, extends="group/bpogov.yaml"))


def test_without_a_configuration_the_usual_terms_count() -> None:
    """Half a year, approved at the top or by a function that watches."""
    given(None)
    terms = configured().terms
    assert terms == WaiverTerms()
    assert (terms.files, terms.longest, terms.remind) == (
        ("waivers/**/*.yaml", "waivers/**/*.yml"),
        "P180D",
        "P30D",
    )
    assert terms.approvers == ("executive-sponsor", "legal", "security", "data-protection")


def test_an_organisation_says_its_own_terms() -> None:
    """Each of them; the first configuration that says one is free, whatever is usual."""
    given("{files: [exceptions/*.yaml], longest: 1 year, approvers: [risk-officer, finance], remind: P7D}")
    assert configured().terms == WaiverTerms(("exceptions/*.yaml",), "1 year", ("risk-officer", "finance"), "P7D")


def test_a_layer_below_tightens() -> None:
    """Shorter, and fewer who may approve; what it leaves out stays as the parent says."""
    given("{longest: P30D, approvers: [legal]}", "{longest: 3 months, approvers: [finance, legal], remind: P1D}")
    assert configured().terms == WaiverTerms(longest="P30D", approvers=("legal",), remind="P1D")
    given("{files: [a.yaml]}", "{longest: 3 months, approvers: [finance], files: [b.yaml]}")
    assert configured().terms == WaiverTerms(("a.yaml",), "3 months", ("finance",))


@pytest.mark.parametrize(
    ("child", "parent"),
    [("P3M", "3 months"), ("P12M", "1 year"), ("P59D", "2 months"), ("10 business days", "P14D"), ("P1M", "P31D")],
)
def test_what_is_never_longer_may_be_written(child: str, parent: str) -> None:
    """From whatever day one counts."""
    given(f"{{longest: {child}}}", f"{{longest: {parent}}}")
    assert configured().terms.longest == child


@pytest.mark.parametrize(
    ("waivers", "parent", "where", "message", "help_"),
    [
        (
            "{longest: P90D}",
            "{longest: P60D}",
            "$.waivers.longest",
            "A parent lets waivers last 60 days at most, so this configuration cannot allow 90 days",
            "write at most P60D, or leave longest out",
        ),
        (
            "{longest: P2M}",
            "{longest: P60D}",
            "$.waivers.longest",
            "A parent lets waivers last 60 days at most, so this configuration cannot allow 2 months",
            "write at most P60D, or leave longest out",
        ),
        (
            "{longest: 10 business days}",
            "{longest: P13D}",
            "$.waivers.longest",
            "A parent lets waivers last 13 days at most, so this configuration cannot allow 10 business days",
            "write at most P13D, or leave longest out",
        ),
        (
            "{approvers: [legal, operations-lead]}",
            "{approvers: [legal, finance]}",
            "$.waivers.approvers[1]",
            'A parent does not let "operations-lead" approve waivers, so this configuration cannot either',
            "write some of: legal, finance; or leave approvers out",
        ),
        (
            "{longest: soon}",
            None,
            "$.waivers.longest",
            '"soon" is not a length of time; write for example 30 minutes, 14 days, 3 months or 5 business days',
            "",
        ),
        (
            "{approver: [legal]}",
            None,
            "$.waivers.approver",
            'The key "approver" is not known here',
            'did you mean "approvers"?',
        ),
        (
            "{approvers: []}",
            None,
            "$.waivers.approvers",
            '"approvers" has too few entries: at least one is expected',
            None,
        ),
        (
            "{approvers: [The Boss]}",
            None,
            "$.waivers.approvers[0]",
            '"The Boss" is not how an entry of "approvers" is written',
            None,
        ),
        (
            "{files: [../waivers/*.yaml]}",
            None,
            "$.waivers.files[0]",
            '"../waivers/*.yaml" leads out of the folder of the configuration; write a pattern that starts from the folder of bpogov.yaml, such as waivers/**/*.yaml',  # noqa: E501 (one sentence)
            "",
        ),
        ("{remind: 7}", None, "$.waivers.remind", '"remind" is 7, but a text is expected', None),
    ],
)
def test_a_mistake_is_an_error_at_its_place(
    waivers: str, parent: str | None, where: str, message: str, help_: str | None
) -> None:
    """Nothing is checked with terms that nobody can mean, or that weaken those of a parent."""
    given(waivers, parent)
    found = only(configured_problems())
    assert (path(found), found.message) == (where, message)
    assert help_ is None or found.help == help_
    assert place(found)[0] == "bpogov.yaml"
