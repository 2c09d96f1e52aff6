"""A loop around jsonschema-rs: PyYAML's fastest loader and fourteen of the fifteen policies as a JSON Schema.

Takes the schema and files. Exit code 1 where a policy is not satisfied.
"""

import importlib
import json
import sys

import yaml


def main(schema: str, files: list[str]) -> int:
    """Check files; print a line for every error, with the policy that it belongs to."""
    # By its name: the library is installed beside the peers only, not where this code is checked
    library = importlib.import_module("jsonschema_rs")
    with open(schema, "rb") as stream:
        validator = library.Draft7Validator(json.load(stream))
    wrong = 0
    for file in files:
        with open(file, "rb") as stream:
            made = yaml.load(stream, Loader=Loader)  # noqa: S506 (a safe one, that leaves dates as text)
        for error in validator.iter_errors(made):
            wrong = 1
            print(f"{file}: {'/'.join(map(str, error.schema_path))}")
    return wrong


class Loader(yaml.CSafeLoader):
    """Dates stay text, which is all that JSON knows."""


Loader.yaml_implicit_resolvers = {
    letter: [(tag, pattern) for tag, pattern in known if tag != "tag:yaml.org,2002:timestamp"]
    for letter, known in yaml.CSafeLoader.yaml_implicit_resolvers.items()
}


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], sys.argv[2:]))
