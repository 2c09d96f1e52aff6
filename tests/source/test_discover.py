"""Finding files and reading their bytes."""

import os
from pathlib import Path

import pytest

from bpogov.core.errors import UsageError
from bpogov.source.discover import discover, read
from bpogov.source.limits import Limits
from bpogov.source.load import load

PATTERNS = ("engagements/**/*.yaml", "**/*.engagement.yaml")


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A governed repository, as the working directory."""
    for name in (
        "bpogov.yaml",
        "engagements/b.yaml",
        "engagements/a.yaml",
        "engagements/deep/c.yaml",
        "engagements/deep/.hidden.yaml",
        "engagements/notes.txt",
        "engagements/.git/x.yaml",
        "engagements/node_modules/x.yaml",
        ".bpogov_cache/x.engagement.yaml",
        "other/d.engagement.yaml",
        "contracts/e.yaml",
        "contracts/f.yml",
        "empty/readme.md",
        "file.txt",
    ):
        path = tmp_path / "repo" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("a: 1\n")
    monkeypatch.chdir(tmp_path / "repo")
    return Path()


def test_without_paths_the_patterns_decide(root: Path) -> None:
    """Without paths everything below the root that a pattern matches is found, sorted, hidden folders left out."""
    expected = ("engagements/a.yaml", "engagements/b.yaml", "engagements/deep/c.yaml", "other/d.engagement.yaml")
    assert discover([], PATTERNS, root) == expected
    assert discover([], ("./engagements/?.yaml",), root) == ("engagements/a.yaml", "engagements/b.yaml")
    assert discover([], ("other/**",), root) == ("other/d.engagement.yaml",)


def test_a_pattern_for_yaml_means_both_endings(root: Path) -> None:
    """A file that ends in .yml is YAML too, and nobody should believe that it is checked when it is not."""
    for name in ("short.yml", "long.yaml", "other.yamlx", "xyml"):
        (root / "engagements" / name).write_text("", encoding="utf-8")
    found = discover((), ("engagements/*.yaml",), root)
    assert {Path(file).name for file in found} >= {"short.yml", "long.yaml"}
    assert not {Path(file).name for file in found} & {"other.yamlx", "xyml"}


@pytest.mark.usefixtures("root")
def test_from_a_folder_below_the_root(monkeypatch: pytest.MonkeyPatch) -> None:
    """Names stay relative to where the user is, even if the root is above."""
    monkeypatch.chdir("engagements")
    assert discover([], ("other/*",), Path("..").resolve()) == ("../other/d.engagement.yaml",)
    assert discover(["."], PATTERNS, Path("..")) == ("a.yaml", "b.yaml", "deep/c.yaml")


def test_files_are_taken_whatever_their_name(root: Path) -> None:
    """A named file is always included, once, as the user named it; `-` is left to the caller."""
    assert discover(["file.txt", "./file.txt", "-", "-"], PATTERNS, root) == ("-", "file.txt")
    assert discover(["engagements/.git/x.yaml"], PATTERNS, root) == ("engagements/.git/x.yaml",)


def test_folders_are_searched(root: Path) -> None:
    """Of a folder the matching files are taken, or every YAML file where no pattern reaches into it."""
    assert discover(["engagements/deep/"], PATTERNS, root) == ("engagements/deep/c.yaml",)
    assert discover(["./other", "other"], PATTERNS, root) == ("./other/d.engagement.yaml",)
    assert discover(["contracts"], PATTERNS, root) == ("contracts/e.yaml", "contracts/f.yml")
    assert discover(["."], PATTERNS, root)[0] == "engagements/a.yaml"


def test_folders_outside_the_root(root: Path) -> None:
    """A named folder outside the root is searched for YAML files."""
    outside = Path("..").resolve() / "outside"
    outside.mkdir()
    (outside / "x.yaml").touch()
    assert discover(["../outside"], PATTERNS, root) == ("../outside/x.yaml",)


def test_symbolic_links(root: Path) -> None:
    """Links are followed inside the root, never in a circle, and not out of it; reading tells which lead nowhere."""
    outside = Path("..").resolve() / "outside"
    outside.mkdir()
    (outside / "x.yaml").touch()
    links = {
        "engagements/loop": Path("engagements").resolve(),
        "engagements/out": outside,
        "engagements/x.yaml": outside / "x.yaml",
        "engagements/contracts": Path("contracts").resolve(),
        "engagements/again.yaml": Path("engagements/a.yaml").resolve(),
        "engagements/broken.yaml": Path("nowhere").resolve(),
        "engagements/circle.yaml": Path("engagements").resolve() / "circle.yaml",
    }
    for name, target in links.items():
        Path(name).symlink_to(target)
    assert discover(["engagements"], PATTERNS, root) == (
        "engagements/a.yaml",
        "engagements/b.yaml",
        "engagements/broken.yaml",
        "engagements/circle.yaml",
        "engagements/contracts/e.yaml",
        "engagements/contracts/f.yml",
        "engagements/deep/c.yaml",
    )


def problem(paths: list[str], root: Path) -> tuple[str, str]:
    """Give message and help of the usage error that `paths` raise."""
    with pytest.raises(UsageError) as caught:
        discover(paths, PATTERNS, root)
    return caught.value.problems[0].message, caught.value.problems[0].help


def test_missing_paths(root: Path) -> None:
    """Every missing path is named, with the name that was probably meant."""
    assert problem(["engagement"], root) == ('There is no file or folder "engagement"', 'did you mean "engagements"?')
    assert problem(["contracts/e.yml", "zzz"], root) == (
        'There is no file or folder "contracts/e.yml", "zzz"',
        'did you mean "contracts/e.yaml"?',
    )
    assert problem(["zzz"], root)[1] == "check the name, and the folder in which you run bpogov"
    assert problem(["no/zzz"], root)[1] == 'The folder "no" does not exist, either'
    assert problem(["a\0b"], root)[0] == 'There is no file or folder "a\0b"'


def test_nothing_to_check(root: Path) -> None:
    """A search that finds nothing is an error, not a success."""
    assert problem(["empty"], root)[0] == 'Nothing to check: no file in "empty" matches *.yaml or *.yml'
    for name in ("a.yaml", "b.yaml", "deep/c.yaml"):
        Path("engagements", name).unlink()
    assert problem(["engagements"], root)[0] == (
        'Nothing to check: no file in "engagements" matches engagements/**/*.yaml or **/*.engagement.yaml'
    )


def test_nothing_to_check_where_that_is_allowed(root: Path) -> None:
    """A folder without a file leaves the others; a path that is missing stays an error."""
    found = discover(["empty", "contracts"], PATTERNS, root, may_be_empty=True)
    assert found == ("contracts/e.yaml", "contracts/f.yml")
    assert discover(["empty"], PATTERNS, root, may_be_empty=True) == ()
    with pytest.raises(UsageError, match='There is no file or folder "nowhere"'):
        discover(["empty", "nowhere"], PATTERNS, root, may_be_empty=True)


def test_folder_that_cannot_be_listed(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A folder that may not be listed is named."""

    def refuse(folder: str) -> object:
        raise PermissionError(13, "Permission denied", folder)

    monkeypatch.setattr(os, "scandir", refuse)
    assert problem(["contracts"], root)[0] == 'The folder "contracts" cannot be read: Permission denied'


