"""Engagement files that somebody sends who means no good, by what is wrong with them."""

from collections.abc import Iterator
from itertools import pairwise

SMALL = """\
apiVersion: bpogov/v1
id: tea
title: E-mail support
status: in-review
parties:
  client: {name: Acme Tea Ltd, country: GB}
  provider: {name: Cebu Care Inc, country: PH}
goals: [{id: faster, statement: Faster answers, owner: joint}]
scope: {functions: [{id: email, name: E-mail support}]}
contacts: []
"""
_ENDLESS = 200_000
_FULL = 200


def _bombs() -> Iterator[tuple[str, bytes]]:
    """Nesting and repeats that grow."""
    yield "brackets 5,000 deep", b"[" * 5000
    yield "brackets 200,000 deep", b"[" * _ENDLESS
    yield "closed brackets 200,000 deep", b"[" * _ENDLESS + b"]" * _ENDLESS
    yield "groups 50,000 deep", b"{a: " * 50_000
    yield "lists on one line 300,000 deep", b"- " * 300_000
    yield "blocks 1,400 deep", b"".join(b" " * level + b"a:\n" for level in range(1400))
    names = "abcdefghi"
    bomb = "a: &a [x,x,x,x,x,x,x,x,x]\n" + "".join(
        f"{name}: &{name} [{','.join(['*' + before] * 9)}]\n" for before, name in pairwise(names)
    )
    yield "repeats of repeats", bomb.encode()
    yield "merged repeats", ("a: &a {x: 1}\n" + "".join(f"b{n}: {{<<: *a}}\n" for n in range(20_000))).encode()
    yield "a repeat inside itself", SMALL.encode() + b"x-a: &a [*a]\n"
    yield "30,000 anchors", "".join(f"&a{n} k{n}: v\n" for n in range(30_000)).encode()


def _bytes() -> Iterator[tuple[str, bytes]]:
    """What is no text, or no YAML of one document."""
    small = SMALL.encode()
    yield "not UTF-8", small + b"x-a: \xff\xfe\x80\n"
    yield "overlong UTF-8", small + b"x-a: \xc0\xaf \xed\xa0\x80\n"
    yield "UTF-16", SMALL.encode("utf-16")
    yield "a duplicate key", small + b"title: Another\n"
    yield "two documents", small + b"---\n" + small
    yield "NUL characters", small + b"\0\0"
    yield "nothing but NUL characters", b"\0" * 1000
    yield "a tag that runs code", small + b"x-a: !!python/object/apply:os.system ['touch ran']\n"
    yield "a directive", b"%YAML 9.9\n---\n" + small
    yield "over the limit", small + b"x-a: " + b"a" * (1 << 20)
    yield "300,000 quotes", small + b"x-a: " + b'"' * 300_000


def _terminals() -> Iterator[tuple[str, bytes]]:
    """Characters that a terminal obeys, or that hide text."""
    yield "escapes in a value", SMALL.replace("E-mail support\n", '"A \\e[2J\\e]0;b\\a \\x9b31m \\0"\n', 1).encode()
    yield "escapes in a name", SMALL.encode() + b'"\\e[31mstatus": 1\n'
    yield "escapes as they are", SMALL.encode() + b"x-a: \x1b[2J\x1b]0;title\x07 \xc2\x9b31m\n"
    yield "a line that overwrites itself", SMALL.encode() + b'x-a: "b\\rc\\bd"\nowner: e\rf: g\n'
    yield "text in the other direction", SMALL.replace("Acme", "A\u202ec\u2066me").encode()
    yield "a line of 300 characters", (SMALL + "owner: " + "é店" * 150 + "\nstatis: " + "y" * 300 + "\n").encode()


