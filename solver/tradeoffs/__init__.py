"""Trade-offs between goals: what two or three of them come to where none is as good on all and better on one.

`frontier.py` is what others ask; `least.py` asks and remembers, `walk.py` says in which order, `share.py` how much is
left open, `shown.py` which structure is shown at a point.
Change this when a file joins them.
"""
