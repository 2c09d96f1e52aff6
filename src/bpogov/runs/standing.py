"""What stands between an engagement and the gate that it comes to next."""

from collections.abc import Iterable

from msgspec.structs import replace

from bpogov.core.finding import Finding
from bpogov.core.gate import Gate
from bpogov.core.report import Ahead, Step
from bpogov.model.describe import section
from bpogov.runs.looking.looked import Looked

WAIVERS = "Waivers"
"""The section of steps that are to be done in files with waivers."""


def ahead(gate: Gate, looked: Looked, findings: Iterable[Finding], of_waivers: Iterable[Finding] = ()) -> Ahead:
    """Everything that would block `gate`, in the order of the sections of the file; waivers come last.

    Findings weigh as they will at that gate; open questions count where the gate is blocked by what is unknown.
    `of_waivers` are findings about the waivers of the engagement.
    """
    steps = [
        Step(section(finding.location.path), finding.acts, finding.rule, finding.message, finding.location)
        for finding in findings
        if gate.blocks(replace(finding, severity=finding.later or finding.severity))
    ]
    if gate.unknown_blocks:
        for place in looked.unknown:
            message = f'"{place.path.removeprefix("$.")}" is marked as unknown'
            steps.append(Step(section(place.path), "", "", message, place))
    order: dict[str, int] = {}
    for step in sorted(steps, key=lambda step: step.location.order):
        order.setdefault(step.section, len(order))
    last = [
        Step(WAIVERS, finding.acts, finding.rule, finding.message, finding.location)
        for finding in sorted(of_waivers, key=lambda finding: finding.order)
        if gate.blocks(finding)
    ]
    return Ahead(gate.name, (*sorted(steps, key=lambda step: (order[step.section], *step.location.order)), *last))
