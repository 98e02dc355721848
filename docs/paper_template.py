"""Write our template of the committee paper anew, for anybody to change: `python -m docs.paper_template`.

Change this when the copy stands elsewhere.
"""

from pathlib import Path

from scenarios.reporting.paper.house_template import house_template

COPY = Path(__file__).parent / "examples" / "committee-paper.docx"

if __name__ == "__main__":
    COPY.write_bytes(house_template())
