"""Graphs: lines of a model over whole numbers for the analyses, and networkx for users."""
