"""Cards as a teacher keeps them, in a table: read into a deck, and written out of one."""
