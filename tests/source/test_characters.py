"""Which characters no file may hold."""

from bpogov.source.characters import forbidden, harmless, name_of


def test_forbidden() -> None:
    """Control characters, surrogates and byte order marks inside a text are refused, everything visible is not."""
    assert not forbidden().search("\t\n\r aé\x85\xa0\u2028\U0001f642\U0010ffff\ufffd")
    assert not forbidden().search("\u200c\u200d\u200e\u200f\u061c")
    for character in "\u202a\u202e\u2066\u2069\0\x07\x1b\x7f\x80\ud800\udfff\ufeff\ufffe\uffff":
        assert forbidden().fullmatch(character)


def test_harmless() -> None:
    """The quick look at a text agrees with the pattern: for every character there is."""
    wrong = [code for code in range(0x110000) if harmless(chr(code)) == bool(forbidden().match(chr(code)))]
    assert wrong == []
    assert harmless("a – b\n\tc\r\n")
    assert not harmless("a\u202eb\n")


def test_names() -> None:
    """A character that cannot be seen is named by its kind and number."""
    assert name_of("\0") == "a NUL character (U+0000)"
    assert name_of("\x07") == "an invisible control character (U+0007)"
    assert name_of("\u202e") == "an invisible sign that turns the direction of text (U+202E)"
