"""Our own template of the committee paper: its sections in their order, with placeholders for everything computed.

Source: domain-rules.md section 19, the sections that real reports have together. An authority that wants another order,
or its own look, takes a copy (docs/examples/committee-paper.docx) or writes its own with the same placeholders.
Change this when the paper has another section; then write the copy anew with `python -m docs.paper_template`.
"""

from functools import cache

from scenarios.reporting.paper.form import Column, Form
from scenarios.reporting.paper.house_appendices import appendices
from scenarios.reporting.paper.house_decision import TEAM, decision

ROLE = Column("Role", "role", 56, figures=False)
LINES = (
    *(TEAM, ROLE, Column("Grade", "grade", 25, figures=False)),
    *(Column("Posts", "posts", 13), Column("FTE", "fte", 13), Column("Cost a year", "cost", 20)),
)
SUMMARY = (
    *(Column("No.", "number", 9), Column("Structure", "label", 54, figures=False), Column("Posts", "posts", 13)),
    *(Column("FTE", "fte", 13), Column("Cost a year", "cost", 20), Column("Saving", "saving", 20)),
    *(Column("Displaced", "displaced", 22), Column("FTE not covered", "uncovered", 19)),
)
PEOPLE = (
    *(Column("Structure", "name", 62, figures=False), Column("In scope", "in_scope", 18)),
    *(Column("At risk", "at_risk", 18), Column("Section 188", "s188", 24), Column("Slotted in", "slot_in", 20)),
    Column("Displaced", "displaced", 28),
)
POSTS_NOT_PEOPLE = (
    *(Column("Structure", "name", 80, figures=False), Column("Deleted", "deleted", 20)),
    *(Column("of them filled", "deleted_filled", 22), Column("of them vacant", "deleted_vacant", 24)),
    Column("Created", "created", 24),
)
FULL_YEAR = "Pounds for a full year (12 months)"


@cache
def house_template() -> bytes:
    """Return our template as the bytes of a Word file."""
    form = Form()
    _head(form)
    decision(form)
    _where_we_are(form)
    _proposal(form)
    _options(form)
    _money(form)
    _people(form)
    _duties(form)
    _dates(form)
    _others(form)
    appendices(form)
    return form.content()


def _head(form: Form) -> None:
    form.say("{{ title }}", "Title")
    form.say("{{ authority }}", "Subtitle")
    form.facts(
        "The report",
        (
            *(("Committee", "[To be filled in]"), ("Date of the meeting", "[To be filled in]")),
            *(("Agenda item", "[To be filled in]"), ("Reporting officer (role)", "[To be filled in]")),
            *(("Decision type (key or not)", "[To be filled in]"), ("Wards affected", "[To be filled in]")),
            *(("Access", "{{ version }}. {{ version_words }}"), ("Prices", "{{ prices }}")),
            ("Marks", "?: not known, or rests on something not known. *: held back from the public version."),
        ),
    )
    form.items("each in notices", "{{ each }}")


def _where_we_are(form: Form) -> None:
    form.heading("3. Background and drivers")
    form.say("{%p if note %}")
    form.say("{{ note }}")
    form.say("{%p endif %}")
    form.blank("background, and what drives the change")
    form.heading("4. Current structure and its cost")
    form.say("{%p if today %}")
    form.say("Today there are {{ today.posts }} posts, {{ today.fte }} FTE, with {{ today.in_scope }} people in scope.")
    form.say("They cost {{ today.cost }} for a full year (12 months, {{ today.price_base }}).")
    form.table(
        f"Posts today. {FULL_YEAR}, {{{{ today.price_base }}}}", LINES, each="row in today.lines", otherwise="No posts."
    )
    form.heading("5. Functions and workload")
    form.table(
        "Work that is left after the change, in FTE, and which of today's posts could do it",
        (
            *(Column("Work", "work", 48, figures=False), Column("Time on it today", "today", 20)),
            *(Column("Needed after the change", "needed", 24), Column("Done by today's posts", "done", 22)),
            Column("Which posts", "who", 56, figures=False),
        ),
        each="row in today.work",
        otherwise="No work is stated in the case, so nothing is said of what would be left undone.",
    )
    form.say("{%p if today.work %}")
    form.say(
        "What is needed is the work that is left after the change, so work that ends stands at 0 and no change has "
        "time to spare. Time on it today is worked out from today's posts and the share of their time; ?: not stated. "
        "~ marks what rests on an assumption: appendix B has each with its source."
    )
    form.say("{%p endif %}")
    form.say("{%p else %}")
    form.blank("the current structure: the case leaves no change out")
    form.say("{%p endif %}")


