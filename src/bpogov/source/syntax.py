"""What a parser's complaint about a text means, in the words of a person who does not program."""

import re
from collections.abc import Callable
from typing import Any, TypeAlias

from msgspec import Struct

from bpogov.source import problems
from bpogov.source.trouble import Trouble, in_quotes, shortened

Words: TypeAlias = tuple[int, int, str, str]
"""Start and end of the place, the message, and the help."""


class Complaint(Struct, frozen=True):
    """A parser's complaint: where it gave up, where the part began that it read, and the nearest open bracket."""

    text: str
    at: int
    since: int
    opened: int | None

    @property
    def sign(self) -> str:
        """The character at which the parser gave up; empty at the end of the text."""
        return self.text[self.at : self.at + 1]

    def line(self, index: int) -> tuple[int, int]:
        """Give start and end of the line of `index`, without its indentation, trailing blanks and comment."""
        begin = max(self.text.rfind("\n", 0, index), self.text.rfind("\r", 0, index)) + 1
        found = _LINE.match(self.text, begin)
        return found.span(1) if found else (begin, begin)

    def rest(self, index: int) -> tuple[int, int]:
        """Give the stretch from `index` to the end of its line, without trailing blanks and comment."""
        return index, max(index, self.line(index)[1])

    def column(self, index: int) -> int:
        """Give the column of `index`, from 1."""
        return index - max(self.text.rfind("\n", 0, index), self.text.rfind("\r", 0, index))


_LINE = re.compile(r"[ \t]*+((?:[^\r\n \t]|[ \t]++(?![#\r\n]|\Z))*+)")
_LONGEST_NAME = 1024
_NAME = re.compile(r"[\s\-]*([^:\r\n]+?):[ \t]+")


def explain(complaint: Any, text: str, ended: int, opened: int | None) -> Trouble:
    """Say what an exception of the YAML library means; `ended` is where the last good part ended."""
    problem = str(getattr(complaint, "problem", ""))
    context = str(getattr(complaint, "context", ""))
    at = _index(getattr(complaint, "problem_mark", None), ended)
    since = _index(getattr(complaint, "context_mark", None), at)
    found = Complaint(text, min(at, len(text)), min(since, len(text)), opened)
    words = next((words for sign, words in _BY_CONTEXT if sign in context), None)
    words = next((words for sign, words in _BY_PROBLEM if sign in problem), words) or _anything
    start, end, message, help_ = words(found)
    return Trouble(_IDS.get(words, problems.SYNTAX), start, max(start, end), message, help_)


def _index(mark: Any, otherwise: int) -> int:
    return otherwise if mark is None else int(mark.index)


def _anything(found: Complaint) -> Words:
    start, end = found.line(found.at)
    return start, end, "The text cannot be read from this line on", "compare the line with those around it"


def _inner_colon(found: Complaint) -> Words:
    start, end = found.line(found.at)
    line = found.text[start:end]
    name = _NAME.match(line)
    if name and start + name.end() <= found.at:
        value = line[name.end() :]
        begin = start + name.end()
        message = f'A colon inside the text "{shortened(value)}" splits it in two'
        return begin, end, message, f"put the text in quotes: {name[1]}: {in_quotes(value)}"
    if found.at - start > _LONGEST_NAME:
        return start, end, "A name is longer than 1,024 characters", "shorten the name"
    message = f'"{shortened(line)}" is indented deeper than the line above it, which already has a value'
    return start, end, message, "start it in the same column as the name in the line above"


def _no_colon(found: Complaint) -> Words:
    start, end = found.rest(found.since)
    if tight := re.fullmatch(r"([A-Za-z][\w-]*):([^\s/].*)", shortened(found.text[start:end])):
        return start, end, f'A blank is missing after the colon of "{tight[1]}"', f"write {tight[1]}: {tight[2]}"
    message = f'"{shortened(found.text[start:end])}" is no field, because it has no colon'
    return start, end, message, "write name: value, or indent the line if it continues the text above it"


def _bad_start(found: Complaint) -> Words:
    if found.sign == "\t":
        return _tab(found)
    start, end = found.rest(found.at)
    rest = found.text[start:end]
    if found.opened is not None or len(re.findall(r"[\]}]", rest)) > len(re.findall(r"[\[{]", rest)):
        end = start + len(re.split(r"[,\[\]{}]", rest, maxsplit=1)[0].rstrip())
    message = f'A text cannot start with "{found.sign}" without quotes'
    return start, end, message, f"put it in quotes: {_quoted(found, start, end)}"


