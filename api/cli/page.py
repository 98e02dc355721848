"""What the screen shows as one page that opens in any browser and asks nothing of the network.

Change this when the page has to look otherwise than the screen.
"""

import io
from collections.abc import Iterable
from html import escape

from rich.console import Console, RenderableType
from rich.terminal_theme import TerminalTheme

from api.cli.report import Report, parts

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


def page(report: Report) -> str:
    """Return the comparison as HTML, self-contained, dark on light."""
    return page_of(report.comparison.title, parts(report))


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