def _proposal(form: Form) -> None:
    form.heading("6. Proposal")
    form.say("{%p if recommended %}")
    form.say("{%p for structure in recommended %}")
    form.heading("{{ structure.name }}", 2)
    form.table(
        f"Posts proposed. {FULL_YEAR}, {{{{ structure.price_base }}}}",
        LINES,
        each="row in structure.lines",
        otherwise="No posts.",
    )
    form.items("each in structure.notes", "{{ each }}")
    form.say("{%p endfor %}")
    form.picture("posts_chart", "There is no picture of posts before and after.")
    form.say("{%p else %}")
    form.blank("the proposal: the case recommends no option")
    form.say("{%p endif %}")
    form.blank("reporting lines")


def _options(form: Form) -> None:
    form.heading("7. Options")
    form.table(
        f"All structures. {FULL_YEAR}, {{{{ prices }}}}; people displaced at the least and at the most",
        SUMMARY,
        each="row in structures",
        otherwise="No structure.",
    )
    form.say(
        "How a design was asked for stands after its name. People first: work left undone, then people displaced, then "
        "cost; money first: cost before people displaced; improved: no worse than the given option on all three and "
        "better on one. = means that they came to the same posts."
    )
    form.picture("cost_chart", "No cost is known, so there is no picture of it.")
    form.say("{%p for option in options %}")
    form.heading("{{ option.name }}", 2)
    form.say("{%p if option.title %}")
    form.say("{{ option.title }}.")
    form.say("{%p endif %}")
    form.say("{%p if option.proposed_by %}")
    form.say("Proposed by: {{ option.proposed_by }}.")
    form.say("{%p endif %}")
    form.say("{%p if option.reason %}")
    form.say("Standing as the author gives it: {{ option.standing }}. The author's reason: {{ option.reason }}")
    form.say("{%p else %}")
    form.say("Standing as the author gives it: {{ option.standing }}.")
    form.blank("the author's reason: none is given")
    form.say("{%p endif %}")
    form.say("{%p for structure in option.structures %}")
    form.say("{%p if structure.has_posts %}")
    form.say(
        "{{ structure.number }}. {{ structure.name }}: {{ structure.posts }} posts, {{ structure.fte }} FTE, "
        "{{ structure.cost }} a year{% if structure.saving %}, saving {{ structure.saving }}{% endif %} (12 months, "
        "{{ structure.price_base }}); people displaced: {{ structure.displaced }}; FTE of work not covered: "
        "{{ structure.uncovered }}.",
        "List Bullet",
    )
    form.say("{%p else %}")
    form.say("{{ structure.number }}. {{ structure.name }}: {{ structure.outcome }}.", "List Bullet")
    form.say("{%p endif %}")
    form.items("each in structure.work_not_covered", "Work not covered: {{ each }}", "List Bullet 2")
    form.items("each in structure.rules_not_kept", "Rule not kept: {{ each }}", "List Bullet 2")
    form.say("{%p endfor %}")
    form.say("{%p endfor %}")
    form.heading("8. Reasons")
    form.say("{%p if reason %}")
    form.say("{{ reason }}")
    form.say("{%p else %}")
    form.blank("the author's reason for what is recommended: none is given")
    form.say("{%p endif %}")


