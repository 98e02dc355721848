"""Two cases set side by side: what is stated otherwise, and what comes out otherwise."""
