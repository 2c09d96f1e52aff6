from bpogov.model.at import At


def test_paths() -> None:
    """Steps go further in both, or only in the facts where a short form is written, or only in the document."""
    entry = At().step("decisions").aside(0)
    assert (At().facts, At().origin) == ((), ())
    assert (entry.facts, entry.origin) == (("decisions", 0), ("decisions",))
    side = entry.inside("pricing").aside("accountable")
    assert (side.facts, side.origin) == (("decisions", 0, "accountable"), ("decisions", "pricing"))


def test_empty_names() -> None:
    """A field without a name and the first entry of a list are steps like any other."""
    assert At().step("").step(0).facts == ("", 0)