def _values() -> Iterator[tuple[str, bytes]]:
    """Values beyond all measure."""
    small = SMALL.encode()
    yield "a line of 1 MiB", small + b"x-a: " + b"a" * ((1 << 20) - len(small) - 6)
    yield "a title of 1 MiB", SMALL.replace("title: E-mail", f"title: {'word ' * 200_000}E-mail").encode()
    yield "half a million brackets in a title", SMALL.replace("title: E-mail", f"title: a{'<{[' * _ENDLESS}").encode()
    yield (
        "the last days of the calendar",
        (
            f"{SMALL}last_reviewed: 9999-12-31\n"
            "contract: {term: {start: 9999-12-31, go_live: 9999-12-31, end: 9999-12-31},"
            " renewal: {notice: 9999 years}}\n"
            "meetings: [{id: mm, level: operational, cadence: biweekly, day: mon, first: 9999-12-31}]\n"
        ).encode(),
    )
    yield (
        "the first days of the calendar",
        (
            f"{SMALL}last_reviewed: 0001-01-01\ncontract: {{term: {{start: 0001-01-01, end: 0001-01-01}}}}\n"
            "meetings: [{id: mm, level: operational, cadence: 'FREQ=YEARLY;INTERVAL=9999', first: 0001-01-01}]\n"
        ).encode(),
    )
    yield (
        "huge numbers",
        (
            f"{SMALL}x-a: 0x{'f' * 100_000}\nprovider_staff: {{headcount: {'9' * 50_000}}}\n"
            "slas: [{id: s1, target: 1e400}, {id: s2, target: .nan}, {id: s3, target: -.inf}, {id: s4, target: 1e9}]\n"
        ).encode(),
    )
    yield (
        "numbers that a check divides and multiplies",
        (
            f"{SMALL}provider_staff: {{headcount: 9007199254740993}}\ncost: {{yearly: {{run: 1e300}}}}\n"
            "slas: [{id: s1, metric: availability, target: -1e300, threshold: 1e300, baseline: 1e-300}]\n"
        ).encode(),
    )
    yield (
        "long values of every kind",
        (
            f"{SMALL.replace('contacts: []', 'contacts:')}"
            f"  - {{id: aa, side: client, name: A, phone: '{'+4' * 40_000}', email: '{'a@' * 40_000}',"
            f" timezone: '{'Europe/' * 20_000}'}}\n"
            f"meetings: [{{id: mm, cadence: '{'FREQ=WEEKLY;' * 10_000}', start: '{'1:' * 20_000}'}}]\n"
            f"contract: {{term: {{start: '{'1-' * 40_000}'}}, renewal: {{notice: '{'P1Y' * 30_000}'}}}}\n"
        ).encode(),
    )


def _lists() -> Iterator[tuple[str, bytes]]:
    """Lists without end."""
    people = "".join(f"  - {{id: c{n}, side: client, name: N{n}}}\n" for n in range(10_000))
    yield "10,000 contacts", SMALL.replace("contacts: []", f"contacts:\n{people}").encode()
    yield "50,000 unknown fields", (SMALL + "".join(f"k{n}: 1\n" for n in range(50_000))).encode()
    yield "50,000 unknown values", (SMALL + "x-a:\n" + "  - unknown\n" * 50_000).encode()
    levels = "".join(f"  - {{id: s{n}, goal: gaol{n}, owner: TBD, target: '<20>'}}\n" for n in range(_FULL))
    yield "a full list of faulty levels", f"{SMALL}slas:\n{levels}".encode()
    fields = ("goal", "function", "metric", "unit", "baseline", "target", "threshold", "window", "data_source", "type")
    for word in ("unknown", "[1]"):
        rest = ", ".join(f"{field}: {word}" for field in fields)
        full = "".join(f"  - {{id: s{n}, {rest}}}\n" for n in range(_FULL))
        yield f"a full list of levels that are {word}", f"{SMALL}slas:\n{full}".encode()
    rare = "".join(
        f"  - {{id: m{n}, level: tactical, cadence: 'FREQ=YEARLY;INTERVAL={n + 1};BYMONTH=2;BYMONTHDAY=29',"
        " first: 2024-02-29}\n"
        for n in range(_FULL)
    )
    yield "a full list of rare meetings", f"{SMALL}meetings:\n{rare}".encode()


FILES: dict[str, bytes] = dict((*_bombs(), *_bytes(), *_terminals(), *_values(), *_lists()))
