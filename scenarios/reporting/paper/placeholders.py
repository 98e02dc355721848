"""Every placeholder of the paper, by name, with what it holds: what our template and an authority's own may use.

Names with a list are gone through with `{%tr for row in name %}` in a table or `{%p for each in name %}` in paragraphs.
Change this when a paper can say something more: the guide names each, and a test compares them with what is filled.
"""

FIELDS = {
    "title": "Title of the case.",
    "authority": "Who reorganises.",
    "case_name": "Short name of the case.",
    "version": "Public version, or Exempt version.",
    "version_words": "What the version leaves out, or why it is not to be published.",
    "prices": "The prices that costs are at.",
    "old_prices": "Sentence where the prices are of a year or more before the first year shown; else blank.",
    "notices": "List of sentences: illustration, what a reader must know, what nothing here judges.",
    "note": "What a reader must know of the case; blank where nothing is stated.",
    "today": "The establishment as it is: a structure, or blank where the case leaves no change out.",
    "recommended": "List of structures that the author recommends: one for each grade branch and answer.",
    "recommended_option": "Name of the option that the author recommends; blank where there is none.",
    "reason": "The author's reason for it; blank where none is given.",
    "structures": "List of every structure, in the order of the comparison.",
    "spent_once": "Those of them whose one-off cost readers of the version may see.",
    "options": "List of options, each with its name, title, kind, proposed_by, standing, reason and structures.",
    "must_be_true": "List, what is recommended first: structure, number, assumption, words, value, range, breaks.",
    "not_asked": "List of structures for which no assumption was moved, so that nothing is said of what must be true.",
    "assumptions": "List: sheet, figure, words, value, kind, source.",
    "not_known": "List of sentences: what is not known and bears on an answer.",
    "doubts": "List: place, against, doubt; empty in the public version.",
    "doubts_count": "How many doubts there are.",
    "calendar": "List of the steps stated: step, kind, about, from, until, after.",
    "consultation": "Those of them that are consultation.",
    "timetables": "List by given structure: option, decided, people, periods, hr1_by, earliest_saving, latest_saving, "
    "months, year, apart, not_known; its periods: step, from, until, latest, days, why.",
    "equality": "The equality table: people, rows and why; its rows: characteristic, value, people, share, department.",
    "legal": "List of sentences on what the tool does not judge.",
    "sources": "List of where the sheets of the case come from: sheet, source.",
    "provenance": "List of sentences: what the results were made from.",
    "cost_chart": "Picture: cost of each structure; blank where no cost is known.",
    "posts_chart": "Picture: posts by team and by grade, today and recommended; blank where there is not both.",
    "displaced_chart": "Picture: people displaced, at least and at most; blank where none may be shown.",
}
