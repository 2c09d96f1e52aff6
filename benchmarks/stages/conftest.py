"""What the stages work on: a folder of engagements, one of them with findings, and compiled policies."""

from pathlib import Path

import pytest

from benchmarks.contestants.own import CORE_ONLY, FIFTEEN_ONLY
from benchmarks.corpus.files import write
from benchmarks.corpus.timeline import TODAY
from benchmarks.measuring.material import usual
from bpogov.engine.program import CompiledPolicy
from bpogov.runs.preparing.compiled import compiled_policy
from bpogov.source.tree import WORKING_TREE


@pytest.fixture(scope="session")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A hundred engagements, about 1 MB."""
    made = tmp_path_factory.mktemp("engagements")
    write(made, 100)
    return made


@pytest.fixture(scope="session")
def engagement_text() -> bytes:
    """An engagement of the usual size with a planted defect."""
    return usual().text.encode()


@pytest.fixture(scope="session")
def cache(tmp_path_factory: pytest.TempPathFactory) -> str:
    """A folder in which compiled policies are kept."""
    return str(tmp_path_factory.mktemp("cache"))


@pytest.fixture(scope="session")
def core(cache: str) -> CompiledPolicy:
    """The core pack, as a run finds it that is not the first."""
    compiled_policy(CORE_ONLY, None, WORKING_TREE, cache)
    return compiled_policy(CORE_ONLY, None, WORKING_TREE, cache)


@pytest.fixture(scope="session")
def fifteen(cache: str) -> CompiledPolicy:
    """The pack with the fifteen policies, as a run finds it that is not the first."""
    compiled_policy(FIFTEEN_ONLY, None, WORKING_TREE, cache)
    return compiled_policy(FIFTEEN_ONLY, None, WORKING_TREE, cache)


@pytest.fixture(scope="session")
def today() -> str:
    """The day for which everything is checked."""
    return TODAY.isoformat()
