"""Reading bytes: what a file means, and every problem with its place and its words."""

import pytest

from bpogov.source.document import Document
from bpogov.source.limits import DEFAULT_LIMITS, Limits
from bpogov.source.load import load


def both(raw: bytes, limits: Limits = DEFAULT_LIMITS) -> Document:
    """Load with both parsers, which must agree, and give one of the results."""
    document, pure = load(raw, "e.yaml", limits), load(raw, "e.yaml", limits, pure=True)
    assert document.findings == pure.findings
    assert repr(document.data) == repr(pure.data)
    return document


def found(text: str, limits: Limits = DEFAULT_LIMITS) -> list[tuple[str, str, str, str]]:
    """Give id, path, marked text and message of every finding of `text`."""
    document = both(text.encode(), limits)
    assert document.data is None or not document.findings
    result = []
    for finding in document.findings:
        span = finding.location.span
        assert span is not None
        first, last = span.start, span.end
        line = finding.location.lines[0] if finding.location.lines else ""
        marked = line[first.column - 1 : last.column - 1 if first.line == last.line else None]
        result.append((finding.rule, f"{first.line} {finding.location.path}", marked, finding.message))
    return result


def test_values_follow_the_core_schema() -> None:
    """Words, numbers and dates mean what YAML 1.2 core says, whatever YAML 1.1 made of them."""
    text = (
        b"a: NO\nb: on\nc: 22:30\nd: +442079460000\ne: 2026-01-02\nf: 010\ng: 1.10\nh: true\ni: ~\nj:\nk: 0x1F\n"
        b"l: |\n  x\n  y\n\nm: >-\n  x\n  y\nn: 'it''s'\no: \"\\u00e9\"\np: [a: 1]\n<<: {q: 1, a: no}\nr: &r x\ns: *r\n"
        b"t: - 1\n"
    ).replace(b"t: - 1\n", b"t:\n- 1\n-\n")
    assert both(text).data == {
        "a": "NO",
        "b": "on",
        "c": "22:30",
        "d": "+442079460000",
        "e": "2026-01-02",
        "f": 10,
        "g": 1.1,
        "h": True,
        "i": None,
        "j": None,
        "k": 31,
        "l": "x\ny\n",
        "m": "x y",
        "n": "it's",
        "o": "é",
        "p": [{"a": 1}],
        "q": 1,
        "r": "x",
        "s": "x",
        "t": [1, None],
    }


def test_keys_are_text_as_written() -> None:
    """A key that looks like a number or a flag is the text that stands there."""
    assert both(b"1: a\ntrue: b\n1.10: c\n'<<': d\nnull: e\n&k x: *k\n").data == {
        "1": "a",
        "true": "b",
        "1.10": "c",
        "<<": "d",
        "null": "e",
        "x": "x",
    }


def test_explicit_keys_need_no_value() -> None:
    """A field that is written with `? ` and has no value is empty, and ends with its key."""
    document = both(b"a:\n  ? b\n  # c\n  ? d\n")
    assert document.data == {"a": {"b": None, "d": None}}
    span = document.span(("a",))
    assert span is not None
    assert (span.end.line, span.end.column) == (4, 6)


def test_merged_fields_give_way_to_explicit_ones() -> None:
    """The fields of a merged group are taken over unless the group has its own, in the order of the list."""
    text = b"a: &a {x: 1, y: 1}\nb: &b {y: 2, z: 2}\nc:\n  <<: [*a, *b, {z: 9}]\n  x: 3\n"
    assert both(text).data == {"a": {"x": 1, "y": 1}, "b": {"y": 2, "z": 2}, "c": {"x": 3, "y": 1, "z": 2}}


def test_repeats_are_values_of_their_own() -> None:
    """Changing what an alias gave does not change what it repeats."""
    data = both(b"a: &a [1]\nb: *a\n").data
    assert isinstance(data, dict)
    assert data["a"] == data["b"]
    assert data["a"] is not data["b"]


def test_the_marks_of_a_document_are_allowed() -> None:
    """A %YAML line, --- and ... around one document, a byte order mark and any line end change nothing."""
    assert both(b"\xef\xbb\xbf%YAML 1.2\r\n---\r\na: 1\r\n...\r\n").data == {"a": 1}
    assert both(b"a: 1\rb: 2\r").data == {"a": 1, "b": 2}


