"""The fifteen policies that every contestant is told: their names, and what they ask."""

POLICIES = {
    "goals-present": "There is at least one goal",
    "goals-measurable": "Every goal has a metric, a target and a date",
    "contacts-both-sides": "Somebody speaks for the client, and somebody for the provider",
    "contacts-reachable": "Every contact has an e-mail address and a telephone number",
    "contacts-backed-up": "Every contact has somebody who stands in",
    "levels-measurable": "There are service levels, and each has a metric and a target",
    "levels-measured": "Every service level says over which time it is measured, and by whom",
    "term-dated": "The contract has a first and a last day",
    "notice-given": "The notice of both sides is written down",
    "meetings-regular": "There are meetings, and each has a rhythm",
    "meetings-two-way": "Every agenda has room for the topics of the provider",
    "language-shared": "The working language is English, Spanish, French, German or Portuguese",
    "references-resolve": "Levels name functions that exist, and meetings people who exist",
    "no-todo": "No text says TODO",
    "credits-capped": "Where levels have credits, the most they can cost is at most 25 percent",
}
