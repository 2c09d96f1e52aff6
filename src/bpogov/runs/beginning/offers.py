"""What a shell is offered while somebody types a command."""

from bpogov.core.errors import BpogovError
from bpogov.core.finding import Notification
from bpogov.core.gate import BUILT_IN
from bpogov.policy.configuration import named_configuration, read_configuration
from bpogov.policy.gate import settle
from bpogov.policy.nearest import find


def gate_names(config: str | None) -> tuple[str, ...]:
    """The gates that a configuration knows (None: the nearest); where it cannot be read, those that there always are.

    Mistakes are told by the command itself, not here.
    """
    problems: list[Notification] = []
    try:
        file = named_configuration(config) if config else find()
        configuration = read_configuration(file, problems)
    except BpogovError:
        return tuple(BUILT_IN)
    return tuple(settle(configuration.gates, problems))
