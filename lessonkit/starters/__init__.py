"""Files to start from: an activity of each kind, a notebook and a book, each with an example."""
