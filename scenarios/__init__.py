"""The planner's office: reading scenarios, money, claims, compiling options, comparing, the library."""
