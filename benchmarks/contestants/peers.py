"""Other checkers that install from PyPI and npm, each told the fifteen policies as far as it can express them."""

import json
import re
from collections.abc import Iterator
from pathlib import Path

from benchmarks.contestants.contestant import (
    LOOPS,
    ROOT,
    SAID,
    Contestant,
    Findings,
    by_file,
    lines,
    together,
    without,
)

PLACE = ROOT / ".venv" / "peers"
PYTHON = PLACE / "bin" / "python"
NODE = PLACE / "node_modules" / ".bin"
SCHEMA = str(SAID / "fifteen.schema.json")
SCHEMA_CAN = without("references-resolve")
YAMALE_CAN = without("contacts-both-sides", "meetings-two-way", "references-resolve", "no-todo")
NO_REFERENCES = "14 of 15: a schema cannot follow references"
LINT = "lint only: how the text is written, no policy"


def _definition(path: str) -> str:
    """The policy that an error of a schema belongs to."""
    found = re.search(r"(?:definitions/|allOf/)([\w-]+)", path)
    named = found.group(1) if found else path
    if named == "#/not":  # what refers to itself is compiled apart, and its paths start anew
        return "no-todo"
    if named.isdigit():
        return _in_order()[int(named)]
    return named


def _in_order() -> list[str]:
    with open(SCHEMA, encoding="utf-8") as stream:
        return [one["$ref"].rpartition("/")[2] for one in json.load(stream)["allOf"]]


def _schema_lines(said: str) -> Findings:
    found = (line.partition(": ") for line in said.splitlines() if ": " in line)
    return frozenset((file, _definition(path)) for file, _, path in found)


def _check_jsonschema(said: str) -> Findings:
    return by_file(error["filename"].rpartition("/")[2] for error in json.loads(said)["errors"])


def _yamale(said: str) -> Findings:
    return by_file(re.findall(r"(?m)^Error validating data '([^']+)'", said))


def _sourcemeta(said: str) -> Findings:
    return by_file(re.findall(r"(?m)^fail: (\S+)", said))


def _ajv(said: str) -> Findings:
    """Read a line `FILE invalid` and the line of errors behind it."""
    return frozenset(_ajv_pairs(said))


def _ajv_pairs(said: str) -> Iterator[tuple[str, str]]:
    file = ""
    for line in said.splitlines():
        if line.endswith(" invalid"):
            file = line.removesuffix(" invalid").rpartition("/")[2]
        elif line.startswith("[{"):
            yield from ((file, _definition(error["schemaPath"])) for error in json.loads(line))


def _v8r(said: str) -> Findings:
    results, _ = json.JSONDecoder().raw_decode(said)
    return frozenset(
        (one["fileLocation"].rpartition("/")[2].removeprefix("./"), _definition(error["schemaPath"]))
        for one in results["results"]
        for error in one["errors"] or ()
    )


def _spectral(said: str) -> Findings:
    found, _ = json.JSONDecoder().raw_decode(said)
    return frozenset((Path(one["source"]).name, one["code"]) for one in found)


PEERS = (
    Contestant(
        "loop with jsonschema-rs",
        lambda files: [str(PYTHON), str(LOOPS / "rust_schema.py"), SCHEMA, *files],
        _schema_lines,
        SCHEMA_CAN,
        needs=PYTHON,
        note=f"{NO_REFERENCES}; no places",
    ),
    Contestant(
        "loop with rego-cpp",
        lambda files: [str(PYTHON), str(LOOPS / "rego.py"), str(SAID / "fifteen.rego"), *files],
        lines,
        needs=PYTHON,
        note="no places",
    ),
    Contestant(
        "yamale",
        lambda files: [
            *(str(PLACE / "bin/yamale"), "-n", "1", "--no-strict", "-s", str(SAID / "yamale.yaml")),
            *together(files),
        ],
        _yamale,
        YAMALE_CAN,
        names_them=False,
        needs=PLACE / "bin/yamale",
        note="11 of 15; no lines",
    ),
    Contestant(
        "check-jsonschema",
        lambda files: [str(PLACE / "bin/check-jsonschema"), "--schemafile", SCHEMA, "-o", "json", *files],
        _check_jsonschema,
        SCHEMA_CAN,
        names_them=False,
        needs=PLACE / "bin/check-jsonschema",
        note=f"{NO_REFERENCES}; no lines",
    ),
    Contestant(
        "sourcemeta jsonschema",
        lambda files: [str(PYTHON), "-m", "sourcemeta_jsonschema", "validate", SCHEMA, "--continue", *files],
        _sourcemeta,
        SCHEMA_CAN,
        names_them=False,
        needs=PYTHON,
        ends=frozenset({0, 1, 2}),
        note=f"C++; {NO_REFERENCES}",
    ),
    Contestant(
        "ajv-cli",
        lambda files: [
            *(str(NODE / "ajv"), "validate", "--all-errors", "--strict=false", "--errors=line", "-s", SCHEMA),
            *(word for file in files for word in ("-d", file)),
        ],
        _ajv,
        SCHEMA_CAN,
        needs=NODE / "ajv",
        note=f"JavaScript; {NO_REFERENCES}; no lines",
    ),
    Contestant(
        "v8r",
        lambda files: [str(NODE / "v8r"), "--no-ignore", "-s", SCHEMA, "--output-format", "json", *files],
        _v8r,
        SCHEMA_CAN,
        needs=NODE / "v8r",
        ends=frozenset({0, 99}),
        note=f"JavaScript; {NO_REFERENCES}; no lines",
    ),
    Contestant(
        "spectral",
        lambda files: [
            str(NODE / "spectral"),
            "lint",
            "-q",
            "-f",
            "json",
            "-r",
            str(SAID / "spectral/fifteen.yaml"),
            *files,
        ],
        _spectral,
        needs=NODE / "spectral",
        note="JavaScript; three policies need functions in JavaScript",
    ),
    Contestant(
        "yamllint",
        lambda files: [str(PLACE / "bin/yamllint"), "-c", str(SAID / "yamllint.yaml"), "-f", "parsable", *files],
        lines,
        frozenset(),
        needs=PLACE / "bin/yamllint",
        note=LINT,
    ),
    Contestant(
        "ryl",
        lambda files: [str(PLACE / "bin/ryl"), "check", "-c", str(SAID / "ryl.toml"), "--no-cache", *files],
        lines,
        frozenset(),
        needs=PLACE / "bin/ryl",
        note=f"Rust; {LINT}",
    ),
)