def test_separators_of_unicode_do_not_end_a_line() -> None:
    """U+0085, U+2028 and U+2029 are characters of a text, as YAML 1.2 says."""
    document = both("a: x\u2028y \u0085z\nb: 'p\u2029q'\n".encode())
    assert document.data == {"a": "x\u2028y \u0085z", "b": "p\u2029q"}
    span = document.span(("b",))
    assert span is not None
    assert (span.start.line, span.start.column, span.end.column) == (2, 4, 9)


PROBLEMS = {
    "a: 1\n'a': 2": (
        "YML002",
        "2 $.a",
        "'a'",
        '"a" stands here a second time in the same group of fields; the first is on line 1',
    ),
    "<<: {}\n<<: {}": ("YML002", "2 $['<<']", "<<", '"<<" stands here a second time in the same group of fields'),
    "": ("YML008", "1 $", "", "The file is empty"),
    "# only this\n": ("YML008", "1 $", "", "The file is empty"),
    "--- ~\n": ("YML008", "1 $", "", "The file is empty"),
    "a: 1\n--- # x\nb: 1\n": (
        "YML007",
        "2 $",
        "---",
        "A second document starts here, but a file holds one document",
    ),
    "a: !x 1": ("YML009", "1 $.a", "!x", '"!x" is a type mark, and type marks are not allowed'),
    "a: &x !!python/object [1]": (
        "YML009",
        "1 $.a",
        "!!python/object",
        '"!!python/object" is a type mark, and type marks are not allowed',
    ),
    "a: !<x> 1": ("YML009", "1 $.a", "!<x>", '"!<x>" is a type mark, and type marks are not allowed'),
    "a: [!x , b]": ("YML009", "1 $.a[0]", "!x", '"!x" is a type mark, and type marks are not allowed'),
    "a: !x!y z": ("YML009", "1 $", "!x!y z", '"!x!y z" starts with an exclamation mark, which marks a type'),
    "a: !{": ("YML009", "1 $", "!{", '"!{" starts with an exclamation mark, which marks a type'),
    "? [1]\n: 2": (
        "YML010",
        "1 $",
        "[",
        "A list, a group of fields or a repeat stands where the name of a field is expected",
    ),
    ": 2": ("YML001", "1 $", ":", "A value stands here without a name"),
    "{: 2}": ("YML001", "1 $", ":", "A value stands here without a name"),
    "[? ]": ("YML010", "1 $[0]", "?", "A value stands here without a name"),
    "a: {? : 1}": ("YML010", "1 $.a", "{", "A value stands here without a name"),
    "&x : 1": ("YML010", "1 $", "&", "A value stands here without a name"),
    'a: "x\\0y"': ("YML011", "1 $.a", "\\0", "The text holds a NUL character (U+0000)"),
    "a: x\x7fy": ("YML011", "1 $", "\x7f", "The text holds an invisible control character (U+007F)"),
    "a: x\ufeffy": ("YML011", "1 $", "\ufeff", "The text holds an invisible byte order mark (U+FEFF)"),
    'a: "\\ud800"': ("YML011", "1 $", "\\ud800", '"\\ud800" stands for no character'),
    "a: .inf": ("YML012", "1 $.a", ".inf", '".inf" is not a finite number'),
    "a: 9223372036854775808": (
        "YML012",
        "1 $.a",
        "9223372036854775808",
        '"9223372036854775808" is too large a number',
    ),
    "a: *x": ("YML013", "1 $.a", "*x", '"*x" repeats a part that is not marked with "&x" above'),
    "a: &x [*x]": ("YML014", "1 $.a[0]", "*x", '"*x" repeats a part inside itself'),
    "a: {<<: 3}": (
        "YML015",
        "1 $.a",
        "3",
        "<< takes over the fields of another group, but this is no group of fields",
    ),
    "<<: *x": ("YML013", "1 $", "*x", '"*x" repeats a part that is not marked with "&x" above'),
    "a: {b: Raise privately, then in public}": (
        "YML016",
        "1 $.a['then in public']",
        "then in public",
        'The comma after "Raise privately" splits the text in two, and "then in public" has no value',
    ),
    "a: {b: 'c', d}": ("YML016", "1 $.a.d", "d", '"d" has no value'),
    "a: {b}": ("YML016", "1 $.a.b", "b", '"b" has no value'),
}


@pytest.mark.parametrize("text", PROBLEMS)
def test_problem(text: str) -> None:
    """Each kind of problem has its id, its exact place, its path and its sentence."""
    assert found(text) == [PROBLEMS[text]]


def test_a_repeat_cannot_name_a_field() -> None:
    """An alias in the place of a key is reported, and reading goes on."""
    assert [row[0] for row in found("a: &x y\n*x : 1\nb: .nan")] == ["YML010", "YML012"]


