"""All results as one Markdown table, with the ratio to the first of each group and the target beside it."""

import statistics
from collections.abc import Iterator

from benchmarks.measuring.measure import Result, Taken, Target

HEAD = (
    "| what | who | CPU ms | spread | a file | wall ms | ratio | target | met | MiB | rounds | note |\n"
    "| --- | --- | --: | --: | --: | --: | --: | --: | --- | --: | --: | --- |"
)


def table(results: list[Result]) -> str:
    """Give the table."""
    return "\n".join([HEAD, *(row for result in results for row in _rows(result))])


def _rows(result: Result) -> Iterator[str]:
    """Give the lines of a group; the ratio is the median of the ratios of all rounds."""
    for taken in result.taken:
        first = result.taken[0]
        if not taken.costs:
            yield _line(result.title, taken.measure.name, *[""] * 9, taken.measure.note)
            continue
        cpu = [cost.cpu for cost in taken.costs]
        ratio = _ratio(taken, first)
        target = taken.measure.target
        yield _line(
            result.title,
            taken.measure.name,
            number(statistics.median(cpu)),
            f"{number(min(cpu))}–{number(max(cpu))}",  # noqa: RUF001 (a range in a table for people)
            number(statistics.median(cpu) / result.files) if result.files else "",
            number(taken.middle("wall")),
            f"{ratio:.2f}" if ratio else "",
            _said(target) if target else "",
            met(taken, first, target) if target else "",
            f"{taken.middle('peak'):.0f}",
            str(len(taken.costs)),
            taken.measure.note,
        )


def _line(*cells: str) -> str:
    return f"| {' | '.join(cells)} |"


def _ratio(taken: Taken, first: Taken) -> float:
    """How many times the first of the group it takes; 0 for the first itself, and where there is none to compare."""
    if taken is first or not first.costs:
        return 0
    pairs = zip(taken.costs, first.costs, strict=False)
    return statistics.median(one.cpu / other.cpu for one, other in pairs)


def number(value: float) -> str:
    """A figure with as many digits as mean something."""
    return f"{value:.0f}" if value >= 100 else f"{value:.1f}" if value >= 10 else f"{value:.2f}"  # noqa: PLR2004


def reached(taken: Taken, first: Taken, target: Target) -> float:
    """What was reached, in the measure of the target."""
    match target.kind:
        case "times":
            return _ratio(taken, first)
        case "seconds":
            return taken.middle("wall") / 1000
        case "more":
            return taken.middle("cpu") - first.middle("cpu")
        case "faster":
            return first.middle("wall") / taken.middle("wall")
        case "MiB":
            return taken.middle("peak")


def met(taken: Taken, first: Taken, target: Target) -> str:
    """Whether a target is met: `stretch`, `must`, or `no`, with what was reached."""
    if not first.costs and target.kind not in ("seconds", "MiB"):
        return "not known"
    value = reached(taken, first, target)
    sign = -1 if target.kind == "faster" else 1
    words = f"({_figure(value, target)})"
    if target.stretch is not None and sign * value <= sign * target.stretch:
        return f"stretch {words}"
    return f"must {words}" if sign * value <= sign * target.must else f"**no** {words}"


def _said(target: Target) -> str:
    dream = "" if target.stretch is None else f", {_figure(target.stretch, target)}"
    return f"{_figure(target.must, target)}{dream}"


def _figure(value: float, target: Target) -> str:
    words = {
        "times": f"{value:.2f} ×",  # noqa: RUF001 (the sign of multiplication, for people)
        "seconds": f"{value:.2f} s",
        "more": f"{value:+.0f} ms",
        "faster": f"{value:.2f} × faster",  # noqa: RUF001
        "MiB": f"{value:.0f} MiB",
    }
    return words[target.kind]
