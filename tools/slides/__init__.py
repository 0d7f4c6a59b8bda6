"""The slides of a workshop: each plan as a notebook, each notebook as one page that stands alone."""
