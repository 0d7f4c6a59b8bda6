"""How a group has sorted: codes found in a chat, counted, compared and drawn.

Only `tally` and `agreement` are light; what needs pandas or matplotlib imports it when it is used.
"""
