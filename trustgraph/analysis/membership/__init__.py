"""Seats: who sits where and for whom, what that costs in meetings, and who can carry a decision."""
