"""How a person goes through each kind of activity, from its first state to its last."""
