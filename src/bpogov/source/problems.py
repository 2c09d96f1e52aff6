"""The problems of a text that is to be a file of bpogov: one permanent id for each kind."""

from collections.abc import Mapping
from types import MappingProxyType

from bpogov.core.report import RuleText
from bpogov.core.severity import Severity

SYNTAX = "YML001"
DUPLICATE = "YML002"
ENCODING = "YML003"
SIZE = "YML004"
DEPTH = "YML005"
EXPANSION = "YML006"
DOCUMENTS = "YML007"
EMPTY = "YML008"
TAG = "YML009"
KEY = "YML010"
CHARACTER = "YML011"
NUMBER = "YML012"
ANCHOR = "YML013"
CYCLE = "YML014"
MERGE = "YML015"
BARE = "YML016"
MANY = "YML017"

_TEXTS = {
    SYNTAX: (
        "syntax",
        "The text can be read as YAML",
        "A file that cannot be read cannot be checked, so nothing in it is known to be agreed.",
        "mend the place that the message names, where putting a text in double quotes solves most cases",
    ),
    DUPLICATE: (
        "duplicate-key",
        "Every name stands once in its group",
        "With the same name twice, one of two values is silently ignored, and the parties may rely on different ones.",
        "keep the value that was agreed and delete the other line",
    ),
    ENCODING: (
        "not-utf-8",
        "The file is saved as UTF-8",
        "In any other encoding names and amounts may read differently on another computer.",
        'save the file again and choose "UTF-8" as its encoding',
    ),
    SIZE: (
        "too-large",
        "The file has a reasonable size",
        "An engagement is a page or two of text; a huge file is a mistake or an attack on the checker.",
        "move documents into files of their own and name them here",
    ),
    DEPTH: (
        "too-deep",
        "Groups and lists are not nested without end",
        "No part of an engagement needs deep nesting; it is a mistake or an attack on the checker.",
        "close brackets that were left open, and flatten the part",
    ),
    EXPANSION: (
        "too-many-values",
        "Repeats stay within bounds",
        "Repeats (*name) of repeats can grow a small file to millions of values.",
        "write the values out, or repeat fewer of them",
    ),
    DOCUMENTS: (
        "several-documents",
        "One file holds one document",
        "What stands after a second --- line would not be checked.",
        "put the second document in a file of its own",
    ),
    EMPTY: (
        "empty-file",
        "The file is not empty",
        "A file without content states no agreement.",
        "run `bpogov new engagement` for a file to start from",
    ),
    TAG: (
        "tag",
        "Values have no type marks",
        "A type mark (a word that starts with !) can change what a value means or make other tools run code.",
        "delete the mark, and put the value in quotes where it has to be text",
    ),
    KEY: (
        "unusable-key",
        "Names of fields are plain text",
        "A field is found by its name, so the name has to be one word or phrase.",
        "write the field as name: value",
    ),
    CHARACTER: (
        "forbidden-character",
        "The text has no invisible control characters",
        "Characters that cannot be seen can hide what a clause says, and later steps cannot carry them.",
        "delete the character, or type the passage again",
    ),
    NUMBER: (
        "unusable-number",
        "Numbers are finite and of a usable size",
        "A number that no computer can hold exactly would be checked as a different one.",
        "write the number out, or put it in quotes if it is an identifier",
    ),
    ANCHOR: (
        "unknown-anchor",
        "A repeat (*name) has an anchor (&name) above it",
        "Without the anchor nobody knows what is to be repeated.",
        "correct the name, or put the text in quotes if it only starts with an asterisk",
    ),
    CYCLE: (
        "endless-repeat",
        "A part does not contain itself",
        "A part that repeats itself inside itself has no end.",
        "write the inner part out",
    ),
    MERGE: (
        "merge",
        "Only groups of fields are merged",
        "The merge sign << takes the fields of another group; from anything else there is nothing to take.",
        "let << name an anchored group of fields, or a list of them",
    ),
    BARE: (
        "entry-without-value",
        "Every entry in braces has a value",
        "An unquoted comma ends a text in braces, and the rest of the sentence silently becomes an empty field.",
        "put the text that holds the comma in double quotes",
    ),
    MANY: (
        "too-many-problems",
        "The file has a reasonable number of problems",
        "After a hundred problems the rest are usually consequences of the first.",
        "mend the problems above and check again",
    ),
}

PROBLEMS: Mapping[str, RuleText] = MappingProxyType(
    {
        id_: RuleText(id_, name, title, Severity.ERROR, rationale, remediation)
        for id_, (name, title, rationale, remediation) in _TEXTS.items()
    }
)
"""What `bpogov explain` says of each problem, by id. Ids are permanent and never used again."""
