"""How amounts are written in sentences: pounds, FTE, counts with their noun.

Change this when a unit is shown differently to planners.
"""


def pounds(pence: int) -> str:
    """Pence as pounds, with the pence only where there are any: "£386,500" or "£929.30"."""
    sign = "-" if pence < 0 else ""
    whole, rest = divmod(abs(pence), 100)
    return f"{sign}£{whole:,}" + (f".{rest:02d}" if rest else "")


def fte(milli_fte: int) -> str:
    """Thousandths of FTE as FTE: "1.5 FTE"."""
    sign = "-" if milli_fte < 0 else ""
    whole, rest = divmod(abs(milli_fte), 1000)
    decimals = f".{rest:03d}".rstrip("0") if rest else ""
    return f"{sign}{whole}{decimals} FTE"


def financial_year(year: int) -> str:
    """A financial year by its first calendar year, as papers print it: 2026 is "2026/27"."""
    return f"{year}/{(year + 1) % 100:02d}"


def some(count: int, noun: str, plural: str = "") -> str:
    """A count with its noun: "1 post", "6 posts", "2 people"."""
    return f"{count:,} {noun if count == 1 else plural or noun + 's'}"
