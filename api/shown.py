"""What is shown on the screen, in a text and on a page alike: plain words, widths, and a page that any browser opens.

Planners' words are printed as they stand, never read as markup. A page asks nothing of the network.
Change this when every door has to show something otherwise.
"""

import io
from collections.abc import Iterable
from html import escape

from rich.console import Console, RenderableType
from rich.terminal_theme import TerminalTheme
from rich.text import Text

NO_JUDGEMENT = "None of this makes a structure fair or lawful; that is the authority's judgement."
PIPE_COLUMNS = 120
STAND_IN = "\N{REPLACEMENT CHARACTER}"
PAGE_COLUMNS = 140
LIGHT = TerminalTheme(
    (255, 255, 255),
    (28, 28, 28),
    [
        (28, 28, 28),
        (150, 30, 30),
        (20, 100, 40),
        (120, 80, 0),
        (20, 60, 140),
        (110, 40, 110),
        (0, 100, 110),
        (90, 90, 90),
    ],
)
FORMAT = """\
<!DOCTYPE html>
<html lang="en-GB">
<head>
<meta charset="UTF-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}</title>
<style>
{{stylesheet}}
body {{{{ color: {{foreground}}; background-color: {{background}}; margin: 2rem; }}}}
pre {{{{ font: 14px/1.4 "DejaVu Sans Mono", Menlo, Consolas, monospace; overflow-x: auto; }}}}
</style>
</head>
<body>
<main>
<h1>{title}</h1>
<pre>{{code}}</pre>
</main>
</body>
</html>
"""


def plain(text: str) -> str:
    """Return a text of the visitor's without signs that steer a terminal; line ends stay."""
    return "".join(sign if sign.isprintable() or sign == "\n" else STAND_IN for sign in text)


def words(text: str, style: str = "") -> Text:
    """Return a text as rich prints it, without markup or signs that steer a terminal."""
    return Text(plain(text), style=style)


def page_of(title: str, shown: Iterable[RenderableType]) -> str:
    """Return what is shown on the screen as HTML, self-contained, dark on light."""
    console = Console(
        record=True,
        file=io.StringIO(),
        width=PAGE_COLUMNS,
        force_terminal=True,
        color_system="truecolor",
        legacy_windows=False,
        highlight=False,
        markup=False,
        emoji=False,
        _environ={},
    )
    for part in shown:
        console.print(part)
    head = escape(title).replace("{", "{{").replace("}", "}}")
    return console.export_html(theme=LIGHT, code_format=FORMAT.format(title=head), inline_styles=False)
