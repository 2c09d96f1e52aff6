"""Looking at one engagement: from its document to everything that the rules say of it."""

import marshal

from bpogov.core.fingerprint import fingerprinted
from bpogov.core.gate import Gate
from bpogov.core.outcome import Results
from bpogov.engine.image import freeze, thaw
from bpogov.engine.judging.evaluate import evaluate
from bpogov.engine.judging.variant import Variants
from bpogov.engine.program import CompiledPolicy
from bpogov.model.validate import validate
from bpogov.runs.gate import next_gate
from bpogov.runs.looking.looked import Looked
from bpogov.source.document import Document


class Looker:
    """Looks at engagements, one after the other, by one policy, for one gate and day (a date in ISO 8601)."""

    def __init__(self, compiled: CompiledPolicy, gate: Gate, today: str) -> None:
        self._compiled = compiled
        self._variants = Variants(compiled)
        self._gate = gate
        self._today = today

    def __reduce__(self) -> tuple[object, ...]:
        """Let another process have the same one: the policy goes there as an image."""
        return _made, (marshal.dumps(freeze(self._compiled)), self._gate, self._today)

    def at(self, document: Document) -> Looked:
        """What a document says by itself; it is let go afterwards."""
        engagement = validate(document)
        following = next_gate(self._compiled.policy, self._gate, engagement.status)
        rules = self._variants.of(document.file)
        evaluation = evaluate(rules, engagement, self._today, self._gate, following)
        findings = sorted((*document.findings, *engagement.findings), key=lambda finding: finding.order)
        return Looked(
            file=document.file,
            digest=document.digest,
            id=engagement.id,
            title=engagement.title,
            status=engagement.status,
            tier=engagement.tier.value if engagement.status else "",
            results=Results(evaluation.results),
            findings=fingerprinted(findings, engagement.id or document.file),
            failures=evaluation.failures,
            unknown=tuple(map(engagement.locate, engagement.unknown)),
            notifications=evaluation.notifications,
        )


def _made(image: bytes, gate: Gate, today: str) -> Looker:
    return Looker(thaw(marshal.loads(image)), gate, today)  # noqa: S302 (from the process that started this one)
