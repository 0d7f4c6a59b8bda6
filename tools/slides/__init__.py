"""The slides of a workshop: a plan becomes a notebook, and that a page which stands alone."""
