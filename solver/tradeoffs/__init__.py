"""Trade-offs between goals: every structure that no other one beats on all of two or three of them.

`frontier.py` is what others ask; `least.py` asks and remembers, `walk.py` says in which order, `share.py` how much is
left open, `shown.py` which structure is shown at a point.
Change this when a file joins them.
"""
