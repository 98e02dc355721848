"""Why nothing fits, what would let something fit, and what each demand is worth where something does.

Change this when a planner may ask another why.
"""
