"""Workbooks for planners: a case written out, blank ones to fill in, and one's own with what was found in it."""
