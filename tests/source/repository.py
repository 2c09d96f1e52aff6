"""A git repository made for one test."""

import subprocess
from collections.abc import Mapping
from pathlib import Path

from bpogov.source.git import surroundings

_WHO = ("-c", "user.name=A Person", "-c", "user.email=person@example.com", "-c", "commit.gpgsign=false")


def git(folder: str, *arguments: str) -> str:
    """Run git in a folder, which has to work, and give what it wrote."""
    command = ["git", *_WHO, "-C", folder, *arguments]
    done = subprocess.run(command, capture_output=True, text=True, env=surroundings(), check=True)
    return done.stdout.strip()


def commit(folder: str = ".", message: str = "change") -> str:
    """Commit everything in a repository, and give the commit."""
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "--allow-empty", "--message", message)
    return git(folder, "rev-parse", "HEAD")


def repository(files: Mapping[str, str], folder: str = ".") -> str:
    """Make a repository with these files in its first commit on main, and give the commit."""
    Path(folder).mkdir(parents=True, exist_ok=True)
    git(folder, "init", "--quiet", "--initial-branch", "main")
    for name, content in files.items():
        path = Path(folder) / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content, encoding="utf-8")
    return commit(folder, "first")
