"""The tests of trustgraph."""
