"""Looking at single files by the rules of a governed folder."""

from bpogov.core.gate import LOCAL
from bpogov.engine.program import CompiledPolicy
from bpogov.runs.looking.looked import Looked
from bpogov.runs.looking.looker import Looker
from bpogov.runs.preparing.compiled import compiled_policy
from bpogov.source.document import Document
from bpogov.source.tree import WORKING_TREE
from tests.policy.files import rule
from tests.runs.bench import DAY, NO_GOALS, governed


def looker() -> Looker:
    """Make a governed folder, and what looks at files by its rules: one that the shop keeps, and one that it breaks."""
    governed(rule(), NO_GOALS)
    return Looker(compiled_policy(None, None, WORKING_TREE, None), LOCAL, DAY)


def eye_of(compiled: CompiledPolicy, seen: list[str]) -> Looker:
    """What looks at files, and notes which."""

    class Noting(Looker):
        def at(self, document: Document) -> Looked:
            seen.append(document.file)
            return super().at(document)

    return Noting(compiled, LOCAL, DAY)
