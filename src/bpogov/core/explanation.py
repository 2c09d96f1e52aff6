"""What `bpogov explain` tells of a rule, a function, a field of the engagement or a piece of advice."""

from msgspec import Struct

from bpogov.core.severity import Severity


class ParameterExplanation(Struct, frozen=True):
    """A number or list that an organisation may tune: its value now, who set it (`origin`), and its default."""

    name: str
    kind: str
    value: str
    origin: str
    default: str
    description: str


class ExampleExplanation(Struct, frozen=True):
    """An example of a rule: its name, the YAML that makes it, and for a failing one what the finding says."""

    name: str
    text: str
    message: str = ""


class RuleExplanation(Struct, frozen=True):
    """Everything about one rule, as it applies under the configuration of the moment.

    `since` is the status from which the rule has its severity (empty: from the first); `statuses` where it applies at
    all (empty: everywhere but ended); `tiers` says in words what a tier changes; `references` name the standards, one
    entry each; `advice` holds the ids of the pieces of advice served; `passing` and `failing` are absent for findings
    that bpogov makes itself (`YML…`, `STR…`); `file` is where the rule is written, empty for those.
    """

    id: str
    name: str
    title: str
    severity: Severity
    rationale: str
    remediation: str
    since: str = ""
    statuses: tuple[str, ...] = ()
    tiers: tuple[str, ...] = ()
    pack: str = ""
    enabled: bool = True
    waivable: bool = True
    references: tuple[str, ...] = ()
    advice: tuple[str, ...] = ()
    parameters: tuple[ParameterExplanation, ...] = ()
    passing: ExampleExplanation | None = None
    failing: ExampleExplanation | None = None
    file: str = ""
    origins: tuple[str, ...] = ()
    """Who changed what, one sentence each: `severity is warning (bpogov.yaml:7)`."""
    acts: str = ""
    """Who has to act on a finding: `client`, `provider`, `joint`, or empty where the rule does not know it."""
    acts_on: tuple[tuple[str, str], ...] = ()
    """The parts of the rule on which somebody else acts: name of the assertion, and who."""


class FunctionExplanation(Struct, frozen=True):
    """A calculation that rules may call: its signature in the rule language and its documentation."""

    name: str
    signature: str
    documentation: str
    used_by: tuple[str, ...] = ()


class FieldExplanation(Struct, frozen=True):
    """A field of the engagement: its path, what kind of value it takes, what it means, and which rules read it.

    `values` are the words that it may have, each as (word, meaning); `fields` the fields below it, the same way.
    """

    path: str
    kind: str
    description: str
    required: bool = False
    values: tuple[tuple[str, str], ...] = ()
    fields: tuple[tuple[str, str], ...] = ()
    used_by: tuple[str, ...] = ()


class ServingRule(Struct, frozen=True):
    """A rule that serves a piece of advice, with what one of its findings says.

    `severity` and `since` are those of the configuration (`since` is empty where the severity counts from the first
    status); `example` names the situation in which the rule says `message`.
    """

    id: str
    name: str
    title: str
    severity: Severity
    since: str = ""
    enabled: bool = True
    example: str = ""
    message: str = ""


class AdviceExplanation(Struct, frozen=True):
    """A piece of advice, the article that it comes from, and the rules that serve it (none: nothing checks it)."""

    id: str
    text: str
    article: str
    title: str
    rules: tuple[ServingRule, ...] = ()


class ArticleOverview(Struct, frozen=True):
    """An article and its pieces of advice: each as (number, the ids of the rules that serve it, text)."""

    id: str
    title: str
    about: str
    pieces: tuple[tuple[str, tuple[str, ...], str], ...]


class AdviceOverview(Struct, frozen=True):
    """Every piece of advice, by article."""

    articles: tuple[ArticleOverview, ...]


Explanation = RuleExplanation | FunctionExplanation | FieldExplanation | AdviceExplanation | AdviceOverview
