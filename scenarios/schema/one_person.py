"""Columns that may tell who somebody is without being a count of people: for no reader but the authority's own.

A post number is somebody's where the post has one holder; contracted FTE and the day a run of fixed terms began are
facts of a person. The pack for another party leaves them out, and the public paper hides their values.
Rules: design.md promise 3; domain-rules.md sections 17.3 and 17.5.
Change this when a sheet gets such a column.
"""

from scenarios.schema.columns import columns_of
from scenarios.schema.posts import Post

OF_A_PERSON = ("post_number", "since_date", "occupied_milli_fte")
"""The fields."""
HEADERS_OF_A_PERSON = tuple(columns_of(Post)[field].header for field in OF_A_PERSON)
"""What their columns are called."""
