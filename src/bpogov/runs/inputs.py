"""The files that influenced a verdict, with their digests: what evidence has to name."""

from collections.abc import Iterable, Iterator

from bpogov.core.report import Input
from bpogov.policy.policyset import PolicySet
from bpogov.runs.looking.looked import Looked
from bpogov.source.document import Document


def inputs(
    engagements: Iterable[Looked], policy: PolicySet, exceptions: Iterable[tuple[str, Document]] = ()
) -> tuple[Input, ...]:
    """Every engagement, configuration, pack manifest, rule file and exception of a run, sorted by kind and name.

    `exceptions` are waiver files and baselines, each with its kind.
    """
    found = {*_inputs(engagements, policy), *(Input(kind, one.file, one.digest) for kind, one in exceptions)}
    return tuple(sorted(found, key=lambda one: (one.kind, one.name)))


def _inputs(engagements: Iterable[Looked], policy: PolicySet) -> Iterator[Input]:
    for one in engagements:
        yield Input("engagement", one.file, one.digest)
    yield from policy.inputs
