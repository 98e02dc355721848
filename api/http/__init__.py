"""The HTTP door: the app, who may call what, problems, limits, logs and metrics; one file a route group in routes/."""
