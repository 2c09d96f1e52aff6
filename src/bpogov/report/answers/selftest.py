"""The result of `bpogov test` for a person."""

from bpogov.core.selftest import SelftestReport
from bpogov.report.plain.tally import count
from bpogov.report.safe.visible import visible
from bpogov.report.terminal.block import headline, labelled
from bpogov.report.terminal.display import wrap
from bpogov.report.terminal.excerpt import excerpt
from bpogov.report.terminal.paint import Paint

_INDENT = "  "


def render(report: SelftestReport, *, width: int = 80, color: bool = False, full: bool = False) -> str:
    """Give one block per failed example and a last line with the numbers; `full` names every example that ran."""
    paint = Paint(color=color)
    sections: list[list[str]] = []
    for rule in report.rules:
        name = visible(f"{rule.rule} {rule.name}".rstrip())
        if full:
            failed = {failure.example for failure in rule.failures}
            sections.append([paint(name, "strong")])
            sections[-1] += [
                f"{_INDENT}{paint('failed', 'error') if example in failed else paint('passed', 'good')}  {line}"
                for example in rule.examples
                for line in wrap(example, width - 10)
            ]
        for failure in rule.failures:
            lines = headline(failure.location, "error", name, width=width, paint=paint)
            lines += wrap(f'example "{failure.example}": {failure.message}', width, _INDENT)
            lines += excerpt(failure.location, width=width, paint=paint, role="error")
            if failure.help:
                lines += labelled("help", failure.help, width=width, paint=paint, role="good")
            sections.append(lines)
    run = sum(len(rule.examples) for rule in report.rules)
    verdict = count(len(report.failures), "failure") if report.failures else "all as they say"
    last = f"{count(len(report.rules), 'rule')}, {count(run, 'example')}, {verdict}"
    sections.append([paint(line, "error" if report.failures else "good") for line in wrap(last, width)])
    return "\n".join("\n".join(lines) + "\n" for lines in sections)
