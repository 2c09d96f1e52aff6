"""The names of files for other programs."""

import pytest

from bpogov.report.safe.filenames import plain_name, uri


@pytest.mark.parametrize(
    ("file", "plain", "address"),
    [
        ("engagements/acme.yaml", "engagements/acme.yaml", "engagements/acme.yaml"),
        ("./engagements//./acme.yaml", "engagements/acme.yaml", "engagements/acme.yaml"),
        ("../other/a.yaml", "../other/a.yaml", "../other/a.yaml"),
        ("/srv/repo/a.yaml", "/srv/repo/a.yaml", "file:///srv/repo/a.yaml"),
        ("C:/repo/a b.yaml", "C:/repo/a b.yaml", "file:///C:/repo/a%20b.yaml"),
        ("a:b/100%#?[x].yaml", "a:b/100%#?[x].yaml", "a%3Ab/100%25%23%3F%5Bx%5D.yaml"),
        ("Übung/日.yaml", "Übung/日.yaml", "%C3%9Cbung/%E6%97%A5.yaml"),
        ("caf\udce9.yaml", "caf<U+DCE9>.yaml", "caf%E9.yaml"),
        ("\ud800.yaml", "<U+D800>.yaml", "%3F.yaml"),
        ("a\nb\x1b.yaml", "a␊b␛.yaml", "a%0Ab%1B.yaml"),
    ],
)
def test_names_are_relative_and_harmless(file: str, plain: str, address: str) -> None:
    """Without `./`, with forward slashes; as a URI percent-encoded, byte for byte as the file system has it."""
    assert plain_name(file) == plain
    assert uri(file) == address
