"""Options side by side: each answered, costed and judged, and what must be true for it to hold."""
