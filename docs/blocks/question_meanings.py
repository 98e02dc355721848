"""What each field of an answer to a question about a design means, in a planner's words and with its unit.

As docs/blocks/meanings.py does for results; a test compares the names with scenarios/exploring both ways.
Change this when a field of such an answer is added or means something else.
"""

QUESTION_MEANINGS: dict[str, dict[str, str]] = {
    "Explored": {
        "case": "Name of the case.",
        "title": "Title of the case.",
        "illustration": "Whether the case shows the method on figures that are partly assumed.",
        "note": "What a reader must know of the case.",
        "currency": "Every amount of money is in pounds of this currency.",
        "question": "Name of the command.",
        "option": "Option asked about; null where several were.",
        "structures": "Every structure spoken of, as in a comparison.",
        "answers": "The answers, by option and branch.",
    },
    "MustBeTrue": {
        "option": "Option this is about.",
        "branch": "Grade branch; null where the case has none.",
        "status": "`infeasible`: there is no structure, and it is told what would have to be true for one; "
        "`undecided`: the answer, or any question about it, is not settled.",
        "reasons": "Why there is no structure, or what is not settled.",
        "anchor": "Which answer of a designed option; null for no change and for structures given by hand.",
        "structure": "Its position among the structures, from 0.",
        "assumptions": "Every assumption that was moved, the nearest break first.",
        "together": "The two that matter most, moved together; null where there are not two.",
    },
    "Assumed": {
        "assumption": "Which figure, by its row and column.",
        "about": "What it is, in words for readers who do not know the sheets.",
        "unit": "What its numbers count in.",
        "value": "What it is taken as.",
        "low": "The least it may be.",
        "high": "The most it may be.",
        "breaks": "From where on the answer is another one, below its value and above; none: the answer stands.",
        "figures": "At how many figures, its own and both ends among them, the answer is asked, as far as it stands.",
    },
    "Amount": {"cell": "As written in the cell.", "number": "The number in the assumption's unit; 40 for 40%."},
    "Break": {
        "assumption": "Which figure.",
        "value": "What it is taken as.",
        "low": "The least it may be.",
        "high": "The most it may be.",
        "breaks_at": "The first figure, going from `value`, at which the answer is another one.",
        "side": "Whether that is so at that figure and below it, or at it and above.",
        "then": "What is so there.",
        "number": "`breaks_at` as a number.",
        "share_of_range": "How far that is from the value, as a share of the whole range.",
        "settled": "False: a limit came first, and `breaks_at` is the first figure at which it did.",
    },
    "Together": {
        "first": "The first assumption.",
        "second": "The second.",
        "change_it_alone": "How many of the two change the answer when moved alone.",
        "first_own": "What the first is taken as.",
        "second_own": "What the second is taken as.",
        "first_figures": "Figures of the first, rising.",
        "second_figures": "Figures of the second, rising.",
        "cells": "A row for each figure of the second, by the figures of the first; empty text: the answer stands; "
        "null: not asked because it was stopped.",
        "only_together": "Cells where the answer is another one although neither figure makes it so alone.",
        "made_up": "Cells where the answer stands although one of the two figures alone makes it another one.",
    },
    "Spot": {
        "first": "Figure of the first assumption.",
        "second": "Figure of the second.",
        "then": "What is so there; empty: the answer stands.",
    },
}
