"""Which rules of the policy set are looked at: `--select` and `--ignore`."""

from msgspec.structs import replace

from bpogov.core.errors import UsageError
from bpogov.core.gate import STRUCTURAL
from bpogov.core.suggest import closest
from bpogov.engine.program import CompiledPolicy, CompiledRule


def select(compiled: CompiledPolicy, wanted: tuple[str, ...], unwanted: tuple[str, ...]) -> CompiledPolicy:
    """Keep the rules that are meant: by id, by the start of an id (`COM`), or by name.

    Raises UsageError where a word means no rule, or where no rule is left: nothing would be checked.
    """
    for word in (*wanted, *unwanted):
        _require_known(word, compiled.rules)
    kept = tuple(
        rule
        for rule in compiled.rules
        if (not wanted or any(_means(word, rule) for word in wanted))
        and not any(_means(word, rule) for word in unwanted)
    )
    if not kept:
        asked = "is left to check after --select and --ignore" if wanted or unwanted else "applies: every rule is off"
        raise UsageError(f"No rule {asked}", "`bpogov rules` lists the rules")
    return replace(compiled, rules=kept)


def _means(word: str, rule: CompiledRule) -> bool:
    return rule.id.startswith(word.upper()) or rule.bound.facts.name == word


def _require_known(word: str, rules: tuple[CompiledRule, ...]) -> None:
    if word.upper().startswith(STRUCTURAL):
        message = f'"{word}" is about the text or the structure of the file, which is always checked'
        help_ = "leave it out: --select and --ignore choose among the rules of the packs"
        raise UsageError(message, help_, "unknown-rule")
    if not any(_means(word, rule) for rule in rules):
        near = closest(word, [name for rule in rules for name in (rule.id, rule.bound.facts.name)])
        help_ = f'did you mean "{near}"?' if near else "`bpogov rules` lists the rules that are switched on"
        raise UsageError(f'"{word}" is neither a rule nor the start of the id of one', help_, "unknown-rule")
