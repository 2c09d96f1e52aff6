"""The compiled policy that comes with an installation, so that its first run compiles nothing.

It is made when the wheel is built (`hatch_build.py`), lies beside the modules, and is trusted as they are. It holds
what a run without any configuration needs, and counts only with the very files that it was made of.
"""

import marshal
import os

from bpogov.engine.image import Image, freeze
from bpogov.engine.program import CompiledPolicy
from bpogov.policy.library import shipped_place
from bpogov.runs.preparing.installed import state
from bpogov.source.kept import opened, sealed

FILE_NAME = "_policies.image"


def shipped_image() -> Image | None:
    """The image in this installation; None where there is none, or one that was made of anything else."""
    try:
        with open(os.path.join(os.path.dirname(shipped_place()), FILE_NAME), "rb") as file:
            made_of, image = marshal.loads(opened(file.read()) or b"")  # noqa: S302 (plain data, with the modules)
    except (OSError, EOFError, TypeError, ValueError):
        return None
    found: Image | None = image if made_of and made_of == state() else None
    return found


def packed(compiled: CompiledPolicy) -> bytes:
    """What a wheel brings along, of a policy that was compiled by the code and from the packs that the wheel holds.

    Raises ValueError for a policy that anybody configured.
    """
    policy = compiled.policy
    if policy.notifications or any(one.kind == "configuration" for one in policy.inputs):
        raise ValueError("a wheel brings the shipped packs along as they are, without any configuration")
    return sealed(marshal.dumps((state(), freeze(compiled)), _FORMAT))


_FORMAT = 2
"""A version of `marshal`'s format that every Python reads."""
