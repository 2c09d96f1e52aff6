"""Write the generated pages of the documentation, or with `--check` say which of them are stale.

Writing also runs the consoles of hand-written pages again and puts in what they print now: read the difference before
you commit it.

Run it as `make docs`. Whatever a page says comes from the place that the tool itself reads: rule files, the model, the
declarations of functions, the commands. Pages of rules that are gone are removed.
"""

import sys
from pathlib import Path

from tools.pages import advice, blocks, commands, consoles, files, functions, overview, rules

ROOT = Path(__file__).resolve().parents[1]
REFERENCE = "docs/reference"
README = "README.md"


def pages() -> dict[str, str]:
    """Give every generated file, README included: path from the root of the repository, and text."""
    packs = rules.shipped_packs()
    made = {f"{REFERENCE}/rules/{name}": text for name, text in rules.pages(packs).items()}
    made |= {f"{REFERENCE}/{name}": text for name, text in files.pages().items()}
    made[f"{REFERENCE}/functions.md"] = functions.page()
    made[f"{REFERENCE}/cli.md"] = commands.page()
    made["docs/adr/README.md"] = overview.decisions(ROOT / "docs" / "adr")
    made["docs/advice.md"] = advice.page(packs)
    made[README] = overview.readme((ROOT / README).read_text(encoding="utf-8"), packs)
    return made


def stale() -> list[str]:
    """Give the paths of the files that `make docs` would write, change or remove."""
    made = pages()
    changed = [path for path, text in made.items() if not (ROOT / path).is_file() or _text(path) != text]
    return sorted([*changed, *_left_over(made)])


def write() -> list[str]:
    """Write what is stale, run the consoles again, and give the paths of the files that changed."""
    made = pages()
    found = stale()
    for path in found:
        target = ROOT / path
        if path in made:
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(made[path], encoding="utf-8")
        else:
            target.unlink()
    for page in blocks.hand_written():
        text = consoles.refreshed(page)
        if text != page.read_text(encoding="utf-8"):
            page.write_text(text, encoding="utf-8")
            found.append(page.relative_to(ROOT).as_posix())
    return found


def _text(path: str) -> str:
    return (ROOT / path).read_text(encoding="utf-8")


def _left_over(made: dict[str, str]) -> list[str]:
    there = (path.relative_to(ROOT).as_posix() for path in (ROOT / REFERENCE / "rules").rglob("*.md"))
    return [path for path in there if path not in made]


def main(arguments: list[str]) -> int:
    """Write or check, and say what was found."""
    check = arguments == ["--check"]
    found = stale() if check else write()
    for path in found:
        print(f"stale: {path}" if check else f"wrote {path}")
    if check and found:
        print("run: make docs")
    return int(check and bool(found))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
