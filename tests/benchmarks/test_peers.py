import pytest

from benchmarks.contestants.contestant import SAID, Contestant, Findings
from benchmarks.contestants.peers import PEERS
from benchmarks.fifteen import POLICIES

ANSWERS = {
    "loop with jsonschema-rs": "a.yaml: allOf/7/$ref/properties/contract/properties/term/required\n",
    "loop with rego-cpp": "a.yaml: term-dated\n",
    "yamale": "Validation failed!\nError validating data 'a.yaml' with schema 'b'\n\tcontract.term.end: Required\n",
    "check-jsonschema": '{"status": "fail", "errors": [{"filename": "./a.yaml", "path": "$.contract.term"}]}',
    "sourcemeta jsonschema": "fail: a.yaml\nerror: Schema validation failure\n",
    "ajv-cli": 'b.yaml valid\na.yaml invalid\n[{"schemaPath":"#/definitions/term-dated/then/required"}]\n',
    "v8r": '{"results": [{"fileLocation": "./a.yaml", "errors": [{"schemaPath": "#/definitions/term-dated"}]}]} ok',
    "spectral": '[{"code": "term-dated", "source": "/somewhere/a.yaml"}]',
    "yamllint": "a.yaml:3:1: [warning] too long (line-length)\n",
    "ryl": "",
}


@pytest.mark.parametrize("peer", PEERS, ids=lambda peer: peer.name)
def test_answers_are_read(peer: Contestant) -> None:
    """What a peer prints of a contract without its last day is the file, and the policy where it says so."""
    expected: Findings = (
        frozenset({("a.yaml", "term-dated" if peer.names_them else "")}) if peer.policies else frozenset()
    )
    assert peer.read(ANSWERS[peer.name]) == expected


@pytest.mark.parametrize("peer", PEERS, ids=lambda peer: peer.name)
def test_what_a_peer_is_told_is_there(peer: Contestant) -> None:
    """Schemas, rules and loops that a command names exist."""
    named = [word for word in peer.command(["a.yaml"]) if word.startswith(str(SAID.parent))]
    assert [word for word in named if not (SAID / word).exists()] == []
    assert peer.policies <= set(POLICIES)


def test_a_text_that_contains_itself_is_known() -> None:
    """The schema of texts refers to itself, and ajv gives its errors a path of their own."""
    peer = next(peer for peer in PEERS if peer.name == "ajv-cli")
    assert peer.read('a.yaml invalid\n[{"schemaPath":"#/not"}]\n') == {("a.yaml", "no-todo")}
