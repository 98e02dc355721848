"""Counts of people by characteristic, read after a search: out of shares, compared, and made safe to publish."""
