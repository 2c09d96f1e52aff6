"""From a configuration to the policy set: finding the packs it names, reading and binding them."""

from pathlib import Path as FilePath

from msgspec.structs import replace

from bpogov.core.errors import UsageError
from bpogov.core.finding import Notification
from bpogov.core.severity import Severity
from bpogov.core.suggest import closest
from bpogov.policy.advice import check_cited
from bpogov.policy.authored import AuthoredPolicy
from bpogov.policy.bind import bind
from bpogov.policy.configuration import Configuration, Layer, named_configuration, read_configuration
from bpogov.policy.library import PREFIX, shipped_folder, shipped_names
from bpogov.policy.nearest import OWN_PACKS, find
from bpogov.policy.pack import MANIFEST, Pack, read_pack
from bpogov.policy.reading import problem, raise_for
from bpogov.source.tree import WORKING_TREE, Tree


def load_policy_set(config: str | None, policies: str | None, tree: Tree = WORKING_TREE) -> AuthoredPolicy:
    """Read the configuration and its packs, and bind them.

    `config` is a configuration file or None for the nearest `bpogov.yaml`; `policies` is a folder with further packs.
    All but the packs that ship with bpogov is read from `tree`. Raises PolicyError with every mistake in every file,
    UsageError where a named path does not exist.
    """
    problems: list[Notification] = []
    file = named_configuration(config, tree) if config else find(tree)
    configuration = read_configuration(file, problems, tree)
    folders = _folders(configuration, policies, problems, tree)
    packs = [pack for folder in folders if (pack := read_pack(folder, problems, _home(folder, tree)))]
    policy_set = bind(packs, configuration, problems)
    check_cited((rule for pack in packs for rule in pack.rules), problems, tree.on_disk())
    raise_for(problems)
    return replace(policy_set, notifications=tuple(_unlisted(configuration, packs, tree)))


def load_packs(folders: tuple[str, ...]) -> AuthoredPolicy:
    """Bind packs by their folders, without any configuration, as `bpogov test` does."""
    problems: list[Notification] = []
    packs = [pack for folder in folders for found in packs_below(folder) if (pack := read_pack(found, problems))]
    policy_set = bind(packs, Configuration(), problems)
    check_cited((rule for pack in packs for rule in pack.rules), problems)
    raise_for(problems)
    return policy_set


def packs_below(folder: str, tree: Tree = WORKING_TREE) -> tuple[str, ...]:
    """The packs in a folder: the folder itself, or those directly inside it. Raises UsageError where there is none."""
    if tree.is_file(f"{folder}/{MANIFEST}"):
        return (folder,)
    found = _packs_inside(folder, tree)
    if not found:
        there = tree.below(folder) or FilePath(folder).is_dir()
        raise UsageError(
            f'There is no pack in "{folder}"' if there else f'The folder "{folder}" does not exist',
            f"a pack is a folder with a {MANIFEST} and rule files",
        )
    return found


def _packs_inside(folder: str, tree: Tree) -> tuple[str, ...]:
    """The packs directly inside a folder."""
    parts = (name.split("/") for name in tree.below(folder))
    return tuple(f"{folder}/{part[0]}" for part in parts if part[1:] == [MANIFEST])


def _home(folder: str, tree: Tree) -> Tree:
    """Where a pack is read from: one that ships with bpogov lies beside it, and in no revision."""
    return tree.on_disk() if FilePath(folder).resolve().is_relative_to(shipped_folder().resolve()) else tree


def _folders(configuration: Configuration, policies: str | None, problems: list[Notification], tree: Tree) -> list[str]:
    folders: list[str] = []
    for name, layer in configuration.packs:
        folder = _folder(name, layer, problems, tree)
        if folder:
            folders.append(folder)
    known = {FilePath(folder).resolve() for folder in folders}
    more = packs_below(policies, tree) if policies else ()
    return folders + [folder for folder in more if FilePath(folder).resolve() not in known]


def _folder(name: str, layer: Layer | None, problems: list[Notification], tree: Tree) -> str | None:
    folder = str(shipped_folder() / name.removeprefix(PREFIX)) if name.startswith(PREFIX) else name
    if _home(folder, tree).is_file(f"{folder}/{MANIFEST}"):
        return folder
    if layer is None:
        raise UsageError(f'The pack "{name}" is missing from this installation', "install bpogov again")
    written = layer.packs.index(name)
    shipped = shipped_names()
    near = closest(name, shipped)
    help_ = (
        f'did you mean "{near}"?'
        if near
        else f"shipped packs: {', '.join(shipped)}; own packs are folders with a {MANIFEST}"
    )
    problems.append(
        problem(layer.document, ("packs", written), "missing-pack", f'The pack "{name}" does not exist', help_)
    )
    return None


def _unlisted(configuration: Configuration, packs: list[Pack], tree: Tree) -> list[Notification]:
    """Packs that lie in `policies/` but that no configuration lists: somebody may believe that they are checked."""
    used = {FilePath(pack.folder).resolve() for pack in packs} | {
        path.parent.resolve() for path in shipped_folder().glob(f"*/{MANIFEST}")
    }
    own = _packs_inside((configuration.root / OWN_PACKS).as_posix(), tree)
    return [
        Notification(
            Severity.WARNING,
            "unlisted-pack",
            f'The pack in "{folder}" is not checked, because no configuration lists it',
            help="add it to packs in bpogov.yaml, or take the folder away",
        )
        for folder in own
        if FilePath(folder).resolve() not in used
    ]