def _tab(found: Complaint) -> Words:
    return found.at, found.at + 1, "A tab stands where only blanks can indent a line", "replace the tab by blanks"


def _open_quote(found: Complaint) -> Words:
    start, end = found.rest(found.since)
    quote = found.text[start : start + 1]
    message = f"The quote ({quote}) that opens here is never closed"
    return start, end, message, f"write another {quote} where the text ends"


def _escape(found: Complaint) -> Words:
    written = found.text[found.at : found.at + 2]
    message = f'"{shortened(written)}" means nothing in double quotes, where a backslash starts a special character'
    return found.at, found.at + len(written), message, "write two backslashes for one, or use single quotes"


def _escape_digits(found: Complaint) -> Words:
    start = max(found.at - 2, 0)
    written = found.text[start : found.at]
    digits = {"x": 2, "u": 4, "U": 8}.get(written[-1:], 4)
    message = f'"{written}" has to be followed by {digits} digits (0 to 9, a to f)'
    return start, found.at, message, "write two backslashes for one, or use single quotes"


def _escape_code(found: Complaint) -> Words:
    start = max(found.at - 2, 0)
    length = {"x": 2, "u": 4, "U": 8}.get(found.text[found.at - 1 : found.at], 0)
    written = found.text[start : found.at + length]
    return start, found.at + length, f'"{written}" stands for no character', "write the character itself"


def _list_on_the_line(found: Complaint) -> Words:
    start, end = found.rest(found.at)
    help_ = f"start the list on the next line, or put the text in quotes: {_quoted(found, start, end)}"
    return start, end, "A list cannot start on the line of its name", help_


def _question_mark(found: Complaint) -> Words:
    start, end = found.rest(found.at)
    return start, end, 'A text cannot start with "? " without quotes', f"put it in quotes: {_quoted(found, start, end)}"


def _quoted(found: Complaint, start: int, end: int) -> str:
    return in_quotes(found.text[start:end])


def _reference(found: Complaint) -> Words:
    start, end = found.rest(found.since)
    sign = found.text[start : start + 1]
    message = f'A text cannot start with "{sign}" without quotes'
    return start, end, message, f"put it in quotes: {_quoted(found, start, end)}"


def _block_text(found: Complaint) -> Words:
    start, end, message, help_ = _reference(found)
    return start, end, f"{message}, unless it starts on the next line", help_


def _tight_colon(found: Complaint) -> Words:
    message = "A blank is missing after the colon"
    return found.at, found.at + 1, message, 'write ": " with a blank, or put the text in quotes'


def directive(text: str, at: int) -> tuple[tuple[int, int], str, str]:
    """Give place, message and help for the line with a directive at `at`."""
    place = Complaint(text, at, at, None).line(at)
    return place, 'A line cannot start with "%"', "put the text in quotes, or delete the line"


def _directive(found: Complaint) -> Words:
    place, message, help_ = directive(found.text, found.at)
    return *place, message, help_


def _tag(found: Complaint) -> Words:
    start, end = found.rest(found.since)
    message = f'"{shortened(found.text[start:end])}" starts with an exclamation mark, which marks a type'
    return start, end, message, f"put the text in quotes: {_quoted(found, start, end)}"


def _second_value(found: Complaint) -> Words:
    start, end = found.rest(found.at)
    if found.sign in ("]", "}"):
        return _stray_bracket(found)
    message = f'"{shortened(found.text[start:end])}" does not belong to what stands above it, which is complete'
    return start, end, message, "give it a name (name: value) in the same column as the other names, or delete it"


def _stray_bracket(found: Complaint) -> Words:
    message = f'The closing "{found.sign}" has no opening one'
    return found.at, found.at + 1, message, "delete it, or put the text in quotes if it belongs to the text"


def _nameless(found: Complaint) -> Words:
    return found.at, found.at + 1, "A value stands here without a name", "write name: value"


