"""What the committee decides, in our template: the purpose, and each recommended structure with what it leaves undone.

Several recommended structures exclude each other: one would be established. Change this when a recommendation has to
say something more.
"""

from scenarios.reporting.paper.form import Column, Form

TEAM = Column("Team", "team", 43, figures=False)
CHANGED = (TEAM, Column("Role", "role", 83, figures=False), Column("Posts today", "today", 20))
SEVERAL = "recommended | length > 1"


def decision(form: Form) -> None:
    """Add the sections on what the committee is asked to decide."""
    form.heading("1. Purpose")
    form.say(
        "This report sets out options for the service, what each would cost and save against no change, how many "
        "people each would displace at the least and at the most, and what must be true for each to hold."
    )
    form.blank("what the committee is asked to do, and why now")
    form.heading("2. Recommendations")
    form.say("{%p if recommended_option %}")
    form.say("The author recommends the option: {{ recommended_option }}. If the committee agrees, it would:")
    form.say(f"{{%p if {SEVERAL} %}}")
    form.say(
        "The structures below are alternatives, told apart by name: the committee would establish one of them, not "
        "all. Where a grade stands in the names, that grade is not settled."
    )
    form.say("{%p endif %}")
    form.say("{%p for structure in recommended %}")
    form.heading("{{ structure.name }}", 2)
    form.say(
        f"{{% if {SEVERAL} %}}{{% if loop.first %}}Either establish{{% else %}}Or establish{{% endif %}}{{% else %}}"
        "Establish{% endif %} {{ structure.posts }} posts ({{ structure.fte }} FTE) at {{ structure.cost }} for a full "
        "year (12 months, {{ structure.price_base }}), a saving of {{ structure.saving }} against no change.",
        "List Bullet",
    )
    form.say(
        "Delete {{ structure.deleted }} posts and create {{ structure.created }}. Posts are not people.", "List Bullet"
    )
    form.say(
        "Work left undone, in FTE: {{ structure.uncovered }}. People displaced, at the least and at the most: "
        "{{ structure.displaced }}.",
        "List Bullet",
    )
    form.table(
        "Posts to delete",
        (*CHANGED, Column("Deleted", "deleted", 24)),
        each="row in structure.deletions",
        otherwise="No post is deleted.",
    )
    form.table(
        "Posts to create",
        (*CHANGED, Column("Created", "created", 24)),
        each="row in structure.creations",
        otherwise="No post is created.",
    )
    form.say("{%p endfor %}")
    form.say("{%p else %}")
    form.blank("the option that is recommended: the case names none")
    form.say("{%p endif %}")
    form.blank("further recommendations, and who is authorised to do what")
