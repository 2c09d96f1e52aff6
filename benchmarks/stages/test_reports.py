"""From findings to a report in each format."""

import pytest
from msgspec.structs import replace
from pytest_benchmark.fixture import BenchmarkFixture

from benchmarks.contestants.own import CORE_ONLY
from benchmarks.corpus.files import write
from bpogov.core.report import Report
from bpogov.report.formats import NAMES, render
from bpogov.runs.check import check
from bpogov.runs.request import CheckRequest

FINDINGS = 100
MOST = 200


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory, cache: str, today: str) -> Report:
    """A report with a hundred findings, or a few more: that of so many engagements as have them."""
    folder = tmp_path_factory.mktemp("reported")
    write(folder, MOST)
    whole = check(CheckRequest(paths=(str(folder),), config=CORE_ONLY, today=today, cache=cache, jobs=1))
    taken, found = 0, 0
    while found < FINDINGS:
        found += len(whole.engagements[taken].findings)
        taken += 1
    return replace(whole, engagements=whole.engagements[:taken])


@pytest.mark.parametrize("name", NAMES)
def test_format(benchmark: BenchmarkFixture, report: Report, name: str) -> None:
    """Write a hundred findings."""
    benchmark(render, name, report, folders=("/repository",))
