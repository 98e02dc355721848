"""The committee paper: a Word file filled from the results of a comparison, in a public and an exempt version."""
