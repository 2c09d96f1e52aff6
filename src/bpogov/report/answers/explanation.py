"""What `bpogov explain` prints."""

from bpogov.core.explanation import (
    AdviceExplanation,
    AdviceOverview,
    ExampleExplanation,
    Explanation,
    FieldExplanation,
    FunctionExplanation,
    ParameterExplanation,
    RuleExplanation,
    ServingRule,
)
from bpogov.core.severity import Severity
from bpogov.report.plain.data import dump, plain
from bpogov.report.plain.naming import who_acts
from bpogov.report.plain.prose import capitalised, passages
from bpogov.report.safe.visible import visible
from bpogov.report.terminal.display import wrap
from bpogov.report.terminal.paint import Paint
from bpogov.report.terminal.table import table

_INDENT = "  "


class _Page:
    """Lines under headings."""

    def __init__(self, width: int, paint: Paint) -> None:
        self._lines: list[str] = []
        self.width = width
        self.paint = paint

    def heading(self, title: str) -> None:
        self._lines += ["", self.paint(title, "strong")]

    def prose(self, text: str, indent: str = _INDENT) -> None:
        """Add wrapped paragraphs and snippets, with an empty line between them."""
        for number, passage in enumerate(passages(text.strip())):
            self.gap(number)
            if passage.snippet:
                self._lines += [f"{indent}{_INDENT}{visible(line)}" for line in passage.lines]
            else:
                self._lines += wrap(passage.lines[0], self.width, indent)

    def items(self, texts: tuple[str, ...]) -> None:
        for text in texts:
            self._lines += wrap(text, self.width, f"{_INDENT}- ", f"{_INDENT}  ")

    def verbatim(self, text: str) -> None:
        self._lines += [f"{_INDENT * 2}{visible(line.expandtabs(4))}".rstrip() for line in text.strip("\n").split("\n")]

    def rows(self, rows: list[tuple[str, ...]]) -> None:
        lines = table((), rows, width=self.width - len(_INDENT), paint=self.paint)
        self._lines += [f"{_INDENT}{line}" for line in lines.splitlines()]

    def gap(self, number: int) -> None:
        """Add an empty line between entries: before all but the first."""
        self._lines += [""] * bool(number)

    def text(self) -> str:
        return "\n".join(self._lines).lstrip("\n") + "\n"


def render(explanation: Explanation, *, width: int = 80, color: bool = False) -> str:
    """Give the explanation as a page with fixed headings; headings without content are left out."""
    page = _Page(width, Paint(color=color))
    match explanation:
        case RuleExplanation():
            _rule(explanation, page)
        case FunctionExplanation():
            _function(explanation, page)
        case FieldExplanation():
            _field(explanation, page)
        case AdviceExplanation():
            _advice(explanation, page)
        case _:
            _overview(explanation, page)
    return page.text()


def render_json(explanation: Explanation) -> str:
    """Give the same as JSON; `kind` says what was explained."""
    kind = type(explanation).__name__
    return dump({"apiVersion": "bpogov/v1", "kind": kind} | plain(explanation))


def _rule(rule: RuleExplanation, page: _Page) -> None:
    page.heading(visible(f"{rule.id} {rule.name}"))
    page.prose(rule.title)
    page.heading("When it counts")
    page.rows(_facts(rule))
    _list("What tiers change", rule.tiers, page)
    _list("Changed by the configuration", rule.origins, page)
    for title, text in (("Why", rule.rationale), ("How to fix", capitalised(rule.remediation))):
        if text:
            page.heading(title)
            page.prose(text)
    _example("Fails", rule.failing, page)
    _example("Passes", rule.passing, page)
    if rule.parameters:
        page.heading("Parameters")
        for parameter in rule.parameters:
            _parameter(parameter, page)
    page.heading("How to waive")
    page.prose(
        f"Write a waiver for {rule.id} with a reason, who asked for it, who else approved it, and its last day"
        if rule.waivable
        else "This rule cannot be waived"
    )
    _list("Where the demand comes from", rule.references, page)
    if rule.advice:
        page.heading("Advice it serves")
        page.prose(", ".join(rule.advice))


def _since(severity: Severity, since: str) -> str:
    return f"{severity.value} from status {since} on, a note before" if since else severity.value


def _facts(rule: RuleExplanation) -> list[tuple[str, ...]]:
    facts = [("severity", _since(rule.severity, rule.since))]
    if not rule.enabled:
        facts.append(("switched off", "yes"))
    if rule.statuses:
        facts.append(("applies at", ", ".join(rule.statuses)))
    if who_acts(rule.acts, rule.acts_on):
        facts.append(("who acts", who_acts(rule.acts, rule.acts_on)))
    if rule.pack:
        facts.append(("pack", rule.pack))
    if rule.file:
        facts.append(("file", rule.file))
    return list(facts)


def _list(title: str, texts: tuple[str, ...], page: _Page) -> None:
    if texts:
        page.heading(title)
        page.items(texts)


def _example(title: str, example: ExampleExplanation | None, page: _Page) -> None:
    if example is None:
        return
    page.heading(title)
    page.prose(example.name)
    page.verbatim(example.text)
    if example.message:
        page.prose(f"says: {example.message}")


def _parameter(parameter: ParameterExplanation, page: _Page) -> None:
    page.prose(f"{parameter.name} = {parameter.value}")
    changed = "" if parameter.value == parameter.default else f"; default {parameter.default}"
    page.prose(f"{parameter.description} ({parameter.kind}; from {parameter.origin}{changed})", _INDENT * 2)


def _function(function: FunctionExplanation, page: _Page) -> None:
    page.heading(function.name)
    page.prose(function.signature)
    page.heading("What it gives")
    page.prose(function.documentation)
    _list("Used by", function.used_by, page)


def _field(field: FieldExplanation, page: _Page) -> None:
    page.heading(field.path)
    page.prose(f"{field.kind}{', must be there' if field.required else ''}")
    if field.description:
        page.heading("What it means")
        page.prose(field.description)
    for title, pairs in (("Values", field.values), ("Fields", field.fields)):
        if pairs:
            page.heading(title)
            page.rows(list(pairs))
    _list("Read by the rules", field.used_by, page)


def _advice(advice: AdviceExplanation, page: _Page) -> None:
    page.heading(advice.id)
    page.prose(advice.text)
    page.heading("Comes from")
    page.prose(f'{advice.article}, "{advice.title}"')
    page.heading("Served by")
    if not advice.rules:
        page.prose("no rule: nothing checks whether this piece of advice is followed")
    for number, rule in enumerate(advice.rules):
        page.gap(number)
        _serving(rule, page)


def _serving(rule: ServingRule, page: _Page) -> None:
    page.prose(f"{rule.id} {rule.name}: {rule.title}")
    counts = _since(rule.severity, rule.since) if rule.enabled else "switched off by the configuration"
    page.prose(counts, _INDENT * 2)
    if rule.message:
        page.prose(f"example: {rule.example}", _INDENT * 2)
        page.prose(f"says: {rule.message}", _INDENT * 2)


def _overview(overview: AdviceOverview, page: _Page) -> None:
    for article in overview.articles:
        page.heading(f"{article.id} {article.title}")
        page.prose(article.about)
        page.rows([(number, ", ".join(rules) or "no rule", text) for number, rules, text in article.pieces])
