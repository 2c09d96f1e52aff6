"""Fills in the documented defaults, so that rules need not know them."""

from collections.abc import Iterable, Mapping
from typing import Any

from bpogov.core.location import Path

_CUSTOMER_FACING = frozenset({"customer-care", "technical-support", "sales", "collections"})


class _Lost:
    """Stands for a value that the author marked as unknown, or that could not be read."""


_LOST = _Lost()


def fill(facts: dict[str, Any], lost: Iterable[Path]) -> tuple[Path, ...]:
    """Fill defaults into `facts` in place; `lost` are the paths of what is unknown or broken.

    Gives the paths of the fields that stay open because their default would come from a lost part.
    """
    filling = _Filling(facts, lost)
    filling.put((), "tier", "standard")
    _parties(filling)
    _contract(filling)
    _functions(filling)
    _contacts(filling)
    for section in ("goals", "slas"):
        for path in filling.entries((section,)):
            _metric(filling, path)
    for path in filling.entries(("slas",)):
        filling.put(path, "applies_from", _first_go_live(filling, path))
    return tuple(filling.unsettled)


class _Filling:
    """The facts under work, with what is lost and what stays open for it."""

    def __init__(self, facts: dict[str, Any], lost: Iterable[Path]) -> None:
        self.facts = facts
        self.lost = set(lost)
        self._around = {path[:length] for path in self.lost for length in range(len(path) + 1)}
        self.unsettled: list[Path] = []

    def look(self, *path: str | int) -> Any:
        """Give the value at `path`, None where there is none, or _LOST where it or a part around it is lost."""
        here: Any = self.facts
        lost = self.lost
        for length, step in enumerate(path, start=1):
            if lost and path[:length] in lost:
                return _LOST
            if isinstance(here, dict):
                here = here.get(str(step))
            elif isinstance(here, list) and isinstance(step, int):
                here = here[step]
            else:
                return None
        return here

    def entries(self, path: Path) -> Iterable[Path]:
        """Give the path of every entry of the list at `path` that could be read."""
        entries = self.look(*path)
        if isinstance(entries, list):
            yield from ((*path, number) for number in range(len(entries)) if (*path, number) not in self.lost)

    def put(self, group: Path, name: str, value: Any) -> None:
        """Fill a field that is not there, and of which nothing is lost; a lost value leaves it unsettled."""
        here, path = self.look(*group), (*group, name)
        if not isinstance(here, dict) or name in here or path in self._around or value is None:
            return
        if value is _LOST:
            self.unsettled.append(path)
            self.lost.add(path)
            self._around.add(path)
        else:
            here[name] = value


def _parties(filling: _Filling) -> None:
    sites = filling.entries(("parties", "provider", "sites"))
    for place in (("parties", "client"), ("parties", "provider"), *sites):
        filling.put((*place, "holidays"), "add", [])
        filling.put((*place, "holidays"), "remove", [])


def _contract(filling: _Filling) -> None:
    filling.put(("contract", "document"), "signed", filling.look("contract", "term", "signed"))


def _functions(filling: _Filling) -> None:
    go_live = filling.look("contract", "term", "go_live")
    for path in filling.entries(("scope", "functions")):
        kind = filling.look(*path, "type")
        filling.put(path, "customer_facing", kind if kind is _LOST else kind in _CUSTOMER_FACING)
        filling.put(path, "critical_or_important", value=False)
        filling.put(path, "go_live", go_live)


def _contacts(filling: _Filling) -> None:
    sites = {filling.look(*path, "id"): path for path in filling.entries(("parties", "provider", "sites"))}
    for path in filling.entries(("contacts",)):
        filling.put(path, "timezone", _timezone(filling, path, sites))


def _timezone(filling: _Filling, contact: Path, sites: Mapping[Any, Path]) -> Any:
    site = filling.look(*contact, "site")
    if site is _LOST:
        return _LOST
    own = filling.look(*sites[site], "timezone") if site in sites else None
    if own is not None:
        return own
    side = filling.look(*contact, "side")
    return side if side is _LOST else filling.look("parties", side, "timezone")


def _metric(filling: _Filling, path: Path) -> None:
    from bpogov.values.metric import METRICS

    name = filling.look(*path, "metric")
    metric = METRICS.get(name) if isinstance(name, str) else None
    for field in ("direction", "unit", "family"):
        if name is _LOST:
            filling.put(path, field, _LOST)
        elif metric is not None:
            filling.put(path, field, getattr(metric, field) or None)


def _first_go_live(filling: _Filling, level: Path) -> Any:
    functions = filling.look(*level, "function")
    if functions is _LOST:
        return _LOST
    measured = [
        each for each in filling.entries(("scope", "functions")) if filling.look(*each, "id") in (functions or ())
    ]
    days = [filling.look(*each, "go_live") for each in measured]
    if any(day is _LOST for day in days):
        return _LOST
    return min((day for day in days if day is not None), default=None)
