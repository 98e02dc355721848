"""The options that a run names: those there are, and words about those there are not.

Change this when an option can be named, or may be asked about, by something else.
"""

from scenarios.runs.refused import RunRefused
from scenarios.schema.case import Case
from scenarios.schema.derive import default_options
from scenarios.schema.nearness import meant
from scenarios.schema.options import Option

OPTION = "option"
NONE_TO_DESIGN = "no option of this case is to be designed: give the case its work (see restructure check)"


def options_of(case: Case) -> tuple[Option, ...]:
    """Return the options of a case, stated or those its tables suggest."""
    return case.scenario.options or default_options(case.scenario)


def option_named(case: Case, name: str, field: str = OPTION) -> Option:
    """Return the option of this name; `field` is the part of the asking that names it.

    Raises:
        RunRefused: there is none; says which there are.
    """
    options = {option.option: option for option in options_of(case)}
    if name in options:
        return options[name]
    near = meant(name, options)
    offer = f"; did you mean {near!r}?" if near else "."
    raise RunRefused(field, f"there is no option {name!r}{offer} The options are: {', '.join(options)}")


def every_name(case: Case, name: str | None) -> tuple[str, ...]:
    """Return the name of the option asked about; no names at all, which ask about every option, where none is named.

    Raises:
        RunRefused: there is no such option.
    """
    return () if name is None else (option_named(case, name).option,)


def designed_names(case: Case, name: str | None) -> tuple[str, ...]:
    """Return the names of the options to design that are asked about: the one named, else all.

    Raises:
        RunRefused: there is none of that name, it is not to be designed, or none is.
    """
    designed = tuple(each.option for each in options_of(case) if each.kind == "designed")
    if name is not None and option_named(case, name).kind != "designed":
        others = ", ".join(designed) or "none"
        raise RunRefused(
            OPTION, f"{name!r} is not to be designed (restructure compare answers it); options to design: {others}"
        )
    if not designed:
        raise RunRefused(OPTION, NONE_TO_DESIGN)
    return designed if name is None else (name,)


def require_posts_of_its_own(case: Case, name: str, field: str) -> None:
    """Have the option of this name be no change or one given by hand.

    Raises:
        RunRefused: there is none, or it is to be designed; says which have posts of their own.
    """
    if option_named(case, name, field).kind != "designed":
        return
    stated = ", ".join(each.option for each in options_of(case) if each.kind != "designed") or "none"
    raise RunRefused(
        field,
        f"{name!r} is to be designed: it has several answers or none, and no posts to stay near to. Write the posts "
        f"that were consulted on into the sheet proposed and name that; options with posts of their own: {stated}",
    )


def require_given(case: Case, name: str, field: str) -> None:
    """Have the option of this name be one given by hand.

    Raises:
        RunRefused: there is none, or it is not given by hand; says which are.
    """
    if option_named(case, name, field).kind == "given":
        return
    given = ", ".join(each.option for each in options_of(case) if each.kind == "given") or "none"
    raise RunRefused(field, f"{name!r} is not a structure given by hand (sheet proposed); those given are: {given}")
