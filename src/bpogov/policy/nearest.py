"""Which configuration counts where nobody names one, and where packs of an organisation lie that nobody lists."""

import os

from bpogov.source.tree import WORKING_TREE, Tree

FILE_NAME = "bpogov.yaml"
OWN_PACKS = "policies"


def find(tree: Tree = WORKING_TREE) -> str | None:
    """The `bpogov.yaml` that counts here: the nearest one, looked for from the working directory upwards."""
    for level in range(os.path.realpath(os.curdir).rstrip(os.sep).count(os.sep) + 1):
        file = "/".join([".."] * level + [FILE_NAME])
        if tree.is_file(file):
            return file
    return None
