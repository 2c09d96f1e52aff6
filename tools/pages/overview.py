"""The parts of hand-written files that facts fill in: the table of packs, and the list of decisions."""

import re
from pathlib import Path

from bpogov.policy.pack import Pack
from tools.pages import markdown

_BETWEEN = re.compile(r"(?s)(<!-- packs: written by `make docs` -->\n).*?(<!-- end of packs -->)")


def readme(text: str, packs: tuple[Pack, ...]) -> str:
    """Give the README with the table of packs as the packs are now."""
    rows = (
        (
            f"[{pack.form.name}](docs/reference/rules/{pack.form.name.rpartition('/')[2]}/README.md)",
            str(len(pack.rules)),
            pack.form.description,
        )
        for pack in packs
    )
    table = markdown.table(("pack", "rules", "what it checks"), rows)
    return _BETWEEN.sub(lambda match: f"{match.group(1)}{table}\n{match.group(2)}", text)


def decisions(folder: Path) -> str:
    """Give the index of the decision records, from their titles and states."""
    rows = []
    for path in sorted(folder.glob("[0-9]*.md")):
        text = path.read_text(encoding="utf-8")
        title = text.splitlines()[0].removeprefix("# ")
        state = re.search(r"(?m)^Status: (.+)$", text)
        rows.append((f"[{title}]({path.name})", state.group(1) if state else ""))
    return markdown.join([markdown.GENERATED, "# Decisions", markdown.table(("decision", "status"), rows)])
