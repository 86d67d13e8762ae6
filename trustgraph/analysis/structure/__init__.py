"""The arrangement as a whole: its shape in numbers, and which body does what about which matter."""
