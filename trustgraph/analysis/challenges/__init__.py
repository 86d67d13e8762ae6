"""Who challenges whom, and whether the challenger is independent of the challenged."""
