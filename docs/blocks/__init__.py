"""The parts of the documents that are printed by the tool: found, filled and compared."""
