"""What an option is."""

import pytest

from bpogov.cli.option import Option, one_of


@pytest.mark.parametrize(
    ("option", "key", "absent"),
    [
        (Option(("--fail-on",), ""), "fail_on", None),
        (Option(("--gate",), "", default="local"), "gate", "local"),
        (Option(("-q", "--quiet"), "", flag=True), "quiet", False),
        (Option(("--output",), "", value="files", repeated=True), "files", ()),
    ],
    ids=lambda value: value.names[-1] if isinstance(value, Option) else "",
)
def test_what_the_command_gets_where_an_option_is_left_out(option: Option, key: str, absent: object) -> None:
    """By a name that Python can have, of the longest way to write the option."""
    assert (option.key, option.absent) == (key, absent)


@pytest.mark.parametrize(
    ("word", "hint"),
    [("eror", ', did you mean "error"?'), ("qqqq", ""), ("", ""), ("ERROR", ', did you mean "error"?')],
)
def test_one_of_a_few_words(word: str, hint: str) -> None:
    """Any other is refused, with the nearest where one is near."""
    assert one_of("error", ("error", "note")) == "error"
    with pytest.raises(ValueError, match="is not one of") as refused:
        one_of(word, ("error", "note"))
    assert str(refused.value) == f'"{word}" is not one of error, note{hint}'
