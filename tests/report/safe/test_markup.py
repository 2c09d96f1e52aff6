"""Text of strangers inside Markdown."""

import re

import cmarkgfm
import pytest
from cmarkgfm.cmark import Options
from hypothesis import given, settings
from hypothesis import strategies as st

from bpogov.report.safe.markup import code, escape, fence, head, row
from bpogov.report.safe.visible import visible
from tests.report.pages import ACTIVE, read

EVIL = (
    "*bold* _it_ ~~no~~ **x** `code` ``two`` <b>x</b> <script>alert(1)</script> <!-- x --> <details open>",
    "[link](https://evil.example) ![image](//evil.example/x.png) [ref][1] [1]: https://evil.example",
    "https://evil.example www.evil.example ftp://evil.example <https://evil.example> mailto:a@evil.example",
    'a@evil.example @everyone @org/team cc @all #123 GH-123 gh-7 org/repo#12 !45 &6 $7 ~bug ~"a b" %v1 %"m 1" ^alert#1',
    "[[page]] [issue:12] :smile: :+1: a | b \\| c \\\\| d &lt; &#64;everyone &amp;",
    "$x^2$ $$y$$ ==mark== {+add+} {-cut-} [ ] [x] [^1] - item 1. item # head > quote",
    "line\nbreak\r\n/close\n# head\n\n<details>\u2028\u202e\u200b\x1b[31m\ud800 ::error::x ##vso[task.complete]",
)


@pytest.mark.parametrize("text", EVIL)
@pytest.mark.parametrize("frame", ["x {}", "| a |\n| --- |\n| {} |", "- {}", "### {}", "x <code>{}</code>"])
def test_text_stays_text(text: str, frame: str) -> None:
    """GitHub's own renderer makes nothing of it, and what GitHub and GitLab look for in the text is not there."""
    page = read(frame.format(escape(text)))
    assert page.tags <= {"p", "table", "thead", "tbody", "tr", "th", "td", "ul", "li", "h3", "code"}
    assert page.comments == []
    assert visible(text).replace(" ", "") in page.all.replace("\u200b", "").replace(" ", "")
    assert not ACTIVE.search(page.text)
    assert "\n" not in escape(text)


@pytest.mark.parametrize(
    "text", ["@everyone", "see #12", "GH-1", "a/b#1", "!45", "~bug", '%"m 1"', "[[p]]", "https://e", "a@b.c", ":smile:"]
)
def test_what_is_looked_for_is_found_without_escapes(text: str) -> None:
    """The patterns of these tests find what they are for, and escaped it is not there."""
    assert ACTIVE.search(read(f"x {text}").text) or read(f"x {text}").tags > {"p"}
    assert not ACTIVE.search(read(f"x {escape(text)}").text)
    assert read(f"x {escape(text)}").tags == {"p"}


@settings(max_examples=100, deadline=None)
@given(st.text(alphabet="@#!$&^~%[]():/*_`<>|\\\"'.-+ \nawx1é", max_size=30))
def test_any_text_stays_text(text: str) -> None:
    """Whatever the mix of signs, a cell holds the text and no element."""
    page = read(f"| a |\n| --- |\n| x {escape(text)} x |")
    assert page.tags == {"table", "thead", "tbody", "tr", "th", "td"}
    assert visible(text).strip() in page.text.replace("\u200b", "")
    assert not ACTIVE.search(page.text)


def test_plain_sentences_stay_readable() -> None:
    """Quotes, numbers, times, percent and paths need no escapes, so that the source can be read too."""
    text = 'The target is "95%", not 90 %: 10:30-12:00, see acme.yaml:12:14 (COM001, Jo\'s)'
    assert escape(text) == text
    assert code("acme.yaml:12:14") == "<code>acme.yaml:12:14</code>"
    assert code("") == ""


def test_long_text_is_cut() -> None:
    """A message of a million characters does not fill the page."""
    assert escape("é" * 1_000_000) == "é" * 999 + "…"


def test_rows_and_heads() -> None:
    """A table starts after an empty line, with its names."""
    assert [*head("", "Where"), row("a", "b")] == ["", "|  | Where |", "| --- | --- |", "| a | b |"]


def test_nothing_ends_a_fence_early() -> None:
    """The fence is longer than any run of backticks inside it, and its lines are safe to show."""
    lines = fence(("a: ```", "````", "<b>@everyone</b>\x1b"), "  ")
    assert lines == ["  `````yaml", "  a: ```", "  ````", "  <b>@everyone</b>␛", "  `````"]
    html = cmarkgfm.github_flavored_markdown_to_html("\n".join(["- x", "", *lines]), Options.CMARK_OPT_UNSAFE)
    assert re.findall(r"<(\w+)", html) == ["ul", "li", "p", "pre", "code"]
