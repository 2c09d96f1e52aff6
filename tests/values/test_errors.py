from bpogov.values.errors import BadValue, quoted


def test_carries_message_and_suggestion() -> None:
    """The message is also the text of the exception, and a suggestion is optional."""
    problem = BadValue('"x" is not a day', "mon")
    assert (str(problem), problem.message, problem.suggestion) == ('"x" is not a day', '"x" is not a day', "mon")
    assert BadValue("no").suggestion == ""
    assert isinstance(problem, ValueError)


def test_quotes_a_text() -> None:
    """A text is shown in double quotes as it is."""
    assert quoted("mon-fri") == '"mon-fri"'


def test_shows_no_control_characters() -> None:
    """Line ends and terminal control never reach a message."""
    assert quoted("a\nb\x1b[31m\u202ec") == '"a b [31m c"'


def test_shortens_a_long_text() -> None:
    """A message stays readable whatever stands in the file."""
    assert quoted("x" * 60) == '"' + "x" * 60 + '"'
    assert quoted("x" * 61) == '"' + "x" * 59 + '…"'