def _money(form: Form) -> None:
    form.heading("9. Financial implications")
    form.say(
        "Costs are at {{ prices }}; savings are against no change at the same prices. A line of cost is published (as "
        "the source prints it), assumed (a guess of the case) or derived (worked out from other figures of the case)."
    )
    form.say("{%p if old_prices %}")
    form.say("{{ old_prices }}")
    form.say("{%p endif %}")
    form.say("{%p if today %}")
    form.say("No change, lines of its cost: {{ today.bases }}.")
    form.say("{%p endif %}")
    form.say("{%p for structure in recommended %}")
    form.heading("{{ structure.name }}", 2)
    form.say("Lines of its cost: {{ structure.bases }}.")
    form.table(
        f"Saving by source, its parts. {FULL_YEAR}, {{{{ structure.price_base }}}}; in all {{{{ structure.saving }}}}",
        (
            *(Column("Source", "source", 90, figures=False), Column("How", "effect", 50, figures=False)),
            Column("Saving", "saving", 30),
        ),
        each="row in structure.savings",
        otherwise="Nothing is saved, or no part of the saving is known.",
    )
    form.table(
        f"Saving by who pays. {FULL_YEAR}, {{{{ structure.price_base }}}}",
        (Column("Funding", "funding", 130, figures=False), Column("Saving", "saving", 40)),
        each="row in structure.fundings",
        otherwise="The case states no funding of its posts.",
    )
    form.table(
        "Cost and saving by year, {{ structure.price_base }}; months: of the year, those of the new structure",
        (
            *(Column("Year", "year", 50, figures=False), Column("Months", "months", 30)),
            *(Column("Cost", "cost", 45), Column("Saving", "saving", 45)),
        ),
        each="row in structure.years",
        otherwise="The case states no years.",
    )
    form.say("{%p endfor %}")
    _spent_once(form)
    form.blank("how what is spent once is paid for, and the comments of the chief finance officer")


def _spent_once(form: Form) -> None:
    form.table(
        "Spent once, and how soon the saving pays it back. Pounds",
        (
            *(Column("Structure", "name", 74, figures=False), Column("At least", "once_low", 24)),
            *(Column("Expected", "once_expected", 24), Column("At most", "once_high", 24)),
            Column("Paid back", "payback", 24),
        ),
        each="row in spent_once",
        otherwise="What is spent once is held back from the public version, because it holds exit costs.",
    )


def _people(form: Form) -> None:
    form.heading("10. Human resources implications")
    form.say("Posts deleted and created are not people. People displaced are a range: nothing is decided.")
    form.table(
        "Posts deleted and created",
        POSTS_NOT_PEOPLE,
        each="row in structures if row.has_posts",
        otherwise="No structure.",
    )
    form.table(
        "People: who is in scope and at risk, and how many are displaced at the least and at the most",
        PEOPLE,
        each="row in structures if row.has_posts",
        otherwise="No structure.",
    )
    form.say(
        "Section 188 counts people to consult about, not people displaced: its low end, which may lie below theirs, "
        "takes each staff group at its fewest people and leaves out whoever slots in."
    )
    form.picture("displaced_chart", "There is no picture of people displaced: none are, or numbers are held back.")
    form.say("{%p for structure in recommended %}")
    form.heading("{{ structure.name }}: routes", 2)
    form.table(
        "Ring-fences: people for posts; who is appointed is not worked out",
        (
            *(Column("Staff groups", "groups", 50, figures=False), Column("People", "people", 17)),
            *(Column("For posts", "posts", 17), Column("Roles", "roles", 60, figures=False)),
            Column("Without a place, at least", "unplaced", 26),
        ),
        each="row in structure.fences",
        otherwise="There is no ring-fence.",
    )
    form.table(
        "Staff groups, and how many of each are displaced",
        (
            *(Column("Staff group", "group", 100, figures=False), Column("People", "people", 30)),
            Column("Displaced", "displaced", 40),
        ),
        each="row in structure.groups",
        otherwise="No staff group.",
    )
    form.say("{%p endfor %}")
    form.blank("the status of consultation under section 188, and the comments of the HR officer")


