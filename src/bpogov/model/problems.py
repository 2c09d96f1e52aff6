"""The structural problems of an engagement file: one permanent id for each kind."""

from collections.abc import Mapping
from types import MappingProxyType

from bpogov.core.report import RuleText
from bpogov.core.severity import Severity

UNKNOWN_FIELD = "STR001"
MISSING = "STR002"
WRONG_KIND = "STR003"
WRONG_FORM = "STR004"
WRONG_WORD = "STR005"
EMPTY_ENTRY = "STR006"
OUT_OF_RANGE = "STR007"
WRONG_FILE = "STR008"
TOO_MANY = "STR009"
NOT_KNOWN = "STR010"
SAME_ID = "STR011"
MANY = "STR012"

_TEXTS = {
    UNKNOWN_FIELD: (
        "unknown-field",
        "Every field has a name that bpogov knows",
        "A misspelt field would count as missing, or what it says would silently never be checked.",
        "correct the name, move the field to the section where it belongs, or start a field of your own with x-",
    ),
    MISSING: (
        "missing-field",
        "What every file needs is there",
        "Without these few fields nobody can say which engagement, which side or which entry is meant.",
        "add the field that the message names",
    ),
    WRONG_KIND: (
        "wrong-kind",
        "Every value is of the kind that its field takes",
        "A text in place of a list or of a number cannot be compared, counted or added up.",
        "write the value as the message shows",
    ),
    WRONG_FORM: (
        "wrong-form",
        "Dates, durations, codes and the like are written in their form",
        "A date or code that can be read in two ways becomes a dispute; the usual standards leave one reading.",
        "write the value as the message shows",
    ),
    WRONG_WORD: (
        "wrong-word",
        "Where a field takes certain words, one of them stands there",
        "Rules decide by these words, so a word of another meaning would be judged wrongly.",
        "use one of the words that the message lists",
    ),
    EMPTY_ENTRY: (
        "empty-entry",
        "No entry of a list is empty",
        "An empty entry is a forgotten line: nobody can say what was meant to stand there.",
        "write the entry, or delete its line",
    ),
    OUT_OF_RANGE: (
        "out-of-range",
        "Numbers lie in their range",
        "A percentage above 100 or a negative amount is a slip of the keyboard that would become a term.",
        "correct the number",
    ),
    WRONG_FILE: (
        "wrong-file",
        "The file says that it is an engagement of a version that bpogov reads",
        "A file of another kind or version may use the same words with another meaning.",
        "write `apiVersion: bpogov/v1`, and `kind: Engagement` or no kind at all",
    ),
    TOO_MANY: (
        "too-many-entries",
        "Lists have a reasonable length",
        "Rules compare entries with each other; a list without end would keep every check from ending.",
        "split the engagement, or keep long lists in a document and name it here",
    ),
    NOT_KNOWN: (
        "not-known",
        "Names, status and version are never unknown",
        "Everything else refers to them: a file without a name or status cannot be followed.",
        "write the value, because `unknown` may only stand for other texts, numbers and dates",
    ),
    SAME_ID: (
        "same-id",
        "Every engagement has an id of its own",
        "Waivers, evidence and reports name an engagement by its id; with the same id twice they mean both or neither.",
        "give one of the two engagements another id",
    ),
    MANY: (
        "too-many-problems",
        "The file has a reasonable number of problems",
        "After a hundred problems the rest are usually of the same kind.",
        "mend the problems that are named and check again",
    ),
}

PROBLEMS: Mapping[str, RuleText] = MappingProxyType(
    {
        id_: RuleText(id_, name, title, Severity.ERROR, rationale, remediation)
        for id_, (name, title, rationale, remediation) in _TEXTS.items()
    }
)
"""What `bpogov explain` says of each problem, by id. Ids are permanent and never used again."""
