"""The panel of filters: facets with the number of hits for each value, and years as columns."""
