"""The compiled policy of a run: compiled once, and kept until anything that it came from changes.

Reading and compiling the rules takes a hundred times as long as looking at one engagement (benchmarks/startup.py).
"""

import marshal
import os
import sys
from hashlib import blake2b
from typing import TYPE_CHECKING

from bpogov.engine.image import BadImage, freeze, thaw
from bpogov.engine.program import CompiledPolicy
from bpogov.policy.library import shipped_place, shown
from bpogov.policy.nearest import OWN_PACKS, find
from bpogov.runs.preparing.installed import code, packs
from bpogov.runs.preparing.shipped import shipped_image
from bpogov.runs.preparing.versions import versions
from bpogov.source.kept import keep, kept
from bpogov.source.tree import WORKING_TREE, Tree
from bpogov.source.watched import Watched, unchanged

if TYPE_CHECKING:  # what reads rules is only imported where nothing is kept
    from bpogov.policy.authored import AuthoredPolicy

_FORMAT = 2
"""The version of `marshal`'s format that equal data always give equal bytes in."""


def compiled_policy(config: str | None, policies: str | None, tree: Tree, cache: str | None) -> CompiledPolicy:
    """The rules that count, compiled; `cache` is the folder where that is kept, or None.

    `config` and `policies` are as in `load_policy_set`, and so are the errors.
    """
    if cache is None:
        return _compiled(config, policies, tree)
    bare = _bare(config, policies, tree)
    name = _name(config, policies, tree, bare=bare)
    found = _thawed(kept(cache, name), tree)
    if found is not None:
        return found
    if bare:
        image = shipped_image()
        found = _of(image)
        if found is not None:
            keep(cache, name, marshal.dumps(((), image), _FORMAT))
            return found
    watched = Watched(tree, shipped_place())
    image = freeze(_compiled(config, policies, watched))
    keep(cache, name, marshal.dumps((watched.answers, image), _FORMAT))
    return thaw(image)  # so that this run and later ones have the same


def authored_policy(config: str | None, policies: str | None, tree: Tree) -> "AuthoredPolicy":
    """The rules that count, with the files that they were read from."""
    from bpogov.policy.load import load_policy_set

    return load_policy_set(config, policies, tree)


def _compiled(config: str | None, policies: str | None, tree: Tree) -> CompiledPolicy:
    from bpogov.engine.compiling.compile import compile_policy

    return compile_policy(authored_policy(config, policies, tree))


def _thawed(content: bytes | None, tree: Tree) -> CompiledPolicy | None:
    """What was kept, if every file that it was made of is still the same."""
    if content is None:
        return None
    try:
        answers, image = marshal.loads(content)  # noqa: S302 (plain data, whole, and the user's own file)
        return _of(image) if unchanged(answers, tree) else None
    except (EOFError, TypeError, ValueError):
        return None


def _of(image: object) -> CompiledPolicy | None:
    try:
        return thaw(image)
    except BadImage:
        return None


def _bare(config: str | None, policies: str | None, tree: Tree) -> bool:
    """Whether nobody has configured anything, so that only the shipped packs count."""
    return tree is WORKING_TREE and not (config or policies or find(tree) or tree.below(OWN_PACKS))


def _name(config: str | None, policies: str | None, tree: Tree, *, bare: bool) -> str:
    """A name for everything that the result depends on, but for what the files of users answer.

    Where nobody has configured anything, one name serves every working directory of the same depth; where somebody has,
    each has its own, so that they do not take each other's place.
    """
    here = os.path.realpath(os.curdir)
    shipped = shipped_place()
    place = (here.count(os.sep) if bare else here, shipped, shown(shipped))
    asked = (place, tree.named(""), config, policies, versions(), sys.version, *packs(), *code())
    return blake2b(repr(asked).encode(), digest_size=20).hexdigest()
