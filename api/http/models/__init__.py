"""What travels over HTTP beside the documents that every door shares: one file a group of routes."""
