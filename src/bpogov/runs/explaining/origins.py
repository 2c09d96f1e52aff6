"""Where the values of a rule come from that are not the rule's own: layers, tiers, files and gates."""

from collections.abc import Iterator

from bpogov.core.status import Tier
from bpogov.engine.message import shown
from bpogov.policy.configuration import Configuration
from bpogov.policy.policyset import BoundRule
from bpogov.policy.settings import Settings


def origins(bound: BoundRule, configuration: Configuration) -> tuple[str, ...]:
    """What a layer changed for every engagement, for some files, or at a gate, each with file and line."""
    return (*_everywhere(bound.settings[Tier.STANDARD]), *_for_files(bound), *_at_gates(bound, configuration))


def tiers(bound: BoundRule) -> tuple[str, ...]:
    """What is different for each tier, compared with the standard one."""
    return tuple(_tiers(bound))


def _everywhere(settings: Settings) -> Iterator[str]:
    for what, setting in (("severity", settings.severity), ("first status", settings.since)):
        if setting.origin != "the rule":
            yield f"{what} is {setting.value} ({setting.origin})"
    if settings.enabled.origin != "the rule":
        yield f"it is switched {'on' if settings.enabled.value else 'off'} ({settings.enabled.origin})"
    for name, setting in settings.assertions.items():
        yield f"{name} is {setting.value} ({setting.origin})"


def _for_files(bound: BoundRule) -> Iterator[str]:
    """One line for each change that counts for some engagement files only."""
    for scope in dict.fromkeys(one.scope for one in bound.amendments if one.scope is not None):
        here = bound.within((scope,))
        files = f"for {', '.join(scope.patterns)}: "
        for line in _everywhere(here.settings[Tier.STANDARD]):
            if line not in set(_everywhere(bound.settings[Tier.STANDARD])):
                yield files + line
        usual = bound.settings[Tier.STANDARD].parameters
        for name, setting in here.settings[Tier.STANDARD].parameters.items():
            if setting != usual[name]:
                yield f"{files}{name} is {shown(setting.value)} ({setting.origin})"


def _at_gates(bound: BoundRule, configuration: Configuration) -> Iterator[str]:
    for document, forms in configuration.gates:
        for name, form in forms.items():
            for number, word in enumerate(form.promote):
                rule, _, assertion = word.partition("/")
                if bound.id.startswith(rule):
                    span = document.span(("gates", name, "promote", number))
                    what = f"{assertion} weighs" if assertion else "it weighs"
                    line = span.start.line if span else 1
                    yield f"{what} as an error at the gate {name} ({document.file}, line {line})"


def _tiers(bound: BoundRule) -> Iterator[str]:
    usual = bound.settings[Tier.STANDARD]
    for tier in (Tier.SMALL, Tier.CRITICAL):
        settings = bound.settings[tier]
        if settings.severity.value is not usual.severity.value:
            yield f"{tier}: severity is {settings.severity.value} ({settings.severity.origin})"
        for name, setting in settings.parameters.items():
            if setting.value != usual.parameters[name].value:
                yield f"{tier}: {name} is {shown(setting.value)} ({setting.origin})"
        for name, setting in settings.assertions.items():
            if setting != usual.assertions.get(name):
                yield f"{tier}: {name} is {setting.value} ({setting.origin})"
