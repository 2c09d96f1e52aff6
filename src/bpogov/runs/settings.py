"""What a check here would go by: configuration files, packs, patterns, waivers and gates, each with its origin."""

from collections.abc import Iterator

from bpogov.core.gate import Gate
from bpogov.core.listing import SettingRow
from bpogov.core.location import Path
from bpogov.policy.authored import AuthoredPolicy
from bpogov.policy.configuration import Configuration, Layer
from bpogov.policy.load import load_policy_set
from bpogov.source.discover import discover

_USUAL = "default"


def engagement_files(
    paths: tuple[str, ...], config: str | None, policies: str | None, *, may_be_empty: bool = False
) -> tuple[str, ...]:
    """The files that a check of `paths` would read, sorted.

    Raises UsageError where there is none, unless that `may_be_empty`.
    """
    configuration = load_policy_set(config, policies).configuration
    return discover(paths, configuration.engagements, configuration.root, may_be_empty=may_be_empty)


def settings(config: str | None, policies: str | None) -> tuple[SettingRow, ...]:
    """Every setting that is not about a single rule, which `bpogov rules` lists. Raises PolicyError."""
    return tuple(_rows(load_policy_set(config, policies)))


def _rows(policy: AuthoredPolicy) -> Iterator[SettingRow]:
    configuration = policy.configuration
    for layer in configuration.layers:
        yield SettingRow("configuration", layer.document.file, "")
    yield SettingRow("time zone", configuration.timezone, _origin(configuration, "timezone"))
    for pack in policy.packs:
        rules = "1 rule" if len(pack.rules) == 1 else f"{len(pack.rules)} rules"
        words = f"{pack.form.name} {pack.form.version}, {rules}"
        yield SettingRow("pack", words, _pack_origin(configuration, pack.form.name, pack.folder))
    for pattern in configuration.engagements:
        yield SettingRow("engagements", pattern, _origin(configuration, "engagements"))
    for name in ("files", "longest", "approvers", "remind"):
        value = getattr(policy.terms, name)
        words = value if isinstance(value, str) else ", ".join(value)
        yield SettingRow(f"waivers: {name}", words, _origin(configuration, "waivers", name))
    for gate in policy.gates.values():
        yield SettingRow(f"gate {gate.name}", _demands(gate), _origin(configuration, "gates", gate.name))


def _demands(gate: Gate) -> str:
    """What a gate demands, in words."""
    words = [f"findings of {', '.join(gate.only)}" if gate.only else "findings", f"from {gate.fail_on} on block"]
    more = [
        f"judges as {gate.as_status}" if gate.as_status else "",
        f"promotes {', '.join(gate.promote)}" if gate.promote else "",
        "what is unknown blocks" if gate.unknown_blocks else "",
        "nothing can be left out" if gate.whole else "",
    ]
    return "; ".join([" ".join(words), *filter(None, more)])


def _origin(configuration: Configuration, *path: str) -> str:
    """The nearest configuration that says something there, with the line."""
    for layer in reversed(configuration.layers):
        place = _line(layer, path)
        if place:
            return place
    return _USUAL


def _line(layer: Layer, path: Path) -> str:
    span = layer.document.key_span(path)
    return f"{layer.document.file}, line {span.start.line}" if span else ""


def _pack_origin(configuration: Configuration, name: str, folder: str) -> str:
    for layer in configuration.layers:
        for number, written in enumerate(layer.packs):
            if written in (name, folder):
                span = layer.document.span(("packs", number))
                return f"{layer.document.file}, line {span.start.line if span else 1}"
    return _USUAL if name.startswith("bpogov/") else "--policies"
