"""The git repository around a folder, as far as setting bpogov up there depends on it."""

import os
import re

from msgspec import Struct

from bpogov.core.errors import UsageError
from bpogov.source import git

GITHUB, GITLAB, NONE = SERVICES = ("github", "gitlab", "none")

_USUAL_BRANCH = "main"
_HOST = re.compile(r"(?:[a-z+]+://(?:[^/@]*@)?|(?:[^/@:]*@)?(?=[^/]+:))(?P<host>[^/:]+)")


class Repository(Struct, frozen=True):
    """Where a folder stands: in no repository, at the `top` of one, or further down in one.

    `service` is the one of SERVICES that the repository seems to be on, empty where that cannot be told; `branch` is
    what changes are merged into.
    """

    used: bool = False
    top: bool = False
    service: str = ""
    branch: str = _USUAL_BRANCH


def repository_of(folder: str) -> Repository:
    """Look at the repository around a folder, which need not exist yet. Without git there is none."""
    place = os.path.abspath(folder)
    while not os.path.isdir(place):
        place = os.path.dirname(place)
    try:
        code, found, _ = git.call(place, "rev-parse", "--show-toplevel")
    except UsageError:
        return Repository()
    if code:
        return Repository()
    root = found.rstrip("\n")
    top = os.path.realpath(root) == os.path.realpath(os.path.abspath(folder))
    return Repository(used=True, top=top, service=_service(root), branch=_branch(root))


def _service(root: str) -> str:
    """The service by its files, else by where the repository was cloned from."""
    files = [name for name, path in ((GITHUB, ".github"), (GITLAB, ".gitlab-ci.yml")) if _is_there(root, path)]
    _, listed, _ = git.call(root, "config", "--get-regexp", r"^remote\..*\.url$")
    urls = [line.partition(" ")[2] for line in listed.splitlines()]
    hosts = [found["host"].lower() for url in urls if (found := _HOST.match(url))]
    named = [name for name in (GITHUB, GITLAB) if any(name in host for host in hosts)]
    for candidates in (files, named):
        if len(candidates) == 1:
            return candidates[0]
    return ""


def _is_there(root: str, path: str) -> bool:
    return os.path.lexists(os.path.join(root, path))


def _branch(root: str) -> str:
    """The main branch of the server, else the one that is checked out."""
    for name, start in (("refs/remotes/origin/HEAD", "origin/"), ("HEAD", "")):
        code, found, _ = git.call(root, "symbolic-ref", "--quiet", "--short", name)
        if code == 0:
            return found.strip().removeprefix(start)
    return _USUAL_BRANCH
