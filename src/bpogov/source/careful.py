"""The careful way to read a document: whatever it holds, and with everything that is wrong with it."""

from yaml.error import YAMLError

from bpogov.source import problems
from bpogov.source.build import Builder
from bpogov.source.characters import forbidden, harmless, name_of
from bpogov.source.data import Data
from bpogov.source.limits import Limits
from bpogov.source.parser import events
from bpogov.source.places import Place
from bpogov.source.reading import StopReading
from bpogov.source.trouble import Trouble

_STAND_IN = "\ufffd"


def careful(text: str, limits: Limits, *, pure: bool = False) -> tuple[Data, Place | None, tuple[Trouble, ...]]:
    """Give what the text holds, where its parts stand, and what is wrong with it."""
    builder = Builder(text, limits)
    try:
        builder.read(events(_without_forbidden(text, builder), pure=pure))
    except StopReading:
        pass
    except (YAMLError, UnicodeError) as complaint:
        from bpogov.source.syntax import explain

        starts = (frame.place.start for frame in builder.frames)
        opened = [start for start in starts if text.startswith(("[", "{"), start)]
        builder.troubles.append(explain(complaint, text, builder.ended, opened[-1] if opened else None))
    else:
        if builder.data is None and not builder.troubles:
            builder.troubles.append(
                Trouble(
                    problems.EMPTY, 0, 0, "The file is empty", "run `bpogov new engagement` for a file to start from"
                )
            )
    return builder.data, builder.place, tuple(builder.troubles)


def _without_forbidden(text: str, builder: Builder) -> str:
    """Report characters that no file may hold, and give the text with stand-ins for them, so that reading goes on."""
    if harmless(text):
        return text
    for found in forbidden().finditer(text):
        builder.report(
            problems.CHARACTER,
            found.span(),
            f"The text holds {name_of(found[0])}",
            "delete it, or type the passage again",
        )
    return forbidden().sub(_STAND_IN, text)
