"""Who may claim which places, how strongly, and what a structure then means for people."""