@pytest.mark.usefixtures("root")
def test_root_on_another_drive(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where no relative name exists, the root is named in full."""

    def refuse(path: object) -> str:
        raise ValueError(path)

    monkeypatch.setattr(os.path, "relpath", refuse)
    whole = Path.cwd()
    assert discover([], ("contracts/*.yml",), whole) == (f"{whole.as_posix()}/contracts/f.yml",)


@pytest.mark.usefixtures("root")
def test_read() -> None:
    """Reading gives the bytes, and of a file over the limit just enough to see it."""
    assert read("file.txt") == b"a: 1\n"
    raw = read("file.txt", Limits(size=2))
    assert raw == b"a: "
    assert [finding.rule for finding in load(raw, "file.txt", Limits(size=2)).findings] == ["YML004"]


@pytest.mark.usefixtures("root")
def test_read_refuses(monkeypatch: pytest.MonkeyPatch) -> None:
    """What cannot be read is named in plain words."""
    for path, message in {
        "fle.txt": 'There is no file "fle.txt"',
        "contracts": '"contracts" is a folder, not a file',
        "a\0b": '"a\0b" cannot be read: its name cannot be used',
    }.items():
        with pytest.raises(UsageError, match="^" + message.replace("\0", ".") + "$"):
            read(path)

    def refuse(*_: object, **__: object) -> object:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("builtins.open", refuse)
    with pytest.raises(UsageError, match=r'^"file\.txt" cannot be read: Permission denied$'):
        read("file.txt")


@pytest.mark.usefixtures("root")
@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no named pipes on this system")
def test_read_does_not_wait_for_a_pipe() -> None:
    """A pipe that nobody writes into, and a device without end, are refused at once."""
    os.mkfifo("pipe.yaml")
    for path in ("pipe.yaml", os.devnull):
        with pytest.raises(UsageError, match=f'^"{path}" is a pipe or a device, not a file$'):
            read(path)


def test_what_is_no_file_is_no_engagement(root: Path) -> None:
    """A pipe in a folder is passed over, whatever its name."""
    os.mkfifo("engagements/deep/pipe.yaml")
    assert discover(["engagements/deep"], PATTERNS, root) == ("engagements/deep/c.yaml",)
