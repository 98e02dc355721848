"""A case for another party to run again: without exit costs, sealed tables and numbers that tell who somebody is."""
