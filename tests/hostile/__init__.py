"""Bad input, hostile input and faults."""
