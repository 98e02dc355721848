"""The store: cases, runs and what became of them, in SQLite or PostgreSQL. Only this room speaks to a database."""
