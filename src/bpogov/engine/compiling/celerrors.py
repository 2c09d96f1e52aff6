"""Google's compile errors in plain words, with "did you mean"."""

import re
from collections.abc import Iterable, Mapping

from msgspec import Struct

from bpogov.core.suggest import closest
from bpogov.engine.compiling import syntax

_ERROR = re.compile(r"ERROR: <input>:(\d+):(\d+): (.*)")
_OVERLOAD = re.compile(r"found no matching overload for '([^']+)' applied to '(.*)'\Z")
_FIELD = re.compile(r"undefined field '([^']+)' not found in struct '([^']+)'\Z")
_NAME = re.compile(r"undeclared reference to '([^']+)'")
_DOTTED = re.compile(r"[A-Za-z_][\w.]*")

_OPERATORS = re.compile(r"\A_?(&&|\|\||[<>=!]=|[<>+*/%-]|\?)_?(:?_)?\Z")
_TYPES = {
    "double": "a decimal number",
    "int": "a whole number",
    "uint": "a whole number",
    "string": "a text",
    "bool": "true or false",
    "null_type": "null",
    "dyn": "anything",
}

TOO_DEEP = "The expression is nested too deeply, together with the values of let that it reads"


class CompileError(Struct, frozen=True):
    """One error of the CEL compiler: where in the text (code points from 0), and its own words."""

    offset: int
    words: str

    @property
    def is_overload(self) -> bool:
        """Whether an operation does not exist for the types it was given."""
        return _OVERLOAD.match(self.words) is not None


def parse(error: str, text: str, begin: int, length: int) -> tuple[CompileError, ...]:
    """Read all errors out of the compiler's message about `text`.

    The author wrote the `length` code points from `begin` on; offsets are counted there, and an error that the compiler
    puts behind them (a bracket that is missing) is put at their end.
    """
    starts = [0, *(found.end() for found in re.finditer("\n", text))]
    found = []
    for line, column, words in _ERROR.findall(error):
        offset = starts[min(int(line), len(starts)) - 1] + int(column) - 1 - begin
        found.append(CompileError(max(0, min(offset, length)), words.removesuffix(" [INVALID_ARGUMENT]")))
    return tuple(found) or (CompileError(0, error.split("\n", 1)[0]),)


def explain(
    error: CompileError, text: str, fields: Mapping[str, Iterable[str]], names: Iterable[str], tree: syntax.Tree | None
) -> tuple[str, str, str]:
    """Say an error in plain words: a code, the sentence and the help.

    `fields` gives the field names of each message type, `names` what may be written at the start of a name.
    """
    if found := _FIELD.match(error.words):
        name, struct = found.groups()
        known = sorted(fields.get(struct, ()))
        near = closest(name, known)
        help_ = f'did you mean "{near}"?' if near else f"there are: {', '.join(known)}"
        return "unknown-field", f'The field "{name}" does not exist here', help_
    if found := _NAME.match(error.words):
        return _unknown_name(found.group(1), place(error, text), text, names)
    if found := _OVERLOAD.match(error.words):
        return _no_overload(found.group(1), found.group(2), error, text, tree)
    if "recursion" in error.words:
        return "not-cel", TOO_DEEP, "give parts of it names under let, and read only a few of them in one expression"
    if "Syntax error" in error.words:
        detail = error.words.split("Syntax error:", 1)[-1].split(", expecting", 1)[0].split(" expecting", 1)[0].strip()
        return (
            "not-cel",
            f"The expression cannot be read: {detail.replace('<EOF>', 'the end')}",
            "check brackets and quotes",
        )
    return "not-cel", f"The expression is not right: {error.words}", ""


def place(error: CompileError, text: str) -> int:
    """Where an error stands for its author: the compiler puts an unknown `a` in `a.b` at the dot."""
    if _NAME.match(error.words):
        return error.offset - len(_CALLED.search(text[: error.offset]).group(0))  # type: ignore[union-attr]  # it matches an empty text too
    return error.offset


