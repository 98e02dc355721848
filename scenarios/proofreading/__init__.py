"""Proof-reading a draft: what its report prints set against its own lists, dates and money.

`proofread(case)` in `proofread.py` runs every kind of doubt in `kinds/`, one small file each: a sentence, the rule, the
two places that disagree, and what to do.
"""
