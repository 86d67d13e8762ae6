"""Arrangements set side by side: two versions of one place, options for it, and different places."""
