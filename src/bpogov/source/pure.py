"""The parser in Python, made to agree with the one in C.

PyYAML's two parsers differ in what they accept: tabs, `:` and `?` inside words in brackets, tags, directives and
escapes. Where they do, this one follows libyaml (the C library, scanner.c of release 0.2.5), so that a file means the
same on every computer. The text must be free of U+0000, U+FEFF, U+0085, U+2028 and U+2029.
"""

import re
from typing import Any

from yaml.error import Mark
from yaml.events import ScalarEvent
from yaml.parser import Parser
from yaml.reader import Reader
from yaml.scanner import Scanner, ScannerError
from yaml.tokens import DirectiveToken, ScalarToken, TagToken

_VERSION = re.compile(r"%YAML[ \t]+1\.0{0,8}[12][ \t]*(?:#[^\r\n\0]*)?(?=[\r\n\0])")
_TAG = re.compile(
    r"!<(?P<exact>(?:[\w\-;/?:@&=+$.,!~*'()\[\]]|%[0-9a-fA-F]{2})+)>"
    r"|(?P<handle>![\w-]*!)(?P<suffix>(?:[\w\-;/?:@&=+$.!~*'()]|%[0-9a-fA-F]{2})+)"
    r"|!(?P<short>[\w-]*+(?!!)(?:[\w\-;/?:@&=+$.!~*'()]|%[0-9a-fA-F]{2})*)",
    re.ASCII,
)
_MARKER = re.compile(r"(?:---|\.\.\.)(?=[\0 \t\r\n])")
_WORD = re.compile(r"(?:[^\0 \t\r\n:]|:(?![\0 \t\r\n]))+")
_WORD_IN_BRACKETS = re.compile(r"(?:[^\0 \t\r\n:,\[\]{}]|:(?![\0 \t\r\n,?\[\]{}]))+")
_TIGHT_COLON = re.compile(r":[,?\[\]{}]")
_HEADER = re.compile(r"(?:([+-])([1-9]?)|([1-9])([+-]?))?[ \t]*(?:#[^\r\n\0]*)?")
_SINGLE = re.compile(r"(?:[^\0 \t\r\n']|'')+")
_DOUBLE = re.compile(r'[^\0 \t\r\n"\\]+')
_LARGEST_CODE = 0x10FFFF
_SURROGATES = range(0xD800, 0xE000)