def _duties(form: Form) -> None:
    form.heading("11. Equality implications")
    form.table(
        "People affected by characteristic, and the department beside them; {{ equality.people }} people",
        (
            Column("Characteristic", "characteristic", 50, figures=False),
            Column("Value", "value", 50, figures=False),
            *(Column("People", "people", 22), Column("Share", "share", 22), Column("Department", "department", 26)),
        ),
        each="row in equality.rows",
        otherwise="The case has no equality figures.",
    )
    form.say("{%p if equality.why %}")
    form.say("*: hidden: {{ equality.why }}.")
    form.say("{%p endif %}")
    form.blank("the authority's assessment of the effect on equality")
    form.heading("12. Legal implications")
    form.items("each in legal", "{{ each }}")
    form.blank("the comments of the monitoring officer")
    form.heading("13. Risks: what must be true")
    form.table(
        "Assumptions within whose range an answer changes; what is recommended comes first",
        (
            *(Column("No.", "number", 10), Column("Assumption", "words", 45, figures=False)),
            *(Column("Taken as", "value", 18), Column("May be", "range", 26)),
            Column("What is so", "breaks", 71, figures=False),
        ),
        each="row in must_be_true",
        otherwise="No assumption that was moved changes an answer.",
    )
    form.say("{%p if not_asked %}")
    form.say("Not asked, so that nothing is said here of what must be true for them; options set aside are not asked:")
    form.items("each in not_asked", "{{ each }}")
    form.say("{%p endif %}")
    form.say("{%p if not_known %}")
    form.say("Not known, and so every figure that would rest on it is a question mark:")
    form.items("each in not_known", "{{ each }}")
    form.say("{%p endif %}")
    form.blank("other risks")


def _dates(form: Form) -> None:
    form.heading("14. Consultation")
    steps = (
        *(Column("Step", "step", 62, figures=False), Column("About", "about", 40, figures=False)),
        *(Column("From", "from", 34, figures=False), Column("Until", "until", 34, figures=False)),
    )
    form.table("Consultation stated", steps, each="row in consultation", otherwise="The case states no consultation.")
    form.blank("what unions and staff said, and what was changed")
    form.heading("15. Timetable")
    form.table("Steps stated", steps, each="row in calendar", otherwise="The case states no steps.")
    form.say("{%p for plan in timetables %}")
    form.heading("{{ plan.option }}: periods after the decision to consult", 2)
    form.say("Decided on {{ plan.decided }}; people at risk, at most: {{ plan.people }}.")
    form.table(
        "Periods one after the other; what nobody has stated counts as no days",
        (
            *(Column("Period", "step", 40, figures=False), Column("From", "from", 28, figures=False)),
            *(Column("Until, at the earliest", "until", 30, figures=False), Column("Days", "days", 18)),
            Column("Why", "why", 54, figures=False),
        ),
        each="row in plan.periods",
        otherwise="No period.",
    )
    form.say(
        "First saving: not before {{ plan.earliest_saving }}, which leaves {{ plan.months }} whole months of "
        "{{ plan.year }}{% if plan.not_known %} at most{% endif %}."
    )
    form.items("each in plan.apart", "{{ each }}")
    form.say("{%p endfor %}")


def _others(form: Form) -> None:
    form.heading("16. Comments of officers")
    officers = ("Finance", "Human resources", "Legal", "Equality", "Constitution")
    form.facts("Comments, each with role and date", tuple((who, "[To be filled in]") for who in officers))
    form.heading("17. Background papers")
    form.table(
        "Where the figures of the case come from",
        (Column("Sheet of the case", "sheet", 50, figures=False), Column("Source", "source", 120, figures=False)),
        each="row in sources",
        otherwise="The case states no sources.",
    )
    form.blank("other background papers")
