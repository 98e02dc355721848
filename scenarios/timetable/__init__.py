"""From the decision to consult to the first saving: which days a change needs, and when it can begin to save."""
