"""The appendices of our template: every structure in full, assumptions, doubts, and what the figures were made from.

Change this when an appendix is added.
"""

from scenarios.reporting.paper.form import Column, Form

MOVES = (
    *(Column("Team", "team", 36, figures=False), Column("Role", "role", 42, figures=False)),
    *(Column("Today", "today", 14), Column("Deleted", "deleted", 16), Column("Created", "created", 16)),
    *(Column("Moved out", "moved_out", 16), Column("Moved in", "moved_in", 16), Column("After", "after", 14)),
)
LINES = (
    *(Column("Team", "team", 43, figures=False), Column("Role", "role", 56, figures=False)),
    *(Column("Grade", "grade", 25, figures=False), Column("Posts", "posts", 13), Column("FTE", "fte", 13)),
    Column("Cost a year", "cost", 20),
)


def appendices(form: Form) -> None:
    """Write the appendices at the end of a template."""
    form.heading("Appendix A: every structure")
    form.say("{%p for structure in structures if structure.has_posts %}")
    form.heading("{{ structure.number }}. {{ structure.name }}", 2)
    form.table(
        "Posts. Pounds for a full year (12 months), {{ structure.price_base }}; in all {{ structure.cost }}",
        LINES,
        each="row in structure.lines",
        otherwise="No posts.",
    )
    form.say("{%p if structure.status != 'as_is' %}")
    form.table(
        "Posts that change",
        MOVES,
        each="row in structure.changes",
        otherwise="No post is deleted, created or moved.",
    )
    form.table(
        "Posts that stay as they are",
        MOVES,
        each="row in structure.unchanged",
        otherwise="No posts of a team and role stay as they are.",
    )
    form.say("{%p endif %}")
    form.say("{%p if structure.witness %}")
    form.say("Why no more work is covered: {{ structure.witness }}")
    form.say("{%p endif %}")
    form.say("{%p endfor %}")
    _assumptions(form)
    _doubts(form)
    form.heading("Appendix D: what the figures were made from")
    form.items("each in provenance", "{{ each }}")


def _assumptions(form: Form) -> None:
    form.heading("Appendix B: assumptions")
    form.say("A guess stays a guess: ~ marks what is assumed, brackets its range, ? what nobody knows.")
    form.table(
        "What the case assumes or does not know",
        (
            *(Column("Sheet", "sheet", 22, figures=False), Column("Figure", "words", 52, figures=False)),
            *(Column("Value", "value", 28, figures=False), Column("Kind", "kind", 22, figures=False)),
            Column("Source", "source", 46, figures=False),
        ),
        each="row in assumptions",
        otherwise="Nothing is assumed, and nothing is unknown.",
    )


def _doubts(form: Form) -> None:
    form.heading("Appendix C: doubts")
    form.table(
        "Figures and dates to look at again, each with the places that disagree",
        (
            *(Column("Place", "place", 42, figures=False), Column("Against", "against", 32, figures=False)),
            Column("Doubt", "doubt", 96, figures=False),
        ),
        each="row in doubts",
        otherwise="Doubts of the proof-reader: {{ doubts_count }}. The exempt version lists them, for the author.",
    )
