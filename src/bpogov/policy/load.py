"""From a configuration to the policy set: finding the packs it names, reading and binding them."""

from dataclasses import replace
from pathlib import Path as FilePath

from bpogov.core.errors import UsageError
from bpogov.core.finding import Notification
from bpogov.core.severity import Severity
from bpogov.core.suggest import closest
from bpogov.policy.advice import check_cited
from bpogov.policy.bind import bind
from bpogov.policy.configuration import Configuration, Layer, find, named_configuration, read_configuration
from bpogov.policy.library import PREFIX, shipped_folder, shipped_names
from bpogov.policy.pack import MANIFEST, Pack, read_pack
from bpogov.policy.policyset import PolicySet
from bpogov.policy.reading import problem, raise_for

OWN_PACKS = "policies"


def load_policy_set(config: str | None, policies: str | None) -> PolicySet:
    """Read the configuration and its packs, and bind them.

    `config` is a configuration file or None for the nearest `bpogov.yaml`; `policies` is a folder with further packs.
    Raises PolicyError with every mistake in every file, UsageError where a named path does not exist.
    """
    problems: list[Notification] = []
    file = named_configuration(config) if config else find(FilePath())
    configuration = read_configuration(file, problems)
    folders = _folders(configuration, policies, problems)
    packs = [pack for folder in folders if (pack := read_pack(folder, problems))]
    policy_set = bind(packs, configuration, problems)
    check_cited(packs, problems)
    raise_for(problems)
    return replace(policy_set, notifications=tuple(_unlisted(configuration, packs)))


def load_packs(folders: tuple[str, ...]) -> PolicySet:
    """Bind packs by their folders, without any configuration, as `bpogov test` does."""
    problems: list[Notification] = []
    packs = [pack for folder in folders for found in packs_below(folder) if (pack := read_pack(found, problems))]
    policy_set = bind(packs, Configuration(), problems)
    check_cited(packs, problems)
    raise_for(problems)
    return policy_set


def packs_below(folder: str) -> tuple[str, ...]:
    """The packs in a folder: the folder itself, or those directly inside it. Raises UsageError where there is none."""
    path = FilePath(folder)
    if (path / MANIFEST).is_file():
        return (folder,)
    found = tuple(f"{folder}/{manifest.parent.name}" for manifest in sorted(path.glob(f"*/{MANIFEST}")))
    if not found:
        raise UsageError(
            f'There is no pack in "{folder}"' if path.is_dir() else f'The folder "{folder}" does not exist',
            f"a pack is a folder with a {MANIFEST} and rule files",
        )
    return found


def _folders(configuration: Configuration, policies: str | None, problems: list[Notification]) -> list[str]:
    folders: list[str] = []
    for name, layer in configuration.packs:
        folder = _folder(name, layer, problems)
        if folder:
            folders.append(folder)
    known = {FilePath(folder).resolve() for folder in folders}
    more = packs_below(policies) if policies else ()
    return folders + [folder for folder in more if FilePath(folder).resolve() not in known]


def _folder(name: str, layer: Layer | None, problems: list[Notification]) -> str | None:
    folder = str(shipped_folder() / name.removeprefix(PREFIX)) if name.startswith(PREFIX) else name
    if (FilePath(folder) / MANIFEST).is_file():
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


def _unlisted(configuration: Configuration, packs: list[Pack]) -> list[Notification]:
    """Packs that lie in `policies/` but that no configuration lists: somebody may believe that they are checked."""
    used = {FilePath(pack.folder).resolve() for pack in packs} | {
        path.parent.resolve() for path in shipped_folder().glob(f"*/{MANIFEST}")
    }
    own = sorted((configuration.root / OWN_PACKS).glob(f"*/{MANIFEST}"))
    return [
        Notification(
            Severity.WARNING,
            "unlisted-pack",
            f'The pack in "{manifest.parent.as_posix()}" is not checked, because no configuration lists it',
            help="add it to packs in bpogov.yaml, or take the folder away",
        )
        for manifest in own
        if manifest.parent.resolve() not in used
    ]
