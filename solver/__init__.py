"""The domain model, the rules and goals, the search and the checker: what a good structure is."""
