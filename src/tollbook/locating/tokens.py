"""Text -> words and marks with their places, cut so that a name's words stand alone."""

import re
from dataclasses import dataclass

_TOKEN = re.compile(
    r"""
    [^\W\d_][^\W_]*+(?:['’ʻ][^\W\d_]++)*+(?!\.)  # most words: no point behind, none looked for
    | (?:[^\W\d_]\.){2,}                        # U.S.  N.J.  D.C.
    | (?:Ft|Mt|Pt|St|Ste|Sts|Dr|Mr|Mrs|Ms|Gov|Sen|Rep|Gen|Sgt|Col|Capt|Lt|Maj|Prof|Rev|
         Ala|Ariz|Ark|Calif|Colo|Conn|Del|Fla|Ga|Ill|Ind|Kan|Kans|Ky|La|Mass|Md|Mich|Minn|Miss|
         Mo|Mont|Neb|Nev|Okla|Ore|Pa|Penn|Tenn|Tex|Va|Vt|Wash|Wis|Wyo|Ont|Alta|Sask|Man|Que)\.
         (?=\s?[^\s]|$)
    | \d+(?:[.,:]\d+)*(?:[^\W_]+)?
    | [^\W_]+(?:['’ʻ][^\W\d_]+)*                # Côte d’Ivoire's words, Sana'a
    | \S
    """,
    re.VERBOSE,
)
_POSSESSIVE = re.compile(r"(?:['’]s|(?<=s)['’])$", re.IGNORECASE)


# Not frozen: a report has hundreds of tokens, and a frozen one takes three times as long to make.
@dataclass(slots=True)
class Token:
    """A word, a number or a mark. `lower` is its text in lower case, quotes made plain.

    It `opens` a sentence, a line or a quotation; `is_capitalised` if it begins like a name.
    """

    start: int
    end: int
    text: str
    lower: str
    opens: bool
    is_capitalised: bool


_ENDS = frozenset(".!?:\n•|")
_INDENT = 6
_QUOTES = frozenset("\"“”'‘’()[]")


def tokenise(text: str) -> list[Token]:
    """Cut a text into tokens; hyphens part words, a possessive ending is a token of its own."""
    tokens: list[Token] = []
    opens, end = True, 0
    for match in _TOKEN.finditer(text):
        word, start = match.group(), match.start()
        if not opens and start > end and (gap := text[end:start]) != " ":
            opens = _opens_line(gap)
        end = match.end()
        lower = word.lower()
        if not lower.isalnum():
            lower = lower.replace("’", "'")
            if len(word) > 1 and "'" in lower[-2:]:
                stem = _POSSESSIVE.sub("", word)
                if len(stem) < len(word):
                    cut = start + len(stem)
                    of_stem = lower[: len(stem)]
                    tokens.append(Token(start, cut, stem, of_stem, opens, stem[0].isupper()))
                    tokens.append(Token(cut, end, word[len(stem) :], "'s", False, False))
                    opens = False
                    continue
        tokens.append(Token(start, end, word, lower, opens, word[0].isupper()))
        opens = word in _ENDS or (opens and word in _QUOTES)
    return tokens


def _opens_line(gap: str) -> bool:
    """Whether a line begins anew: one that goes on far to the right was only broken there."""
    return "\n" in gap and (gap.count("\n") > 1 or len(gap) < _INDENT)
