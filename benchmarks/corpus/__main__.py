"""Write engagements into a folder: `python -m benchmarks.corpus FOLDER 1000`.

A second number is the seed. Beside the engagements nothing is written; `python -m benchmarks.corpus FOLDER 1000
--planted FILE` also writes down which files have which defects.
"""

import argparse
import json
from pathlib import Path

from benchmarks.corpus.files import SEED, write


def main() -> None:
    """Write the files, and say how many have a defect."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.corpus", description="Write engagements into a folder.")
    parser.add_argument("folder", type=Path, help="where they go; made if it is missing")
    parser.add_argument("count", type=int, help="how many")
    parser.add_argument("--seed", type=int, default=SEED, help=f"another seed gives other files (default: {SEED})")
    parser.add_argument("--planted", type=Path, help="also write down which file breaks which policies, as JSON")
    asked = parser.parse_args()
    planted = write(asked.folder, asked.count, asked.seed)
    if asked.planted:
        found = {name: sorted(policies) for name, policies in planted.items()}
        asked.planted.write_text(json.dumps(found, indent=1) + "\n", encoding="utf-8")
    wrong = sum(bool(policies) for policies in planted.values())
    print(f"{asked.count} engagements in {asked.folder}, {wrong} with planted defects")


if __name__ == "__main__":
    main()
