"""Search that finds Japanese: pairs of neighbouring letters instead of guessed words.

Sphinx parts Japanese pages into words but not what is typed into the search field, so that a
compound such as 参照画像 finds nothing. Here both are parted alike: runs of Japanese letters
into pairs, everything else into words.
"""

from __future__ import annotations

import re

from sphinx.application import Sphinx
from sphinx.search import SearchLanguage

JAPANESE = r"\u3005-\u3007\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff"
# White space and punctuation, of ASCII (but _), in general, of East Asia and of full width.
BETWEEN = (
    r"\s!-\/:-@\[-\^`{-~\u00a0-\u00bf\u2000-\u206f\u3000-\u3004\u3008-\u303f"
    r"\uff00-\uff0f\uff1a-\uff20\uff3b-\uff40\uff5b-\uff65"
)
RUN = f"[{JAPANESE}]+|[^{JAPANESE}{BETWEEN}]+"
SPLITTER = f"""
const splitQuery = (query) => {{
  const terms = [];
  for (const run of query.match(/{RUN}/g) || []) {{
    if (run.length < 2 || !/[{JAPANESE}]/.test(run)) terms.push(run);
    else for (let at = 0; at + 1 < run.length; at++) terms.push(run.slice(at, at + 2));
  }}
  return terms;
}};
"""


def split(text: str) -> list[str]:
    """Return the terms of a text: pairs of Japanese letters, and words."""
    terms: list[str] = []
    for run in re.findall(RUN, text):
        if len(run) < 2 or not re.match(f"[{JAPANESE}]", run):
            terms.append(run)
        else:
            terms += [run[at : at + 2] for at in range(len(run) - 1)]
    return terms


class BigramSearch(SearchLanguage):
    """Japanese pages by pairs of letters."""

    lang = "ja"
    language_name = "Japanese"
    js_splitter_code = SPLITTER

    def split(self, text: str) -> list[str]:
        """Part a page."""
        return split(text)

    def word_filter(self, stemmed_word: str) -> bool:
        """Keep every term; single letters as well."""
        return len(stemmed_word) > 0


def setup(app: Sphinx) -> dict[str, bool]:
    """Take the place of Sphinx's own search for Japanese."""
    app.add_search_language(BigramSearch)
    return {"parallel_read_safe": True}
