"""An engagement as it was read: facts for the rules, what is wrong with the file, and the way back to its lines."""

from collections.abc import Mapping
from functools import cached_property
from typing import TYPE_CHECKING, Any

from msgspec import Struct, field

from bpogov.core.finding import Finding
from bpogov.core.location import Location, Path
from bpogov.core.status import Status, Tier
from bpogov.source.document import Document

if TYPE_CHECKING:
    from bpogov.source.notation import Known


class Engagement(Struct, frozen=True, dict=True):
    """What reading a document gave.

    `facts` is what rules see: plain values in the long form, without what is empty, unknown or broken, with documented
    defaults filled in. `findings` are structural. `unknown` lists the values that the author marked as not yet known,
    `broken` the parts that could not be read or that are missing although every file needs them, `unsettled` the
    fields whose default would come from such a part: all are paths of the facts, and nothing stands there.
    `elsewhere` lists parts that the file keeps in another file, which is not read: nobody can judge them here.
    `moved` gives the path in the document for the parts that were written in a short form.
    """

    document: Document
    id: str = ""
    title: str = ""
    status: Status | None = None
    tier: Tier = Tier.STANDARD
    facts: dict[str, Any] = field(default_factory=dict)
    findings: tuple[Finding, ...] = ()
    unknown: tuple[Path, ...] = ()
    broken: tuple[Path, ...] = ()
    unsettled: tuple[Path, ...] = ()
    elsewhere: tuple[Path, ...] = ()
    moved: Mapping[Path, Path] = field(default_factory=dict)

    @cached_property
    def _known(self) -> "Known":
        """What is known of the names of parts, once one of them was shown."""
        return {}

    def origin(self, path: Path) -> Path:
        """Give the path in the document of the part at `path` in the facts.

        They differ where a short form was written. A filled default stands nowhere in the document: its path does not
        exist there.
        """
        for length in range(len(path), 0, -1):
            start = self.moved.get(path[:length])
            if start is not None:
                return start + path[length:]
        return path

    def locate(self, path: Path) -> Location:
        """Give the place in the file of a path of the facts, or of the nearest part that exists."""
        return self.document.locate(self.origin(path), self.show(path))

    def show(self, path: Path) -> str:
        """Write a path of the facts in the notation for people: `$.slas[sl-voice].target`."""
        from bpogov.model.describe import identity_of
        from bpogov.source.notation import show

        return show(path, self.facts, identity_of, self._known)