class PureParser(Reader, Scanner, Parser):
    """Gives the same events and refuses the same texts as PyYAML's `CParser`."""

    def __init__(self, text: str) -> None:
        Reader.__init__(self, text)
        Scanner.__init__(self)
        Parser.__init__(self)

    def _line_end(self) -> bool:
        """Skip a line end, if there is one here."""
        return bool(self.scan_line_break())  # type: ignore[no-untyped-call]  # the library has no types

    def _match(self, pattern: re.Pattern[str]) -> re.Match[str] | None:
        return pattern.match(self.buffer, self.pointer)

    def _take(self, pattern: re.Pattern[str]) -> str:
        found = self._match(pattern)
        if found is None:
            return ""
        self.forward(found.end() - found.start())
        return found[0]

    def _refuse(self, context: str, start: Mark, problem: str) -> ScannerError:
        return ScannerError(f"while scanning {context}", start, problem, self.get_mark())

    def scan_to_next_token(self) -> None:
        """Skip blanks, comments and line ends; a tab counts as a blank where it cannot be indentation."""
        while True:
            while self.peek() == " " or (self.peek() == "\t" and (self.flow_level or not self.allow_simple_key)):
                self.forward()
            if self.peek() == "#":
                while self.peek() not in "\0\r\n":
                    self.forward()
            if not self._line_end():
                return
            if not self.flow_level:
                self.allow_simple_key = True

    def fetch_stream_end(self) -> None:
        """End the text as if its last line had ended, so that a name without a colon is noticed there, too."""
        if self.column:
            self.line, self.column = self.line + 1, 0
        self.unwind_indent(-1)
        self.remove_possible_simple_key()
        self.stale_possible_simple_keys()
        super().fetch_stream_end()

    def scan_directive(self) -> DirectiveToken:
        """Read the only directive with a meaning here, %YAML 1.1 or 1.2."""
        start = self.get_mark()
        if not self._take(_VERSION):
            raise self._refuse("a directive", start, "found a directive")
        token = DirectiveToken("YAML", (1, 2), start, self.get_mark())
        self._line_end()
        return token

    def scan_tag(self) -> TagToken:
        """Read a tag in any of its three forms."""
        start = self.get_mark()
        found = self._match(_TAG)
        after = self.buffer[found.end()] if found else ""
        if found is None or not (after in "\0 \t\r\n" or (self.flow_level and after == ",")):
            raise self._refuse("a tag", start, "did not find a tag")
        self.forward(found.end() - found.start())
        value = (found["handle"], found["suffix"]) if found["handle"] else (None, found[0])
        return TagToken(value, start, self.get_mark())

    def scan_plain(self) -> ScalarToken:
        """Read an unquoted text, folding its lines."""
        start = end = self.get_mark()
        words, between, broken = [], "", False
        while not (self.column == 0 and self._match(_MARKER)) and self.peek() != "#":
            word = self._take(_WORD_IN_BRACKETS if self.flow_level else _WORD)
            if word:
                words += [between, word]
                end, between, broken = self.get_mark(), "", False
            if self.flow_level and self._match(_TIGHT_COLON):
                raise self._refuse("a plain scalar", start, "found unexpected ':'")
            if self.peek() not in " \t\r\n":
                break
            between, broken = self._gap(start)
            if not self.flow_level and self.column <= self.indent:
                break
        if broken:
            self.allow_simple_key = True
        return ScalarToken("".join(words), True, start, end)  # noqa: FBT003 (the library's signature)

    def _gap(self, start: Mark) -> tuple[str, bool]:
        """Skip the blanks between two words; give what they mean, and whether they hold a line end."""
        blanks, breaks = "", 0
        while self.peek() in " \t\r\n":
            if self._line_end():
                breaks += 1
                continue
            if breaks and self.peek() == "\t" and self.column <= self.indent:
                raise self._refuse("a plain scalar", start, "found a tab character that violates indentation")
            blanks += self.peek()
            self.forward()
        if breaks:
            blanks = "\n" * (breaks - 1) or " "
        return blanks, breaks > 0

    def scan_block_scalar_indicators(self, start_mark: Any) -> tuple[bool | None, int | None]:
        """Read what may stand behind `|` or `>`: how line ends at the end count, the indentation, a comment."""
        found = self._match(_HEADER)
        assert found is not None  # noqa: S101 (the pattern matches nothing, too)
        self.forward(found.end() - found.start())
        if self.peek() not in "\0\r\n":
            raise self._refuse("a block scalar", start_mark, "did not find expected comment or line break")
        sign, digit = found[1] or found[4], found[2] or found[3]
        return (sign == "+" if sign else None), (int(digit) if digit else None)

    def scan_block_scalar_indentation(self) -> tuple[list[Any], int, Any]:
        """Find the indentation of a block text; tabs cannot be part of it."""
        start = self.get_mark()
        found = super().scan_block_scalar_indentation()
        if self.peek() == "\t":
            raise self._refuse("a block scalar", start, "found a tab character where an indentation space is expected")
        return found

    def scan_block_scalar_breaks(self, indent: Any) -> tuple[list[Any], Any]:
        """Skip empty lines of a block text and the indentation of the next one."""
        start = self.get_mark()
        found: tuple[list[Any], Any] = super().scan_block_scalar_breaks(indent)
        if self.column < indent and self.peek() == "\t":
            raise self._refuse("a block scalar", start, "found a tab character where an indentation space is expected")
        return found

    def scan_flow_scalar_non_spaces(self, double: Any, start_mark: Any) -> list[str]:
        """Read the next words of a text in quotes."""
        if not double:
            return [self._take(_SINGLE).replace("''", "'")]
        chunks = [self._take(_DOUBLE)]
        while self.peek() == "\\":
            chunks += self._escape(start_mark)
            chunks.append(self._take(_DOUBLE))
        return chunks

    def process_empty_scalar(self, mark: Any) -> ScalarEvent:
        """Give an empty value; in brackets it stands where the next sign stands."""
        if self.state.__name__.startswith("parse_flow"):
            mark = self.peek_token().start_mark  # type: ignore[no-untyped-call]  # as above
        return super().process_empty_scalar(mark)

    def _escape(self, start: Any) -> list[str]:
        letter = self.peek(1)
        if letter not in self.ESCAPE_REPLACEMENTS and letter not in self.ESCAPE_CODES and letter not in "\r\n":
            raise self._refuse("a quoted scalar", start, "found unknown escape character")
        self.forward(1 if letter in "\r\n" else 2)
        if letter in "\r\n":
            self._line_end()
            breaks: list[str] = self.scan_flow_scalar_breaks(True, start)  # noqa: FBT003 (the library's signature)
            return breaks
        if letter in self.ESCAPE_REPLACEMENTS:
            return [self.ESCAPE_REPLACEMENTS[letter]]
        digits = self.prefix(self.ESCAPE_CODES[letter])
        if not re.fullmatch("[0-9a-fA-F]+", digits):
            raise self._refuse("a quoted scalar", start, "did not find expected hexadecimal number")
        code = int(digits, 16)
        if code in _SURROGATES or code > _LARGEST_CODE:
            raise self._refuse("a quoted scalar", start, "found invalid Unicode character escape code")
        self.forward(len(digits))
        return [chr(code)]
