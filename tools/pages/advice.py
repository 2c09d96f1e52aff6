"""The advice behind the rules: each piece, the rules that serve it, and what they say."""

from collections.abc import Iterator

from bpogov.core.explanation import ServingRule
from bpogov.engine.compiling.compile import compile_policy
from bpogov.policy.advice import Article, read_advice
from bpogov.policy.bind import bind
from bpogov.policy.configuration import Configuration
from bpogov.policy.pack import Pack
from bpogov.runs.explaining.advice import serving_rule
from tools.pages import markdown

# ruff: noqa: E501 (the documentation has one sentence per line)
INTRODUCTION = """\
The rules that come with bpogov enforce what five short articles for clients of outsourcing recommend.
This is every piece of that advice in our own words, with the rules that serve it and what each of them says about one engagement that does not follow it.
`bpogov explain --advice S3-8` prints the same for one piece under your configuration, and `bpogov explain --advice` lists all of them.
The pieces are in `policies/advice.yaml`; a rule cites those that it serves under `advice`."""

Served = dict[str, list[tuple[ServingRule, str]]]


def page(packs: tuple[Pack, ...]) -> str:
    """Give the page from the packs, with the messages of their own examples."""
    served = _served(packs)
    parts = [markdown.GENERATED, "# The advice behind the rules", INTRODUCTION]
    for article in read_advice().articles:
        parts += [f"## {article.article}: {article.title}", f"{article.about[:1].upper()}{article.about[1:]}."]
        parts.append(markdown.table(("no.", "advice", "rule", "says, for example"), _rows(article, served)))
    return markdown.join(parts)


def _served(packs: tuple[Pack, ...]) -> Served:
    """For each piece the rules that cite it, each with the address of its page."""
    policy = bind(packs, Configuration(), [])
    compiled = compile_policy(policy)
    served: Served = {}
    for bound in policy.rules:
        address = f"reference/rules/{bound.rule.pack.rpartition('/')[2]}/{bound.rule.form.name}.md"
        for number in bound.rule.form.advice:
            served.setdefault(number, []).append((serving_rule(bound, number, policy, compiled), address))
    return served


def _rows(article: Article, served: Served) -> Iterator[tuple[str, ...]]:
    """One row for each rule that serves a piece; the piece stands in the first of them."""
    for number, text in article.advice.items():
        first = (number, text)
        for rule, address in served.get(number, []):
            yield *first, f"[{rule.id}]({address}) {rule.name}", rule.message
            first = ("", "")
        if number not in served:
            yield *first, "no rule", ""
