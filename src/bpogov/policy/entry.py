"""Each change to a rule that a pack or a configuration makes, with the place where it is written."""

from collections.abc import Iterable, Iterator

from msgspec import Struct

from bpogov.core.location import Path
from bpogov.core.status import Tier
from bpogov.policy.amendment import Amendment, Scope
from bpogov.policy.configuration import Configuration, Layer
from bpogov.policy.override import Change, LocalOverride
from bpogov.policy.pack import Pack
from bpogov.source.document import Document


class Entry(Struct, frozen=True):
    """One change to one rule in one file.

    `layer` numbers the files, the ones that win last; `tier` and `scope` are None where the change counts for every
    engagement; `assertion` is empty where it is about the whole rule.
    """

    document: Document
    layer: int
    path: Path
    tier: Tier | None
    scope: Scope | None
    assertion: str
    change: Change

    @property
    def origin(self) -> str:
        """Where the change is written, in words: `bpogov.yaml, line 12`."""
        line = span.start.line if (span := self.document.key_span(self.path)) else 1
        return f"{self.document.file}, line {line}"

    @property
    def order(self) -> tuple[int, bool, bool]:
        """Later wins: by layer, then plain before path, then plain before tier."""
        return (self.layer, self.scope is not None, self.tier is not None)

    @property
    def amendment(self) -> Amendment:
        """What the entry says, as plain values."""
        change = self.change
        enabled = change.enabled if isinstance(change, LocalOverride) else None
        says = (change.severity, change.since, enabled, change.parameters)
        return Amendment(self.order, self.origin, self.tier, self.scope, self.assertion, *says)


def entries(packs: Iterable[Pack], configuration: Configuration) -> Iterator[tuple[Entry, str]]:
    """Every change, with the rule (or `RULE/assertion`) that it is about; packs first, then configurations."""
    layers: list[Pack | Layer] = [*packs, *configuration.layers]
    for number, layer in enumerate(layers):
        for key, change in layer.form.rules.items():
            yield Entry(layer.document, number, ("rules", key), None, None, _assertion(key), change), key
        for tier, changes in layer.form.tiers.items():
            for key, tier_change in changes.rules.items():
                path = ("tiers", tier.value, "rules", key)
                yield Entry(layer.document, number, path, tier, None, _assertion(key), tier_change), key
        if isinstance(layer, Layer):
            for index, override in enumerate(layer.form.overrides):
                scope = Scope(override.engagements, layer.folder.as_posix())
                for key, local_change in override.rules.items():
                    place: Path = ("overrides", index, "rules", key)
                    yield Entry(layer.document, number, place, None, scope, _assertion(key), local_change), key


def _assertion(key: str) -> str:
    return key.partition("/")[2]
