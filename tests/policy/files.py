"""Policy files made for one test: texts, files in the working directory, and what reading them says."""

from pathlib import Path

import pytest
from pydantic import BaseModel

from bpogov.core.errors import PolicyError
from bpogov.core.finding import Notification
from bpogov.policy.authored import AuthoredPolicy
from bpogov.policy.library import shipped_folder
from bpogov.policy.load import load_packs, load_policy_set
from bpogov.policy.reading import read_document
from bpogov.source.load import load

RULE = {
    "apiVersion": "bpogov/v1",
    "kind": "Rule",
    "id": "OWN001",
    "name": "few-goals",
    "title": "Few goals",
    "severity": "warning",
    "from": "in-review",
    "rationale": "Many goals are none.",
    "remediation": "Keep the goals that count.",
    "assert": "engagement.goals.size() < 4",
    "at": "$.goals",
    "message": "There are many goals",
    "examples": (
        "[{name: one goal, given: {use: shop}, expect: pass},"
        " {name: many, given: {use: shop, patch: [{op: remove, path: /goals}]}, expect: {outcome: fail, at: $.goals}}]"
    ),
}

PACK = {
    "apiVersion": "bpogov/v1",
    "kind": "Pack",
    "name": "own",
    "version": '"1"',
    "title": "Our own rules",
    "description": "What we ask for beside the rest",
    "today": "2026-11-21",
    "examples": "{shop: examples/shop.yaml}",
}

CONFIGURATION = {"apiVersion": "bpogov/v1", "kind": "Configuration"}


def text(base: dict[str, str], keys: dict[str, str | None]) -> str:
    """A file with the keys of `base`, changed by `keys`: None takes a key away."""
    merged = {**base, **keys}
    return "".join(f"{key}: {value}\n" for key, value in merged.items() if value is not None)


def rule(**keys: str | None) -> str:
    """A rule file; `from_`, `as_` and `assert_` stand for the words that Python keeps for itself."""
    return text(RULE, {key.rstrip("_"): value for key, value in keys.items()})


def many(count: int) -> str:
    """Two assertions or more, in the long form of `assert`."""
    entries = (f'{{id: part-{n}, that: "true", at: $.goals, message: No}}' for n in range(1, count + 1))
    return f"[{', '.join(entries)}]"


def pack(**keys: str | None) -> str:
    """The manifest of a pack."""
    return text(PACK, dict(keys))


def configuration(**keys: str | None) -> str:
    """A configuration file."""
    return text(CONFIGURATION, dict(keys))


def write(file: str, content: str) -> str:
    """Write a file below the working directory, with the folders that it needs."""
    path = Path(file)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(content, encoding="utf-8")
    return file


def write_pack(folder: str, *rules: str, **keys: str | None) -> str:
    """Write a pack with the rules, each in the file that its name asks for, and an engagement for examples."""
    write(f"{folder}/pack.yaml", pack(**keys))
    for content in rules:
        name = next(line.removeprefix("name: ") for line in content.splitlines() if line.startswith("name: "))
        write(f"{folder}/goals/{name}.yaml", content)
    write(f"{folder}/examples/shop.yaml", shop())
    return folder


def shop() -> str:
    """A small, sound engagement: that of the shipped pack."""
    return (shipped_folder() / "core/examples/starter.yaml").read_text(encoding="utf-8")


def read_text(content: str, form: type[BaseModel]) -> list[Notification]:
    """The problems in one file."""
    problems: list[Notification] = []
    read_document(load(content.encode(), "file.yaml"), form, problems)
    return problems


def only(problems: list[Notification]) -> Notification:
    """The one problem that there is."""
    assert len(problems) == 1, [(problem.code, problem.message) for problem in problems]
    return problems[0]


def place(problem: Notification) -> tuple[str, int, int]:
    """File, line and column of a problem."""
    assert problem.location is not None
    return problem.location.order


def path(problem: Notification) -> str:
    """The path of a problem."""
    assert problem.location is not None
    return problem.location.path


def problems_of(*packs: str) -> list[Notification]:
    """What is wrong with packs."""
    with pytest.raises(PolicyError) as caught:
        load_packs(packs)
    return list(caught.value.problems)


def configured_problems(file: str | None = None) -> list[Notification]:
    """What is wrong with the nearest configuration, or with the one in `file`, and its packs."""
    with pytest.raises(PolicyError) as caught:
        load_policy_set(file, None)
    return list(caught.value.problems)


def configured() -> AuthoredPolicy:
    """The policy set of the nearest configuration."""
    return load_policy_set(None, None)
