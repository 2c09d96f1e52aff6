"""From a sound engagement to findings."""

from pytest_benchmark.fixture import BenchmarkFixture

from benchmarks.contestants.own import CORE_ONLY
from bpogov.core.fingerprint import fingerprints
from bpogov.engine.compiling.compile import compile_policy
from bpogov.engine.image import freeze, thaw
from bpogov.engine.judging.evaluate import evaluate
from bpogov.engine.judging.fold import fold
from bpogov.engine.program import CompiledPolicy
from bpogov.model.validate import validate
from bpogov.policy.load import load_policy_set
from bpogov.runs.preparing.compiled import compiled_policy
from bpogov.source.load import load
from bpogov.source.tree import WORKING_TREE

CLEAN = "engagements/customer-care.yaml"


def test_core_pack(benchmark: BenchmarkFixture, core: CompiledPolicy, engagement_text: bytes, today: str) -> None:
    """The whole core pack on an engagement with findings."""
    engagement = validate(load(engagement_text, "engagement.yaml"))
    benchmark(evaluate, core, engagement, today)


def test_core_pack_on_a_large_clean_engagement(benchmark: BenchmarkFixture, core: CompiledPolicy, today: str) -> None:
    """The whole core pack on 20 KB in which nothing is wrong."""
    with open(CLEAN, "rb") as stream:
        engagement = validate(load(stream.read(), CLEAN))
    benchmark(evaluate, core, engagement, today)


def test_fifteen_policies(
    benchmark: BenchmarkFixture, fifteen: CompiledPolicy, engagement_text: bytes, today: str
) -> None:
    """The fifteen policies on the same engagement."""
    engagement = validate(load(engagement_text, "engagement.yaml"))
    benchmark(evaluate, fifteen, engagement, today)


def test_fingerprints(benchmark: BenchmarkFixture) -> None:
    """What identifies a hundred findings across runs."""
    parts = [("SLA005", "each", f"$.slas[level-{number}].target") for number in range(100)]
    benchmark(lambda: list(fingerprints(parts, "acme-email-support")))


def test_fold(benchmark: BenchmarkFixture, core: CompiledPolicy, engagement_text: bytes, today: str) -> None:
    """Make one finding of each gap, sorted by place."""
    engagement = validate(load(engagement_text, "engagement.yaml"))
    benchmark(fold, evaluate(core, engagement, today).failures)


def test_thaw(benchmark: BenchmarkFixture, core: CompiledPolicy) -> None:
    """Make the compiled core pack of the bytes that are kept of it."""
    benchmark(thaw, freeze(core))


def test_kept_policy(benchmark: BenchmarkFixture, core: CompiledPolicy, cache: str) -> None:
    """Take the compiled core pack out of the cache, and make sure that no file of it changed."""
    found = benchmark(compiled_policy, CORE_ONLY, None, WORKING_TREE, cache)
    if len(found.rules) != len(core.rules):
        raise AssertionError(found)


def test_compile(benchmark: BenchmarkFixture) -> None:
    """Read and compile the core pack, as the first run of all does."""

    def work() -> CompiledPolicy:
        return compile_policy(load_policy_set(CORE_ONLY, None))

    benchmark.pedantic(work, rounds=2)  # type: ignore[no-untyped-call]  # the library says no types here
