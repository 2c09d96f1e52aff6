"""An organisation's choices: `bpogov.yaml`, and the parent configurations that it extends."""

from pathlib import Path as FilePath
from typing import Annotated, Literal

from msgspec import Struct
from pydantic import Field, field_validator

from bpogov.core.errors import UsageError
from bpogov.core.finding import Notification
from bpogov.policy.base import ApiVersion, Part, Text
from bpogov.policy.gate import GateForm, Gates
from bpogov.policy.override import Overrides, PathOverride, Tiers
from bpogov.policy.policyset import Ground
from bpogov.policy.reading import problem, read_file
from bpogov.policy.terms import TermsForm
from bpogov.source.document import Document
from bpogov.source.tree import WORKING_TREE, Tree
from bpogov.values import timezone

DEFAULT_PACKS = ("bpogov/core",)
DEFAULT_ENGAGEMENTS = ("engagements/**/*.yaml", "**/*.engagement.yaml")

_LONGEST_CHAIN = 8


class ConfigurationFile(Part):
    """`bpogov.yaml`: where engagements are, which packs apply, and what changes in their rules."""

    api_version: ApiVersion = Field(alias="apiVersion")
    kind: Literal["Configuration"]
    timezone: Text | None = Field(default=None, description="IANA time zone in which today is read; default UTC")
    extends: Text | None = Field(default=None, description="A parent configuration: a path relative to this file")
    packs: Annotated[tuple[Text, ...], Field(min_length=1)] | None = Field(
        default=None, description="Packs that apply; default: bpogov/core"
    )
    engagements: Annotated[tuple[Text, ...], Field(min_length=1)] | None = Field(
        default=None, description="Where the engagement files are; a pattern for .yaml means .yml too"
    )
    rules: Overrides = Field(default={}, description="Changes to rules, by id")
    tiers: Tiers = Field(default={}, description="Changes to rules for the engagements of a tier")
    overrides: tuple[PathOverride, ...] = Field(default=(), description="Changes to rules for some engagement files")
    gates: Gates = Field(default={}, description="Gates made stricter, and gates of your own, by name")
    waivers: TermsForm | None = Field(default=None, description="Where waivers are, and what counts for them")

    @field_validator("timezone")
    @classmethod
    def _is_a_timezone(cls, value: str | None) -> str | None:
        return None if value is None else timezone.parse(value)


class Layer(Struct, frozen=True):
    """One configuration file, as a layer of values. `file` is its path, from the working directory or the root."""

    form: ConfigurationFile
    document: Document
    file: str

    @property
    def folder(self) -> FilePath:
        """The folder that the paths in the file start from."""
        return FilePath(self.file).parent

    @property
    def packs(self) -> tuple[str, ...]:
        """The packs that the file names: shipped ones by name, others as folders that the run can open."""
        return tuple(
            name if name.startswith("bpogov/") else (self.folder / name).as_posix() for name in self.form.packs or ()
        )


class Configuration(Struct, frozen=True):
    """What an organisation chose: the layers, the remotest parent first. Without any file it is empty."""

    layers: tuple[Layer, ...] = ()

    @property
    def root(self) -> FilePath:
        """The folder of the nearest configuration file, or the working directory."""
        return self.layers[-1].folder if self.layers else FilePath()

    @property
    def timezone(self) -> str:
        """The time zone in which today is read."""
        return next((layer.form.timezone for layer in reversed(self.layers) if layer.form.timezone), "UTC")

    @property
    def engagements(self) -> tuple[str, ...]:
        """Patterns of engagement files; those of the nearest layer that has any."""
        named = (layer.form.engagements for layer in reversed(self.layers) if layer.form.engagements is not None)
        return next(named, DEFAULT_ENGAGEMENTS)

    @property
    def ground(self) -> Ground:
        """Where the configuration counts."""
        return Ground(self.root.as_posix(), self.timezone, self.engagements)

    @property
    def gates(self) -> tuple[tuple[Document, dict[str, GateForm]], ...]:
        """What each layer says of gates, the remotest parent first."""
        return tuple((layer.document, layer.form.gates) for layer in self.layers)

    @property
    def waivers(self) -> tuple[tuple[Document, TermsForm | None], ...]:
        """What each layer says of waivers, the remotest parent first."""
        return tuple((layer.document, layer.form.waivers) for layer in self.layers)

    @property
    def packs(self) -> tuple[tuple[str, Layer | None], ...]:
        """The packs that apply, each with the layer that names it: a parent's packs come first and stay."""
        found: dict[str, Layer | None] = {}
        for layer in self.layers:
            for name in layer.packs:
                found.setdefault(name, layer)
        return tuple(found.items()) or tuple((name, None) for name in DEFAULT_PACKS)


def read_configuration(file: str | None, problems: list[Notification], tree: Tree = WORKING_TREE) -> Configuration:
    """Read a configuration with everything that it extends. Mistakes are added to `problems`."""
    layers: list[Layer] = []
    seen: list[str] = []
    while file is not None:
        read = read_file(file, ConfigurationFile, problems, tree)
        seen.append(str(FilePath(file).resolve()))
        if read is None:
            break
        layer = Layer(read.form, read.document, file)
        layers.insert(0, layer)
        file = _parent(layer, seen, problems, tree)
    return Configuration(tuple(layers))


def _parent(layer: Layer, seen: list[str], problems: list[Notification], tree: Tree) -> str | None:
    if layer.form.extends is None:
        return None
    parent = (layer.folder / layer.form.extends).as_posix()
    complaint = ""
    if str(FilePath(parent).resolve()) in seen:
        complaint = f'The configuration extends itself through "{layer.form.extends}"'
    elif not tree.is_file(parent):
        complaint = f'The parent configuration "{layer.form.extends}" does not exist'
    elif len(seen) >= _LONGEST_CHAIN:
        complaint = f"More than {_LONGEST_CHAIN} configurations extend one another"
    if complaint:
        help_ = "write the path of another configuration, starting from the folder of this file"
        problems.append(problem(layer.document, ("extends",), "bad-parent", complaint, help_))
        return None
    return parent


def named_configuration(file: str, tree: Tree = WORKING_TREE) -> str:
    """The configuration named on the command line, which has to exist."""
    if not tree.is_file(file):
        raise UsageError(f'The configuration file "{file}" does not exist', "check the path after --config")
    return file
