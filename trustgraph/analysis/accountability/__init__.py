"""Lines of account: who answers to whom, how far, and where a line ends, runs in a circle or meets twice."""
