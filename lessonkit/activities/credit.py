"""What an answer earns, and the word for not answering."""

FULL_CREDIT: float = 1
"""What a card earns in the category that its author gives as the answer."""

HALF_CREDIT: float = 0.5
"""What a card earns in a category that one could also argue for."""

PASS = "pass"
"""The placement of a card that the learner leaves open; no category may have this id."""
