"""A governed folder to start with: configuration, a first engagement, a hook and a CI file. Nothing is overwritten."""

import json
import os
from datetime import date

from msgspec import Struct, field

from bpogov.core.errors import UsageError
from bpogov.runs.beginning.repository import GITHUB, NONE, Repository
from bpogov.runs.beginning.scaffold import below, engagement, filled, shown, write_new
from bpogov.version import VERSION

_FIRST = "my-first-engagement"
_CACHE = ".bpogov_cache/"


class Start(Struct, frozen=True):
    """What was done in `folder`: files `written` or `changed`, each with what for; what was `left` as it is.

    `next` is what a person does next, one sentence each.
    """

    folder: str
    written: dict[str, str] = field(default_factory=dict)
    changed: dict[str, str] = field(default_factory=dict)
    left: list[str] = field(default_factory=list)
    next: list[str] = field(default_factory=list)

    def write(self, name: str, text: str, about: str) -> bool:
        """Write a file unless something of its name is there; whether it was written."""
        path = below(self.folder, name)
        if os.path.lexists(path):
            self.left.append(shown(path))
            return False
        write_new({path: text})
        self.written[shown(path)] = about
        return True


def initialise(folder: str, day: date, repository: Repository, service: str = NONE) -> Start:
    """Write into `folder` what is not there yet, and give what was done.

    A hook is written at the top of a git repository only, and so is the CI file of `service`. The dates of the
    engagement lie ahead of `day`. Raises UsageError where a file cannot be written, and where a CI file cannot work.
    """
    if service != NONE and repository.used and not repository.top:
        message = f'"{shown(folder)}" is below the top folder of its git repository, and a CI file works nowhere else'
        raise UsageError(message, "leave out --ci, or run bpogov init in the top folder")
    start = Start(folder)
    words = {"version": VERSION, "branch": json.dumps(repository.branch)}
    _govern(start, day)
    if repository.top:
        _hook(start, words)
    if service != NONE:
        _pipeline(start, service, words)
    _ignore(start, repository)
    if not repository.used:
        start.next.append('keep it in git: after "git init", run "bpogov init" again for a check before each commit')
    elif not repository.top:
        start.next.append("a hook and a CI file belong into the top folder of the repository, so none was written here")
    return start


def _govern(start: Start, day: date) -> None:
    """The configuration; and a first engagement, unless somebody began already."""
    engagements = below(start.folder, "engagements")
    begun = os.path.lexists(engagements) and not (os.path.isdir(engagements) and not os.listdir(engagements))
    if os.path.normpath(start.folder) != os.curdir:
        start.next.append(f'go to the folder: cd "{shown(start.folder)}"')
    new = start.write("bpogov.yaml", filled("bpogov.yaml", {}), "what is checked, and by which rules")
    if begun:
        start.left.append(shown(engagements))
    elif new:
        name = f"engagements/{_FIRST}.yaml"
        start.write(name, engagement(_FIRST, day), "an engagement to start from")
        start.next.append(f"change {name} to what you agreed")
    start.next.append('run "bpogov check", which says what is missing')


def _hook(start: Start, words: dict[str, str]) -> None:
    if start.write(".pre-commit-config.yaml", filled("hook.yaml", words), "a check before each commit"):
        start.next.append('run "pre-commit install" once on each computer, so that commits are checked')
    elif not _mentions(start, ".pre-commit-config.yaml"):
        _, _, block = filled("hook.yaml", words).partition("repos:\n")
        start.next.append(
            f"for a check before each commit, put this under repos in .pre-commit-config.yaml:\n{block.rstrip()}"
        )


def _pipeline(start: Start, service: str, words: dict[str, str]) -> None:
    if service == GITHUB:
        start.write(".github/workflows/bpogov.yml", filled("github.yaml", words), "a check of each pull request")
        return
    text, about = filled("gitlab.yaml", words), "a check of each merge request"
    if start.write(".gitlab-ci.yml", text, about) or _mentions(start, ".gitlab-ci.yml"):
        return
    start.write(".gitlab/bpogov.yml", text, about)
    start.next.append(f"for {about}, put this into .gitlab-ci.yml:\n  include:\n    - local: .gitlab/bpogov.yml")


def _mentions(start: Start, name: str) -> bool:
    """Whether a file that is there speaks of bpogov already; one that cannot be read may."""
    try:
        with open(below(start.folder, name), encoding="utf-8", errors="replace") as file:
            return "bpogov" in file.read()
    except OSError:
        return True


def _ignore(start: Start, repository: Repository) -> None:
    """Keep what bpogov remembers out of git."""
    path = below(start.folder, ".gitignore")
    if not os.path.lexists(path):
        if repository.top:
            start.write(".gitignore", f"{_CACHE}\n", "keeps what bpogov remembers out of git")
        return
    try:
        with open(path, "rb") as file:
            text = file.read()
        if _CACHE.strip("/").encode() in (line.strip().strip(b"/") for line in text.splitlines()):
            return
        with open(path, "ab") as file:
            file.write(b"\n" * (text[-1:] not in b"\n") + f"{_CACHE}\n".encode())
    except OSError as error:
        message = f'"{shown(path)}" cannot be changed: {error.strerror}'
        raise UsageError(message, f"add the line {_CACHE} to it") from error
    start.changed[shown(path)] = f"added {_CACHE}"
