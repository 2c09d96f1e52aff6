"""From paths to checked structure."""

from pathlib import Path

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from bpogov.model.validate import validate
from bpogov.source.discover import discover, read
from bpogov.source.load import load


def test_discover(benchmark: BenchmarkFixture, folder: Path) -> None:
    """Find a hundred files in a folder."""
    if len(benchmark(discover, [str(folder)], [], folder)) != 100:  # noqa: PLR2004
        pytest.fail("files were not found")


def test_read_and_parse(benchmark: BenchmarkFixture, folder: Path) -> None:
    """Read a hundred files and make documents of them."""
    paths = sorted(map(str, folder.iterdir()))
    benchmark(lambda: [load(read(path), path).data for path in paths])


def test_parse(benchmark: BenchmarkFixture, engagement_text: bytes) -> None:
    """Make a document of one text."""
    benchmark(lambda: load(engagement_text, "engagement.yaml").data)


def test_parse_in_python(benchmark: BenchmarkFixture, engagement_text: bytes) -> None:
    """The same with the parser that needs no compiled library."""
    benchmark(lambda: load(engagement_text, "engagement.yaml", pure=True).data)


def test_structure(benchmark: BenchmarkFixture, engagement_text: bytes) -> None:
    """Check a document against the model."""
    document = load(engagement_text, "engagement.yaml")
    if benchmark(validate, document).findings:
        pytest.fail("the structure is not sound, so the figure would be that of another file")
