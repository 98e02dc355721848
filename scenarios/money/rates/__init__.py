"""The shipped rates, one CSV file a subject: data only, read by `scenarios.money.rate_book`.

Each row is rule, key, valid_from, valid_to (blank: open), value, unit, source, mark. Mark A is
statute or official data, B an official body's or council's document, C worked out from those.
Nothing weaker is shipped.
Change this when an award is published, a threshold moves or a law changes: add a dated row, end
the one before it, and correct the digest of the file in its test.
"""
