"""From what other systems hand out - an HR extract, a published organogram - to step 1 of a case."""
