"""What may be typed into a cell of a workbook: its limits, and what a spreadsheet says when somebody is about to type.

A rule keeps slips out as they are typed; it cannot keep a blank or a pasted word out, so that formulas look for
themselves whether a cell they need is a number.
Change this when cells of another kind may be typed over.
"""

from __future__ import annotations

from dataclasses import dataclass

UNKNOWN = "?"


@dataclass(frozen=True)
class Input:
    """The limits of a cell in the unit it is shown in (None: none), whether "?" may stand there, and what it is."""

    title: str
    says: str
    low: float | None = None
    high: float | None = None
    whole: bool = False
    unknown: bool = True

    def rule(self, cell: str) -> dict[str, object]:
        """Return the rule of a cell as XlsxWriter takes it.

        Args:
            cell: the cell as its own sheet names it, like D7.
        """
        words = {
            "input_title": self.title,
            "input_message": self.says,
            "error_title": "Not a figure for this cell",
            "error_message": self.says,
        }
        if not self.unknown and self.low is not None and self.high is not None:
            kind = "integer" if self.whole else "decimal"
            return {"validate": kind, "criteria": "between", "minimum": self.low, "maximum": self.high, **words}
        limits = [f"ISNUMBER({cell})"]
        limits += [] if self.low is None else [f"{cell}>={self.low:g}"]
        limits += [] if self.high is None else [f"{cell}<={self.high:g}"]
        return {"validate": "custom", "value": f'=OR(AND({",".join(limits)}),{cell}="{UNKNOWN}")', **words}


_OPEN = "A blank, a word or ? makes every total that needs it ?, never nought."
MONTHS = Input("Months", "Whole months, 0 to 12. 12 is all of the year.", low=0, high=12, whole=True, unknown=False)
COST = Input("Cost in pounds", f"A number, nought or more. {_OPEN}", low=0)
SIGNED = Input("Amount in pounds", f"A number; income is below nought. {_OPEN}")
FTE = Input("FTE", f"Full-time equivalents, nought or more. {_OPEN}", low=0)
SIZE = Input("For so many FTE", f"FTE that the cost is for, above nought. {_OPEN}", low=0.001)
SHARE = Input("Rate in per cent", f"Between 0% and 100%. {_OPEN}", low=0, high=1)
AWARD = Input(
    "Award in per cent", "Like 2.5%, between -25% and 25%. Blank or 0%: none.", low=-0.25, high=0.25, unknown=False
)
