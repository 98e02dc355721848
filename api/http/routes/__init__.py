"""The routes of the API, one file a group; each group is a line of api/http/route_table.py."""
