"""The names of the variables that hold the engagement and its sections as arguments of calculations.

What the runtime hands to calculations are references. Authors never see them.
"""

NAME = "_engagement"
"""The variable that holds a reference to the engagement; nothing under `let` and no item can have such a name."""

SECTIONS = "_sections"
"""The variable that holds a reference to each section of it, by its name."""
