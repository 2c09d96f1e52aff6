"""The promises that the tree of files makes to a reader."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from tests.repo.tree import PACKAGE, ROOT, files, modules, name, texts

LONGEST_MODULE = 300
MOST_PRAGMAS = 5
NO_NAMES = {"utils", "util", "helpers", "helper", "common", "misc", "manager", "handler"}


def _defines_something(module: Path) -> bool:
    kinds = (ast.FunctionDef, ast.AsyncFunctionDef)
    return any(isinstance(node, kinds) for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))))


def _tests() -> Iterator[tuple[Path, ast.FunctionDef]]:
    for path in files():
        if path.is_relative_to(ROOT / "tests") and path.name.startswith("test_") and path.suffix == ".py":
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
                if isinstance(node, ast.FunctionDef) and node.name.startswith("test_"):
                    yield path, node


def test_a_module_fits_in_one_reading() -> None:
    """No module of the package is longer than 300 lines."""
    lines = {name(path): len(path.read_text(encoding="utf-8").splitlines()) for path in modules()}
    assert {path: count for path, count in lines.items() if count > LONGEST_MODULE} == {}


def test_every_module_has_its_mirror() -> None:
    """A module that calculates anything has a test of the same name in the same room."""
    missing = []
    for path in modules():
        room = path.relative_to(PACKAGE).parent
        mirror = ROOT / "tests" / room / f"test_{path.stem.strip('_')}.py"
        if _defines_something(path) and not mirror.is_file():
            missing.append(f"{name(path)} -> {name(mirror)}")
    assert missing == []


def test_every_test_says_what_it_proves() -> None:
    """Each test has a docstring."""
    assert [f"{name(path)}::{node.name}" for path, node in _tests() if not ast.get_docstring(node)] == []


def test_rooms_open_without_importing_anything() -> None:
    """The `__init__` files of the package hold no code: start-up time and coupling depend on it."""
    opened = [path for path in modules() if path.name == "__init__.py"]
    assert [name(path) for path in opened if ast.parse(path.read_text(encoding="utf-8")).body[1:]] == []


def test_modules_are_called_after_what_they_hold() -> None:
    """No module is a drawer for odds and ends."""
    assert [name(path) for path in modules() if path.stem in NO_NAMES] == []


def test_coverage_is_not_bought_with_pragmas() -> None:
    """At most a handful of lines are left out of the coverage."""
    mark = re.compile(r"#\s*pragma:")
    found = [
        name(path) for path in modules() for line in path.read_text(encoding="utf-8").splitlines() if mark.search(line)
    ]
    assert len(found) <= MOST_PRAGMAS, found


def test_a_silenced_check_has_its_reason() -> None:
    """Behind each `noqa` in brackets, behind each `type: ignore` as a comment."""
    reason = re.compile(r"noqa: [A-Z0-9, ]+ \(.+\)|type: ignore\[[\w, -]+\]  # .+")
    silenced = [
        f"{name(path)}: {line.strip()}"
        for path in modules()
        for line in path.read_text(encoding="utf-8").splitlines()
        if re.search(r"# (noqa|type: ignore)", line) and not reason.search(line)
    ]
    assert silenced == []


def test_a_benchmark_that_a_comment_names_is_there() -> None:
    """An optimisation names what justifies it."""
    gone = [
        f"{name(path)}: {said}"
        for path in modules()
        for said in re.findall(r"benchmarks/[\w./]*\w", path.read_text(encoding="utf-8"))
        if not (ROOT / said).exists()
    ]
    assert gone == []


def test_nobody_s_machine_shows_through() -> None:
    """No file names a folder that exists on one machine only."""
    place = re.compile(r"(?<![\w.}/-])/(?:home|root|Users|work)/[\w.-]")
    found = [f"{name(path)}: {match.group()}" for path, text in texts() for match in place.finditer(text)]
    assert found == []


def test_text_files_are_tidy() -> None:
    """Committed text ends with a line end and has no trailing space, test data apart."""
    untidy = []
    for path, text in texts():
        if not text or path.is_relative_to(ROOT / "tests") or path.name == "LICENSE":
            continue
        if not text.endswith("\n") or text.endswith("\n\n") or re.search(r"[ \t]+$", text, re.MULTILINE):
            untidy.append(name(path))
    assert untidy == []
