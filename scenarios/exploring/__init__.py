"""Questions about one option to design: trade-offs, alternatives, what nothing fits for, why not.

Each question is a file of its own with what it answers; `asked.py` lays the option out, `result.py` holds what all
answers share. Change this when a planner may ask another question about a design.
"""
