"""What the analyses, rules and comparisons found, put into sentences and tables a committee clerk can read."""
