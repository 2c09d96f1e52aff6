"""Which configuration counts where nobody names one, and where packs of an organisation lie that nobody lists."""

from pathlib import Path as FilePath

from bpogov.source.tree import WORKING_TREE, Tree

FILE_NAME = "bpogov.yaml"
OWN_PACKS = "policies"


def find(start: FilePath, tree: Tree = WORKING_TREE) -> str | None:
    """The `bpogov.yaml` that counts for a folder: the nearest one, looked for from the folder upwards."""
    for level in range(len(start.resolve().parts)):
        file = "/".join([".."] * level + [FILE_NAME])
        if tree.is_file((start / file).as_posix()):
            return file
    return None
