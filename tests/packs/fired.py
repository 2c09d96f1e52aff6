"""What every failing example of the shipped rules says: the finding, and the file that it was found in."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from msgspec.structs import replace

from bpogov.core.outcome import Outcome
from bpogov.engine.compiling.compile import compile_policy
from bpogov.engine.judging.evaluate import evaluate
from bpogov.engine.judging.fold import Found
from bpogov.engine.program import CompiledPolicy
from bpogov.model.engagement import Engagement
from bpogov.model.validate import validate
from bpogov.policy.authored import AuthoredRule
from bpogov.policy.library import shipped_folder, shipped_names
from bpogov.policy.load import load_packs
from bpogov.policy.pack import Pack
from bpogov.source.discover import read
from bpogov.source.document import Document
from bpogov.source.load import load
from bpogov.source.patch import apply


@dataclass(frozen=True, slots=True)
class Fired:
    """A finding of an example: which one, on which data, checked on which day by which rule alone."""

    example: str
    engagement: Engagement
    failure: Found
    today: str
    alone: CompiledPolicy

    def still_fires(self, data: Any) -> bool:
        """Whether the same part of the rule still finds something at the same place of other data.

        Data that is no valid engagement is no way out either.
        """
        engagement = validate(Document.of(data, self.engagement.document.file))
        if engagement.findings:
            return True
        found = evaluate(self.alone, engagement, self.today).failures
        return any((one.assertion, one.path) == (self.failure.assertion, self.failure.path) for one in found)


@cache
def fired() -> dict[str, tuple[Fired, ...]]:
    """All findings of all failing examples, by rule."""
    policy = load_packs(tuple(str(shipped_folder() / name.removeprefix("bpogov/")) for name in shipped_names()))
    compiled = compile_policy(policy)
    packs = {pack.form.name: pack for pack in policy.packs}
    return {
        bound.id: tuple(_of_rule(bound, packs[bound.rule.pack], replace(compiled, rules=(rule,))))
        for bound, rule in zip(policy.rules, compiled.rules, strict=True)
    }


def _of_rule(bound: AuthoredRule, pack: Pack, alone: CompiledPolicy) -> Iterator[Fired]:
    for example in bound.rule.form.examples:
        if example.expect.outcome is Outcome.FAIL:
            file = f"{pack.folder}/{pack.form.examples[example.given.use]}"
            data = apply(load(read(file), file).data, example.given.patch)
            engagement = validate(Document.of(data, file))
            today = example.today or pack.form.today
            for failure in evaluate(alone, engagement, today).failures:
                yield Fired(example.name, engagement, failure, today, alone)
