"""The names of files as other programs expect them: relative to the working directory, with forward slashes."""

from bpogov.report.safe.inert import inert

_SAFE = "/-._~"


def plain_name(file: str) -> str:
    """Give a name without `./` and empty steps: the form in which a repository names its files.

    It holds no control characters and no lone surrogates; a file whose real name does is not found under this one.
    """
    return inert(_short(file)).replace("\n", "␊")


def uri(file: str) -> str:
    """Give a name as a URI (RFC 3986) in ASCII: relative where the name is, `file:` where it starts at a root.

    Everything but letters, digits and `-._~/` is percent-encoded, byte for byte as the file system has it.
    """
    from urllib.parse import quote_from_bytes  # imported here: most formats have no URIs

    short = _short(file)
    encoded = quote_from_bytes(_bytes(short), safe=_SAFE)
    if short.startswith("/"):
        return f"file://{encoded}"
    if short[1:3] == ":/":
        return f"file:///{short[0]}:{encoded[4:]}"
    return encoded


def _short(file: str) -> str:
    root = "/" if file.startswith("/") else ""
    return root + "/".join(step for step in file.split("/") if step not in {"", "."})


def _bytes(name: str) -> bytes:
    """The bytes of a name; those that are no UTF-8 stand in it as low surrogates (PEP 383)."""
    try:
        return name.encode("utf-8", "surrogateescape")
    except UnicodeEncodeError:
        return name.encode("utf-8", "replace")
