"""What may be asked of a case in one run: one file a question, the same for every door."""
