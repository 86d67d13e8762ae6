"""How fast trustgraph is: commands of their own, which pytest does not run."""
