"""Text -> tokens, each with its place in the text."""

import re
from dataclasses import dataclass

_TOKEN = re.compile(
    r"""
    [^\W\d_]++(?![-–'’.\w])  # most words: nothing that goes on with them
    | \d+(?:[.,]\d+)*(?:st|nd|rd|th|s|ST|ND|RD|TH|D\b)?(?:-[^\W\d_]+)*  # 1,400 15th 3D  19-year-old
    | (?:[^\W\d_]\.){2,}-\w+(?:-\w+)*                       # U.S.-led
    | (?:[^\W\d_]\.\ ?){2,}(?=\W|$)                          # U.S.  U. S.  U.N.
    | (?:Adm|Brig|Capt|Cmdr|Col|Cpl|Dr|Gen|Gov|Lt|Maj|Mr|Mrs|Ms|Prof|Rep|Sen|Sgt|St)\.(?=\ [A-Z])
    | [^\W_]+(?:[-–'’.][^\W_]+)*                             # rebel-held  Jama’at  IS-bastion
    | -{2,}                                                    # a dash of the wires
    | \S
    """,
    re.VERBOSE,
)
_POSSESSIVE = re.compile(r"(?:['’]s|(?<=s)['’])$", re.IGNORECASE)


# Not frozen: a report has hundreds of tokens, and a frozen one takes three times as long to make.
@dataclass(slots=True)
class Token:
    """A word, number or mark. `lower` is its text in lower case, typographic quotes made plain."""

    start: int
    end: int
    text: str
    lower: str

    @property
    def is_word(self) -> bool:
        """Whether it holds a letter or a digit."""
        return self.text[0].isalnum()


def tokenise(text: str, start: int = 0) -> list[Token]:
    """Cut a text into tokens; a possessive ending is a token of its own.

    Args:
        text: the text, or a stretch of it.
        start: where the stretch begins in the whole text; offsets count from there.
    """
    tokens: list[Token] = []
    for match in _TOKEN.finditer(text):
        word = match.group()
        if word[-1] == " ":
            word = word.rstrip(" ")
        at = start + match.start()
        split = None if word[-2:].isalnum() or len(word) < 3 else _POSSESSIVE.search(word)
        if split:
            stem = word[: split.start()]
            tokens.append(_token(at, stem))
            tokens.append(_token(at + len(stem), word[split.start() :]))
        else:
            lower = word.lower().replace("’", "'")
            tokens.append(Token(at, at + len(word), word, lower))
    return tokens


def _token(at: int, word: str) -> Token:
    return Token(at, at + len(word), word, word.lower().replace("’", "'"))
