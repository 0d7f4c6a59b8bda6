"""The words in which answers are kept, beside the ids of a file, and what a placement earns."""

FULL_CREDIT: float = 1
"""What a card earns in the category that its author gives as the answer."""

HALF_CREDIT: float = 0.5
"""What a card earns in a category that one could also argue for."""

PASS = "pass"
"""The placement of a card that the learner leaves open; no category may have this id."""

OWN_WORDS = "own"
"""The choice to write own words for a part of a sentence; no option may have this id."""

OWN_ACT = "own-[1-9][0-9]*"
"""The pattern of the ids of acts that learners add to a week; no act of a file may have such."""

SURENESS = ("guess", "fairly", "sure")
"""How sure a learner can be of an answer, the least sure first."""
