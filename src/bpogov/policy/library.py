"""Where the packs that ship with bpogov lie: inside the wheel, or at the root of a checkout."""

from pathlib import Path

PREFIX = "bpogov/"


def shipped_folder() -> Path:
    """The folder of the shipped packs: `bpogov/_policies` in an installed wheel, else `policies/` of the checkout."""
    package = Path(__file__).resolve().parents[1]
    packed = package / _PACKED
    return packed if packed.is_dir() else package.parents[1] / "policies"


def shipped_names() -> tuple[str, ...]:
    """The names under which configurations list the shipped packs, such as `bpogov/core`."""
    return tuple(sorted(f"{PREFIX}{path.parent.name}" for path in shipped_folder().glob("*/pack.yaml")))


def shown(file: str) -> str:
    """The name of a policy file in reports: a shipped one by its pack, wherever bpogov is installed.

    In a checkout that is the working directory (or lies below it) the path is shown, so that it can be opened; an
    environment of Python in the working directory is no checkout.
    """
    path, shipped = Path(file).resolve(), shipped_folder().resolve()
    if not path.is_relative_to(shipped):
        return file
    here = Path.cwd().resolve()
    if shipped.name != _PACKED and path.is_relative_to(here):
        return path.relative_to(here).as_posix()
    return PREFIX + path.relative_to(shipped).as_posix()


_PACKED = "_policies"