def _unknown_name(name: str, start: int, text: str, names: Iterable[str]) -> tuple[str, str, str]:
    written = _DOTTED.search(text, start)
    full = written.group(0) if written and name in written.group(0) else name
    names = tuple(names)
    near = closest(full, names)
    root = full.split(".", maxsplit=1)[0]
    if (near is None or "." not in near) and not any(known.startswith(f"{root}.") for known in names):
        full, near = root, closest(root, names)  # no calculation of a theme, but a part of something
    return "unknown-name", f'The name "{full}" is not known here', f'did you mean "{near}"?' if near else ""


def _no_overload(
    operator: str, types: str, error: CompileError, text: str, tree: syntax.Tree | None
) -> tuple[str, str, str]:
    symbol = _OPERATORS.match(operator)
    kinds = _kinds(types)
    shown = f'"{symbol.group(1)}"' if symbol else f'"{operator.strip("_")}"'
    message = f"{shown} does not work with {' and '.join(kinds)}"
    return "wrong-type", message, _mixed(kinds, error, text, tree)


def _kinds(types: str) -> list[str]:
    """The operands' types in plain words: `(bpogov.Sla, list(string))` has two."""
    parts, depth, start = [], 0, 0
    inner = types.strip().removeprefix("(").removesuffix(")").replace(").(", ", ")
    for place, letter in enumerate(f"{inner},"):
        depth += (letter in "(<") - (letter in ")>")
        if letter == "," and depth <= 0:
            parts.append(inner[start:place].strip())
            start = place + 1
    return [_plain(part) for part in parts if part]


def _plain(kind: str) -> str:
    if kind.startswith("list"):
        return "a list"
    if kind.startswith("optional"):
        return "a value that may be absent (add orValue)"
    if kind.startswith(("map", "bpogov.")):
        return "a group of fields"
    return _TYPES.get(kind, kind)


def _mixed(kinds: list[str], error: CompileError, text: str, tree: syntax.Tree | None) -> str:
    """The corrected text where a whole number that is not written out meets a decimal."""
    pair = {"a decimal number", "a whole number"}
    if set(kinds) != pair or tree is None:
        return ""
    node = next(
        (
            found
            for found in syntax.below(tree.root)
            if syntax.kind(found) == "call" and tree.offset(found) == error.offset
        ),
        None,
    )
    operator = _SYMBOL.match(text, error.offset)
    if node is None or operator is None or len(node.call_expr.args) != len(pair):
        return "write double(…) around the whole number"
    one = text[_start(text, tree.start(node.call_expr.args[0])) : error.offset].strip()
    other = text[operator.end() : _end(text, operator.end())].strip()
    if kinds[0] == "a whole number":
        return f"write double({one}) {operator.group(0)} {other}"
    return f"write {one} {operator.group(0)} double({other})"


def _start(text: str, start: int) -> int:
    """Where an operand starts: of a call like size(x) the tree only knows where the bracket stands."""
    while start > 0 and text[start : start + 1] == "(" and (text[start - 1].isalnum() or text[start - 1] in "_."):
        start = start - 1 - len(_CALLED.findall(text[: start - 1])[0])
    return start


def _end(text: str, start: int) -> int:
    """Where an operand ends that starts behind an operator: at the next operator or at a bracket that closes."""
    depth = 0
    for place in range(start, len(text)):
        depth += (text[place] in "([{") - (text[place] in ")]}")
        if depth < 0 or (depth == 0 and (text[place] in ",?:" or _BINARY.match(text, place))):
            return place
    return len(text)


_SYMBOL = re.compile(r"[<>=!]=|[<>+*/%-]")
_CALLED = re.compile(r"[\w.]*\Z")
_BINARY = re.compile(r"\s+(?:&&|\|\||[<>=!]=|[<>+*/%-]|in)\s")
