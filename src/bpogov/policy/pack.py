"""A pack: a folder of rules with a manifest."""

from pathlib import Path as FilePath
from typing import Annotated, Literal

from msgspec import Struct
from pydantic import Field

from bpogov.core.finding import Notification
from bpogov.core.suggest import closest
from bpogov.policy.base import ApiVersion, Day, Part, Text
from bpogov.policy.facts import PartFacts, RuleFacts
from bpogov.policy.library import shown
from bpogov.policy.override import Overrides, Tiers
from bpogov.policy.reading import Read, problem, read_document, read_file
from bpogov.policy.rule import Name, RuleFile
from bpogov.source.document import Document
from bpogov.source.load import load
from bpogov.source.tree import WORKING_TREE, Tree

MANIFEST = "pack.yaml"
EXAMPLES = "examples"

PackName = Annotated[str, Field(pattern=r"^[a-z][a-z0-9-]*(/[a-z][a-z0-9-]*)?$")]


class PackFile(Part):
    """The manifest of a pack."""

    api_version: ApiVersion = Field(alias="apiVersion")
    kind: Literal["Pack"]
    name: PackName = Field(description="Name of the pack, such as bpogov/core")
    version: Text = Field(description="Version of the pack")
    title: Text = Field(description="What the pack is about, in a few words")
    description: Text = Field(description="What the pack asks for, and of whom")
    today: Day = Field(description="Date on which the examples are checked, such as 2026-11-21")
    examples: dict[Name, Text] = Field(default={}, description="Example engagements: name and file")
    rules: Overrides = Field(default={}, description="Values that the pack gives to rules of packs before it")
    tiers: Tiers = Field(default={}, description="What the tiers change")


class PackRule(Struct, frozen=True):
    """A rule of a pack with the document it was read from."""

    form: RuleFile
    document: Document
    pack: str

    @property
    def facts(self) -> RuleFacts:
        """What a run knows of the rule."""
        form = self.form
        return RuleFacts(
            id=form.id,
            name=form.name,
            title=form.title,
            severity=form.severity,
            since=form.since,
            statuses=form.statuses,
            rationale=form.rationale,
            remediation=form.remediation,
            acts=form.acts or "",
            can_be_waived=form.can_be_waived,
            parts=tuple(PartFacts(part.id, part.severity, part.since, part.acts or "") for part in form.assertions),
            parameters={name: declared.facts for name, declared in form.parameters.items()},
            pack=self.pack,
        )


class Pack(Struct, frozen=True):
    """A pack that was read: its manifest, its rules in the order of their ids, and where it lies."""

    form: PackFile
    document: Document
    folder: str
    rules: tuple[PackRule, ...]


def read_pack(folder: str, problems: list[Notification], tree: Tree = WORKING_TREE) -> Pack | None:
    """Read a pack from its folder. Mistakes are added to `problems`; the result is then incomplete or None."""
    manifest = read_file(f"{folder}/{MANIFEST}", PackFile, problems, tree)
    rules = [rule for file in rule_files(folder, tree) if (rule := _read_rule(file, manifest, problems, tree))]
    if manifest is None:
        return None
    if not rules and not problems:
        message = f'The pack "{manifest.form.name}" has no rules'
        help_ = "add a rule file, for example with `bpogov new rule`"
        problems.append(problem(manifest.document, (), "empty-pack", message, help_))
    _check_ids(rules, problems)
    rules.sort(key=lambda rule: rule.form.id)
    return Pack(manifest.form, manifest.document, folder, tuple(rules))


def rule_files(folder: str, tree: Tree = WORKING_TREE) -> tuple[str, ...]:
    """The rule files of a pack: every YAML file below its families, in a stable order."""
    found = (name for name in tree.below(folder) if name.endswith((".yaml", ".yml")))
    kept = (name for name in found if FilePath(name).name != MANIFEST and FilePath(name).parts[0] != EXAMPLES)
    return tuple(f"{folder}/{name}" for name in kept)


def _read_rule(file: str, manifest: Read[PackFile] | None, problems: list[Notification], tree: Tree) -> PackRule | None:
    rule = read_rule(load(tree.read(file), tree.named(shown(file))), manifest, problems)
    if rule is not None:
        check_name(rule, problems)
    return rule


def read_rule(document: Document, manifest: Read[PackFile] | None, problems: list[Notification]) -> PackRule | None:
    """Bring a rule file into its checked form, beside the manifest of its pack if that is known.

    Mistakes are added to `problems`; the result is None where there are any in the file itself.
    """
    rule = read_document(document, RuleFile, problems)
    if rule is None:
        return None
    if manifest is not None:
        _check_examples(rule, manifest.form, problems)
    return PackRule(rule.form, rule.document, manifest.form.name if manifest else "")


def check_name(rule: PackRule, problems: list[Notification]) -> None:
    """Add a problem where a rule of a pack is not called as its file."""
    name = FilePath(rule.document.file).stem
    if rule.form.name != name:
        problems.append(
            problem(
                rule.document,
                ("name",),
                "file-name",
                f'The rule is called "{rule.form.name}", but its file "{name}"',
                f'rename the file to "{rule.form.name}.yaml", or write name: {name}',
            )
        )


def _check_examples(rule: Read[RuleFile], pack: PackFile, problems: list[Notification]) -> None:
    for number, example in enumerate(rule.form.examples):
        if example.given.use not in pack.examples:
            near = closest(example.given.use, pack.examples)
            problems.append(
                problem(
                    rule.document,
                    ("examples", number, "given", "use"),
                    "unknown-example",
                    f'The pack has no example engagement "{example.given.use}"',
                    f'did you mean "{near}"?' if near else f"the pack has: {', '.join(pack.examples) or 'none'}",
                )
            )


def _check_ids(rules: list[PackRule], problems: list[Notification]) -> None:
    first: dict[str, PackRule] = {}
    for rule in rules:
        earlier = first.setdefault(rule.form.id, rule)
        if earlier is not rule:
            problems.append(
                problem(
                    rule.document,
                    ("id",),
                    "duplicate-rule",
                    f'The id "{rule.form.id}" is taken by the rule "{earlier.form.name}"',
                    "give this rule an id of its own: ids are permanent and never reused",
                )
            )
