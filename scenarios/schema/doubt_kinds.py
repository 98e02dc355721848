"""The kinds of doubt, one small function each: usable data that a planner should look at.

Rules: design.md section 3; seed-facts.md section 6 (what the five real reports got wrong).
Change this when something correct but odd is worth a look.
"""

from __future__ import annotations

from scenarios.schema.faults import kind

DOUBT_CODES: set[str] = set()
_doubt = kind(DOUBT_CODES)


@_doubt
def rounded(text: str, as_read: str) -> str:
    """Mention hours that are no whole number of thousandths of an FTE."""
    return f"{text!r} is rounded to {as_read}"


@_doubt
def several_holders(people: int) -> str:
    """Mention one post with several holders."""
    return f"one post has {people} holders: a job share, or one of them is acting up or leaving?"


@_doubt
def more_people_than_posts(people: int, posts: int) -> str:
    """Mention more people than posts."""
    return f"{people} people are in {posts} posts: are some posts shared?"


@_doubt
def shared_as_read(people: int, fte: str, posts: int) -> str:
    """Mention more people than the posts that FTE alone is read as."""
    return (
        f"{people} people are in {fte} FTE, read as {posts} posts of which some are shared: if some are part-time, "
        "say in posts how many there are"
    )


@_doubt
def no_work_for(title: str) -> str:
    """Mention a job that only the new structure has and that nothing says is able to do any work."""
    return f"nothing says what work {title!r} can do, so none is counted for it: name it in able"


@_doubt
def more_fte_than_posts(fte: str, posts: int) -> str:
    """Mention posts larger than full time."""
    return f"{fte} FTE in {posts} posts: is a post larger than full time?"


@_doubt
def occupied_over_established(occupied: str, established: str) -> str:
    """Mention more occupied than established FTE."""
    return f"{occupied} FTE are occupied and {established} established"


@_doubt
def agency_in_post() -> str:
    """Mention agency workers: they hold a post and belong to no staff group."""
    return "agency workers are in these posts: they are counted in no staff group"


@_doubt
def term_without_end() -> str:
    """Mention a fixed term without an end."""
    return "the contract is for a fixed term and no end is given"


@_doubt
def term_ends_first(end: str, start: str) -> str:
    """Mention a post that ends before the new structure starts."""
    return f"the post ends on {end}, before the new structure starts on {start}"


@_doubt
def unit_cost_clash(what: str, one: str, other: str, where: str) -> str:
    """Mention one role or grade at two costs for one FTE; `where` is the other place."""
    return (
        f"{what} costs {one} for one FTE here and {other} in {where}, at the same prices: "
        "look at fte and cost (of the whole line) in both"
    )


@_doubt
def grade_clash(title: str, here: str, there: str) -> str:
    """Mention one title with two grades."""
    return f"{title!r} is {here!r} here and {there!r} elsewhere"


@_doubt
def grade_blank(title: str, grades: list[str]) -> str:
    """Mention a post without a grade beside others of its title that have one; an unknown grade is marked with ?."""
    return (
        f"no grade, and other posts of {title!r} are {' or '.join(grades)}: nothing says that this one is too; "
        "type its grade, or ? where it is not known"
    )


@_doubt
def open_grade(role: str, grades: list[str]) -> str:
    """Mention a grade that the source states in two ways: branches keep them apart."""
    return f"the grade of {role!r} is not settled: {' or '.join(grades)}; each is worked out as a branch of its own"


@_doubt
def ungraded(option: str, graded: int, posts: int) -> str:
    """Mention posts given for an option whose grade nobody knows yet."""
    return f"{graded} of {posts} new posts have a grade in {option!r}: pay and claims by grade cannot be told"


@_doubt
def nearly_alike(one: str, other: str) -> str:
    """Mention two names that look alike."""
    return f"{one!r} and {other!r} look alike and are taken as two: are they one?"


@_doubt
def look_alike_letters(name: str, letters: list[str]) -> str:
    """Mention a name with letters of another alphabet or letters that cannot be seen: typed anew it is another."""
    return f"{name!r} holds {', '.join(letters)}, which looks like another letter or like none: type the name again"


@_doubt
def title_cut_short(short: str, full: str, variants: str) -> str:
    """Mention two titles at one grade of which one looks like the other with words cut short.

    Args:
        short: the shorter title and its size.
        full: the other and its size.
        variants: the row of the sheet roles that makes them one, in words.
    """
    return (
        f"{short} looks like {full} cut short, at the same grade; as two jobs they are two staff groups, which can "
        f"move the number at risk; if they are one, give the sheet roles a row with {variants}"
    )


@_doubt
def near_name(name: str, near: str, what: str) -> str:
    """Mention a name that one row alone gives and that nearly is another: names may be new, so it is no fault."""
    return f"{name!r} looks like {near!r}; if it is the same {what}, write it alike"


@_doubt
def no_post_of_today(number: str, near: str | None) -> str:
    """Mention a proposed post under a number that no post of today has."""
    offer = f"; did you mean {near!r}?" if near is not None else ""
    return f"{number!r} is no post of today: leave it blank for a new post{offer}"


@_doubt
def outside_team(team: str) -> str:
    """Mention a transfer to a team that is not listed."""
    return f"{team!r} is not among the teams: read as outside the service"


@_doubt
def new_role(role: str) -> str:
    """Mention a re-designation to a role named nowhere else."""
    return f"{role!r} is named nowhere else: read as a new role"


@_doubt
def no_demand(work: str) -> str:
    """Mention work of which nobody knows the amount."""
    return f"nothing says how much of {work!r} there is: it needs no one"


@_doubt
def shares_may_pass_whole(job: str, percent: str) -> str:
    """Mention ranges of shares that together may take more than all of a job's time."""
    return (
        f"the shares of {job!r} come to {percent} where each is at its highest, more than its whole time: "
        "lower a range, or see that they are never high together"
    )


@_doubt
def nobody_able(work: str) -> str:
    """Mention work that no role can do."""
    return f"no role can do {work!r}: name one in able"


@_doubt
def single_lead(team: str) -> str:
    """Mention a shared lead shared with nobody."""
    return f"{team!r} names one team that shares its lead: with whom?"
