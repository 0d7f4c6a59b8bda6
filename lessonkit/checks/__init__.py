"""Everything that can be wrong in activities and notebooks, found in one go; imports no widget."""
