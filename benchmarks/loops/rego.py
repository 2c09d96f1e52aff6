"""A loop around rego-cpp: PyYAML's fastest loader and the fifteen policies in Rego.

Takes the policies and files. Exit code 1 where a policy is not satisfied.
"""

import importlib
import json
import sys

import yaml


def main(policies: str, files: list[str]) -> int:
    """Check files; print a line for every policy that one does not satisfy."""
    # By its name: the library is installed beside the peers only, not where this code is checked
    interpreter = importlib.import_module("regopy").Interpreter()
    with open(policies, encoding="utf-8") as stream:
        interpreter.add_module("fifteen", stream.read())
    wrong = 0
    for file in files:
        with open(file, "rb") as stream:
            made = yaml.load(stream, Loader=yaml.CSafeLoader)
        interpreter.set_input_term(json.dumps(made, default=str))
        [broken] = json.loads(str(interpreter.query("data.fifteen.broken")))["expressions"]
        for name in broken:
            wrong = 1
            print(f"{file}: {name}")
    return wrong


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], sys.argv[2:]))
