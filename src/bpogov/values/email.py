"""An e-mail address: `ana@example.com` (the dot-atom form of RFC 5322, with a domain of RFC 1035)."""

import re

from bpogov.values.errors import BadValue, quoted


def parse(text: str) -> str:
    """Read one e-mail address and give it back as written.

    Quoted local parts, comments, addresses in numbers and letters beyond ASCII are not accepted. The local part has
    at most 64 characters, the whole at most 254 (RFC 5321). Raises BadValue.
    """
    if _good(text):
        return text
    if len(_ADDRESSES.findall(text[:_SEARCHED])) > 1:
        raise BadValue(f"{quoted(text)} holds more than one e-mail address; write one, for example {_EXAMPLE}")
    raise BadValue(f"{quoted(text)} is not an e-mail address; write for example {_EXAMPLE}", _meant(text))


def _good(text: str) -> bool:
    if len(text) > _LONGEST or not _ADDRESS.fullmatch(text):
        return False
    local, _, domain = text.partition("@")
    return len(local) <= _LONGEST_LOCAL and all(len(label) <= _LONGEST_LABEL for label in domain.split("."))


def _meant(text: str) -> str:
    plain = text[:_SEARCHED].strip().rstrip(".,;")
    if match := re.fullmatch(_BRACKETED, plain):
        plain = match[1]
    plain = plain.removeprefix("mailto:")
    plain = re.sub(_AT, "@", plain)
    plain = re.sub(_DOT, ".", plain)
    local, at, domain = plain.partition("@")
    plain = local.strip() + at + domain.strip().replace(",", ".")
    return plain if _good(plain) else ""


_EXAMPLE = "ana@example.com"
_LONGEST = 254
_LONGEST_LOCAL = 64
_LONGEST_LABEL = 63
_SEARCHED = 400
_ATOM = r"[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+"
_LABEL = r"[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?"
_TOP = r"(?:[A-Za-z]{2,63}|xn--[A-Za-z0-9-]*[A-Za-z0-9])"
_ADDRESS = re.compile(rf"{_ATOM}(?:\.{_ATOM})*@(?:{_LABEL}\.)+{_TOP}")
_ADDRESSES = re.compile(r"[^\s@,;<>]{1,64}@[^\s@,;<>]{1,190}\.[A-Za-z]{2}")
_BRACKETED = r"[^<>]*<([^<>]+)>"
_AT = r"(?i)\s*(?:\(at\)|\[at\]|\{at\}| at )\s*"
_DOT = r"(?i)\s*(?:\(dot\)|\[dot\]|\{dot\}| dot )\s*"