def test_every_problem_is_reported() -> None:
    """Problems that leave the rest readable do not hide later ones."""
    text = 'a: 1\na: !x 2\nb: .inf\n? {c: .nan}\n: 3\nd: ["\\e", *e]\nf: x: y\n'
    assert [(row[0], row[1]) for row in found(text)] == [
        ("YML002", "2 $.a"),
        ("YML009", "2 $"),
        ("YML012", "3 $.b"),
        ("YML010", "4 $"),
        ("YML012", "4 $.c"),
        ("YML011", "6 $.d[0]"),
        ("YML013", "6 $.d[1]"),
        ("YML001", "7 $"),
    ]


def test_a_second_key_names_the_first() -> None:
    """The finding of a key that stands twice relates to the place of the first."""
    (finding,) = both(b"x: 1\na: 1\na: 2\n").findings
    assert [place.span.start.line for place in finding.related if place.span] == [2]


@pytest.mark.parametrize(
    ("raw", "message", "line"),
    [
        (b"a: \xe9\n", 'The file is not saved as UTF-8: the byte 0xE9 cannot be read (perhaps it was "é")', 1),
        (b"\xef\xbb\xbfa: 1\nb: \x81", "The file is not saved as UTF-8: the byte 0x81 cannot be read", 2),
        ("a: 1".encode("utf-16"), "The file is not saved as UTF-8: it is UTF-16", 1),
        (b"\xfe\xff\x00a\x00:", "The file is not saved as UTF-8: it is UTF-16", 1),
        ("a: 1".encode("utf-32"), "The file is not saved as UTF-8: it is UTF-32", 1),
        ("a: 1".encode("utf-16-le"), "The file is not saved as UTF-8: it is UTF-16, or no text at all", 1),
    ],
)
def test_other_encodings(raw: bytes, message: str, line: int) -> None:
    """A file in another encoding is named as such, at the first byte that cannot be read."""
    (finding,) = both(raw).findings
    assert (finding.rule, finding.message) == ("YML003", message)
    assert finding.location.span is not None
    assert finding.location.span.start.line == line


def test_limits() -> None:
    """Each limit ends the reading with a finding that names it."""
    assert found("a: 12345", Limits(size=5)) == [("YML004", "1 $", "", "The file is larger than 5 bytes")]
    deep = "Groups and lists stand inside each other more than 2 times"
    assert found("a: [[1]]", Limits(depth=2)) == [("YML005", "1 $.a[0]", "[", deep)]
    assert found("a: &a [1]\nb: [*a]", Limits(depth=2)) == [("YML005", "2 $.b[0]", "*a", deep)]
    many = "The file holds more than 4 values or 10,000 repeats (*name)"
    assert found("a: [1, 2, 3]", Limits(values=4)) == [("YML006", "1 $.a[2]", "3", many)]
    assert found("a: [1, 2, []]", Limits(values=4)) == [("YML006", "1 $.a[2]", "[", many)]
    assert found("a: &a [1]\nb: *a", Limits(values=4)) == [("YML006", "2 $.b", "*a", many)]
    few = "The file holds more than 100,000 values or 1 repeats (*name)"
    assert found("a: &a 1\nb: [*a, *a]", Limits(aliases=1)) == [("YML006", "2 $.b[1]", "*a", few)]
    assert [row[0] for row in found("a: .inf\nb: .inf\nc: .inf", Limits(problems=2))] == ["YML012", "YML012", "YML017"]


HOSTILE = {
    "200,000 brackets": ("[" * 200_000, "YML005"),
    "5,000 closed brackets": ("[" * 5_000 + "]" * 5_000, "YML005"),
    "brackets in fields": ("a: [" * 250_000, "YML005"),
    "hyphens": ("- " * 500_000, "YML005"),
    "question marks": ("? " * 500_000, "YML005"),
    "a long list": ("[" + "1," * 500_000 + "]", "YML006"),
    "one name again and again": ("a: 1\n" * 200_000, "YML017"),
    "an alias bomb": (
        "a0: &a0 [x]\n" + "".join(f"a{i}: &a{i} [{', '.join([f'*a{i - 1}'] * 9)}]\n" for i in range(1, 10)),
        "YML006",
    ),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_text(name: str) -> None:
    """A text made to use up time or memory gets a finding with a place, soon."""
    text, rule = HOSTILE[name]
    finding = next(finding for finding in load(text.encode(), "e.yaml").findings if finding.rule == rule)
    assert finding.location.span is not None
