"""Markdown as a reader sees it: through GitHub's own renderer, and what platforms look for in the result."""

import re
from dataclasses import dataclass, field
from html.parser import HTMLParser

import cmarkgfm
from cmarkgfm.cmark import Options

ACTIVE = re.compile(
    r"""(?<!\w)@[a-z0-9]            # a mention of a person, a team or everyone
    | (?<!\w)[#!$&^]\d              # references of GitHub and GitLab to issues, requests, snippets, epics
    | \w\#\d | gh-\d                # references into other repositories
    | (?<!\w)[~%]"?[a-z]             # labels and milestones of GitLab
    | \[\[ | \[(issue|epic):        # pages and more of GitLab
    | \w+:// | www\. | \w@\w        # addresses
    | :[a-z+][\w+-]*:               # emoji""",
    re.VERBOSE | re.IGNORECASE | re.MULTILINE,
)
"""What GitHub or GitLab would make something of in text outside of code (the patterns of their reference filters)."""


_CODE = {"code", "pre"}


@dataclass
class Page(HTMLParser):
    """What a piece of Markdown becomes: its elements, comments, and its text, outside of code and altogether."""

    order: list[str] = field(default_factory=list)
    attributes: list[tuple[str, str | None]] = field(default_factory=list)
    comments: list[str] = field(default_factory=list)
    text: str = ""
    all: str = ""
    code: int = 0

    def __post_init__(self) -> None:
        super().__init__(convert_charrefs=True)

    @property
    def tags(self) -> set[str]:
        """The names of the elements."""
        return set(self.order)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keep the name and the attributes of an element."""
        self.order.append(tag)
        self.code += tag in _CODE
        self.attributes += attrs

    def handle_endtag(self, tag: str) -> None:
        """Note the end of code."""
        self.code -= tag in _CODE

    def handle_comment(self, data: str) -> None:
        """Keep a comment."""
        self.comments.append(data)

    def handle_data(self, data: str) -> None:
        """Keep text, but not that of code, in which platforms look for nothing."""
        if not self.code:
            self.text += data
        self.all += data


def read(markdown: str) -> Page:
    """Render Markdown as GitHub does, without its cleaning of HTML, and take it apart."""
    page = Page()
    page.feed(cmarkgfm.github_flavored_markdown_to_html(markdown, Options.CMARK_OPT_UNSAFE))
    page.close()
    return page
