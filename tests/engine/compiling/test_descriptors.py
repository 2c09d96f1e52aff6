"""The engagement as types for the checker."""

from cel_expr_python import cel

from bpogov.engine.compiling.descriptors import ENGAGEMENT, Descriptors
from bpogov.engine.environment import checking_environment
from bpogov.model.shape import Field, Node
from bpogov.policy.parameter import Parameter

SHARED = Node("object", {"name": Field(Node("text"), required=True)})
SHAPE = Node(
    "object",
    {
        "one": Field(SHARED, required=True),
        "other": Field(SHARED, required=True),
        "share": Field(Node("number"), required=True),
        "count": Field(Node("count"), required=True),
        "open": Field(Node("flag"), required=True),
        "mixed": Field(Node("any"), required=True),
        "groups": Field(Node("list", item=SHARED), required=True),
        "tables": Field(Node("list", item=Node("list", item=Node("text"))), required=True),
        "by_name": Field(Node("map", item=SHARED), required=True),
        "weights": Field(Node("map", item=Node("number")), required=True),
    },
)


def _type(expression: str, parameters: dict[str, Parameter]) -> str:
    descriptors = Descriptors(SHAPE)
    types = {"engagement": cel.Type(ENGAGEMENT), "params": cel.Type(descriptors.parameters("TST001", parameters))}
    assert descriptors.type_name(SHAPE) == ENGAGEMENT
    assert set(descriptors.parameter_node("TST001").fields) == set(parameters)
    environment = checking_environment(descriptors.pool, types)
    return str(environment.compile(expression).return_type().name())


def test_types_of_fields() -> None:
    """Every field has the type of its shape; a shape that stands in two places is one type."""
    wanted = {
        "engagement.one.name": "STRING",
        "engagement.one == engagement.other": "BOOL",
        "engagement.share + 1.0": "DOUBLE",
        "engagement.count + 1": "INT",
        "engagement.open": "BOOL",
        "engagement.mixed": "DYN",
        "engagement.groups[0].name": "STRING",
        "engagement.tables[0]": "DYN",
        "engagement.by_name['a'].name": "STRING",
        "engagement.weights['a']": "DOUBLE",
    }
    assert {expression: _type(expression, {}) for expression in wanted} == wanted


def test_types_of_parameters() -> None:
    """Every parameter has the type that it declares."""

    def parameter(**fields: object) -> Parameter:
        return Parameter.model_validate({"description": "x", **fields})

    parameters = {
        "share": parameter(type="number", default=1),
        "days": parameter(type="integer", default=1),
        "word": parameter(type="string", default="a"),
        "asked": parameter(type="boolean", default=True),
        "gap": parameter(type="duration", default="P7D"),
        "words": parameter(type="list", items="string", default=[]),
        "rows": parameter(type="map", values="list", default={}),
        "gaps": parameter(type="map", values="duration", default={}),
    }
    wanted = {
        "params.share": "DOUBLE",
        "params.days": "INT",
        "params.word": "STRING",
        "params.asked": "BOOL",
        "params.gap": "STRING",
        "params.words[0]": "STRING",
        "params.rows['a']": "DYN",
        "params.gaps['a']": "STRING",
    }
    assert {expression: _type(expression, parameters) for expression in wanted} == wanted
