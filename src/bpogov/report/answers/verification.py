"""The result of `bpogov verify`, for a person and as JSON."""

from collections.abc import Iterable

from bpogov.core.verification import Verification, VerifiedEngagement
from bpogov.report.plain.data import dump, plain
from bpogov.report.safe.visible import visible
from bpogov.report.terminal.display import wrap
from bpogov.report.terminal.paint import Paint

_INDENT = "  "


def render(verification: Verification, *, width: int = 80, color: bool = False) -> str:
    """Give one block for each engagement and a last line with the verdict."""
    paint = Paint(color=color)
    blocks = [_listed(visible(verification.attestation), verification.failures, width, paint)]
    blocks += [render_engagement(one, width=width, color=color) for one in verification.engagements]
    role = "error" if verification.exit_code else "good"
    last = "".join(f"{paint(line, role)}\n" for line in wrap(verification.sentence, width))
    return "\n".join([*(block for block in blocks if block), last])


def render_engagement(one: VerifiedEngagement, *, width: int = 80, color: bool = False) -> str:
    """Give the block of one engagement: what its record says, what is wrong with it, and what else to know."""
    paint = Paint(color=color)
    facts = []
    if one.result:
        facts.append(f"gate {one.gate}, {one.result.lower()}, checked for {one.today}, made {one.time}")
    if one.signed_by:
        facts.append(f"signed with {', '.join(one.signed_by)}")
    lines = [paint(visible(one.file), "strong")]
    for fact in (*facts, *(f"note: {remark}" for remark in one.remarks)):
        lines += wrap(fact, width, _INDENT, _INDENT * 2)
    return "".join(f"{line}\n" for line in lines) + _listed("", one.failures, width, paint)


def render_json(verification: Verification) -> str:
    """Give the same as JSON: every field of `core.verification.Verification`."""
    return dump({"apiVersion": "bpogov/v1", "kind": "Verification", **plain(verification)})


def _listed(head: str, failures: Iterable[str], width: int, paint: Paint) -> str:
    wrong = _INDENT + paint("wrong", "error")
    lines = []
    for failure in failures:
        first, *more = wrap(failure, width - len("  wrong: "))
        lines += [f"{wrong}: {first}", *(f"{_INDENT * 2}{line}" for line in more)]
    return "".join(f"{line}\n" for line in ([paint(head, "strong"), *lines] if head and lines else lines))
