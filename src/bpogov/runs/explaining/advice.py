"""A piece of advice and the rules that serve it, under the configuration of the moment."""

from bpogov.core.errors import UsageError
from bpogov.core.explanation import AdviceExplanation, AdviceOverview, ArticleOverview, ServingRule
from bpogov.core.status import Tier
from bpogov.core.suggest import closest
from bpogov.engine.compiling.compile import compile_policy
from bpogov.engine.program import CompiledPolicy
from bpogov.policy.advice import read_advice
from bpogov.policy.authored import AuthoredPolicy, AuthoredRule
from bpogov.policy.load import load_policy_set
from bpogov.runs.explaining.rule import message_of, since


def explain_advice(number: str, config: str | None, policies: str | None) -> AdviceExplanation:
    """Explain the piece of advice with a number such as `S3-8` (or `s3-8`).

    Raises UsageError with "did you mean" where there is no such piece, PolicyError where a rule is broken.
    """
    policy = load_policy_set(config, policies)
    compiled = compile_policy(policy)
    advice = read_advice()
    wanted = number.upper()
    for article in advice.articles:
        if wanted in article.advice:
            rules = tuple(serving_rule(bound, wanted, policy, compiled) for bound in _serving(wanted, policy))
            return AdviceExplanation(wanted, article.advice[wanted], article.article, article.title, rules)
    near = closest(wanted, advice.numbers)
    help_ = f'did you mean "{near}"?' if near else "`bpogov explain --advice` lists every piece"
    raise UsageError(f'There is no piece of advice "{number}"', help_, "unknown-advice")


def list_advice(config: str | None, policies: str | None) -> AdviceOverview:
    """Every piece of advice by article, each with the rules that serve it. Raises PolicyError where one is broken."""
    policy = load_policy_set(config, policies)
    compile_policy(policy)
    articles = (
        ArticleOverview(
            article.article,
            article.title,
            article.about,
            tuple(
                (number, tuple(bound.id for bound in _serving(number, policy) if bound.enabled), text)
                for number, text in article.advice.items()
            ),
        )
        for article in read_advice().articles
    )
    return AdviceOverview(tuple(articles))


def serving_rule(bound: AuthoredRule, number: str, policy: AuthoredPolicy, compiled: CompiledPolicy) -> ServingRule:
    """What a piece of advice shows of a rule that serves it: its facts, and what it says where that piece is ignored.

    The failing example is the one that illustrates the piece; without one the rule shows none.
    """
    form, settings = bound.rule.form, bound.settings[Tier.STANDARD]
    pack = next(pack for pack in policy.packs if pack.form.name == bound.rule.pack)
    example = form.illustration(number)
    return ServingRule(
        id=form.id,
        name=form.name,
        title=form.title,
        severity=settings.severity.value,
        since=since(settings),
        enabled=bound.enabled,
        example=example.name if example else "",
        message=message_of(bound, example, pack, compiled) if example else "",
    )


def _serving(number: str, policy: AuthoredPolicy) -> list[AuthoredRule]:
    return [bound for bound in policy.rules if number in bound.rule.form.advice]