def _in_group(found: Complaint) -> Words:
    if found.sign in ("]", "}"):
        return _stray_bracket(found)
    if found.sign == ":":
        return _nameless(found)
    start, end = found.rest(found.at)
    if start != found.line(start)[0] or found.sign == "":
        rest = shortened(found.text[start:end])
        message = f'"{rest}" follows a value that is already complete'
        if found.text[:start].rstrip().endswith(('"', "'")):
            message = f"The text in quotes has ended, but {rest} follows"
        help_ = 'put the whole value in one pair of quotes, with \\" for a quote inside double quotes'
        return start, end, message, help_
    column = found.column(found.at)
    line = shortened(found.text[start:end])
    if column == found.column(found.since):
        return start, end, f'"{line}" stands in a list, but is no item of it', "start it with a hyphen and a blank: - "
    message = f'"{line}" starts in column {column}, where nothing that it could belong to starts'
    return start, end, message, "start lines that belong together in the same column"


def _in_brackets(found: Complaint) -> Words:
    opener = found.text[found.since : found.since + 1]
    closer = "]" if opener == "[" else "}"
    start, end = found.rest(found.at)
    if found.sign in ("]", "}"):
        message = f'The bracket "{opener}" is closed by "{found.sign}"'
        return found.at, found.at + 1, message, f'write "{closer}" here, or close the inner bracket first'
    if found.sign == "" or found.line(found.at)[0] != found.line(found.since)[0]:
        return _never_closed(found, found.since)
    if found.sign == ":":
        start = max(found.text.rfind(sign, 0, found.at) for sign in "[{,:") + 1
        ends = (found.text.find(sign, found.at) for sign in ",]}\r\n")
        end = min((index for index in ends if index >= 0), default=len(found.text))
        text = found.text[start:end].strip()
        start = found.text.index(text, start)
        message = f'A colon inside the text "{shortened(text)}" splits it in two'
        return start, start + len(text), message, f"put the text in quotes: {in_quotes(text)}"
    message = f'A comma or "{closer}" is missing before "{shortened(found.text[start:end])}"'
    return start, end, message, "put a comma between two entries, and a text with quotes or brackets in it in quotes"


def _never_closed(found: Complaint, opened: int) -> Words:
    opener = found.text[opened : opened + 1]
    closer = "]" if opener == "[" else "}"
    start, end = found.rest(opened)
    return start, end, f'The bracket "{opener}" that opens here is never closed', f'write "{closer}" where it ends'


def _no_content(found: Complaint) -> Words:
    if found.sign == "" and found.opened is not None:
        return _never_closed(found, found.opened)
    if found.sign == ",":
        message = "Nothing stands before this comma"
        return found.at, found.at + 1, message, "delete the comma, or write the missing entry before it"
    start, end = found.rest(found.at)
    if found.sign in ("]", "}"):
        return _stray_bracket(found)
    if found.sign == ":":
        return _nameless(found)
    message = f'"{shortened(found.text[start:end])}" cannot stand here'
    return start, end, message, f"put it in quotes if it is a text: {_quoted(found, start, end)}"


_BY_PROBLEM: tuple[tuple[str, Callable[[Complaint], Words]], ...] = (
    ("apping values are not allowed", _inner_colon),
    ("apping keys are not allowed", _question_mark),
    ("equence entries are not allowed", _list_on_the_line),
    ("could not find expected ':'", _no_colon),
    ("that cannot start any token", _bad_start),
    ("found a tab", _tab),
    ("found unexpected end of stream", _open_quote),
    ("found unexpected document", _open_quote),
    ("unknown escape character", _escape),
    ("did not find expected hex", _escape_digits),
    ("invalid Unicode character", _escape_code),
    ("found unexpected ':'", _tight_colon),
    ("undefined tag handle", _tag),
    ("find expected <document", _second_value),
    ("expected '<document", _second_value),
    ("incompatible YAML document", _directive),
    ("%YAML directive", _directive),
    ("YAML directive", _directive),
)
_BY_CONTEXT: tuple[tuple[str, Callable[[Complaint], Words]], ...] = (
    ("directive", _directive),
    ("DIRECTIVE", _directive),
    ("a tag", _tag),
    ("an alias", _reference),
    ("an anchor", _reference),
    ("a block scalar", _block_text),
    ("a block mapping", _in_group),
    ("a block collection", _in_group),
    ("a flow sequence", _in_brackets),
    ("a flow mapping", _in_brackets),
    ("node", _no_content),
)
_IDS: dict[Callable[[Complaint], Words], str] = {_tag: problems.TAG, _escape_code: problems.CHARACTER}
