"""The pieces of advice that rules serve: where each comes from, and which rule cites one that does not exist."""

from collections.abc import Iterable
from typing import Annotated, Literal

from pydantic import Field, model_validator

from bpogov.core.errors import PolicyError
from bpogov.core.finding import Notification
from bpogov.core.location import Path
from bpogov.core.suggest import closest
from bpogov.policy.base import ApiVersion, Complaints, Part, Text
from bpogov.policy.library import shipped_folder
from bpogov.policy.pack import PackRule
from bpogov.policy.reading import Read, problem, read_file
from bpogov.policy.rule import AdviceId
from bpogov.source.tree import WORKING_TREE, Tree

FILE = "advice.yaml"


class Article(Part):
    """An article and what it recommends."""

    article: Annotated[str, Field(pattern=r"^S\d+$", description="Number of the article, such as S3")]
    title: Text = Field(description="The title of the article")
    about: Text = Field(description="What the article is about, in a few words")
    advice: dict[AdviceId, Text] = Field(min_length=1, description="The pieces of advice: number and one sentence")


class AdviceFile(Part):
    """All pieces of advice, by the article that they come from."""

    api_version: ApiVersion = Field(alias="apiVersion")
    kind: Literal["Advice"]
    articles: tuple[Article, ...] = Field(min_length=1, description="The articles, each with its advice")

    @model_validator(mode="after")
    def _numbers_fit(self) -> "AdviceFile":
        found = list(_misplaced(self.articles))
        if found:
            raise Complaints(found)
        return self

    @property
    def numbers(self) -> tuple[str, ...]:
        """The numbers of all pieces, in the order of the file."""
        return tuple(number for article in self.articles for number in article.advice)


def read_advice() -> AdviceFile:
    """Read the advice that ships with bpogov. Raises PolicyError with every mistake in the file."""
    problems: list[Notification] = []
    found = _read(problems)
    if found is None:
        raise PolicyError(problems)
    return found.form


def check_cited(rules: Iterable[PackRule], problems: list[Notification], tree: Tree = WORKING_TREE) -> None:
    """Add a problem for each piece of advice that a rule cites and that does not exist.

    The file with the advice is only read where a rule cites any.
    """
    cited = [(rule.document, place, number) for rule in rules for place, number in enumerate(rule.form.advice)]
    found = _read(problems, tree) if cited else None
    known = found.form.numbers if found else ()
    for document, place, number in cited if found else ():
        if number not in known:
            near = closest(number, known)
            help_ = f'did you mean "{near}"?' if near else "`bpogov explain --advice` lists every piece"
            message = f'There is no piece of advice "{number}"'
            problems.append(problem(document, ("advice", place), "unknown-advice", message, help_))


def _read(problems: list[Notification], tree: Tree = WORKING_TREE) -> Read[AdviceFile] | None:
    return read_file(f"{shipped_folder()}/{FILE}", AdviceFile, problems, tree)


def _misplaced(articles: Iterable[Article]) -> Iterable[tuple[Path, str]]:
    """Articles that share a number, and pieces that carry the number of another article."""
    seen: set[str] = set()
    for place, one in enumerate(articles):
        if one.article in seen:
            yield ("articles", place, "article"), f'an article before this one has the number "{one.article}" too'
        seen.add(one.article)
        for number in one.advice:
            if not number.startswith(f"{one.article}-"):
                says = f'"{number}" stands in the article {one.article}, so its number starts with {one.article}-'
                yield ("articles", place, "advice", number), says
