"""A sentence cut into tokens, and the names in it: what is written with capitals."""

import re
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

_TOKEN = re.compile(
    r"""
    \d+(?:[.,:]\d+)*(?:st|nd|rd|th|s|m|km)?(?:-\w+)*
    | (?:[^\W\d_]\.){2,}(?:-\w+)*
    | (?:St|Mt|Ft|Dr|Gen|Col|Lt|Maj|Capt|Sgt|Brig|Gov|Rep|Sen|Mr|Mrs|Ms)\.
    | [^\W_]+(?:[-–'’`.]+[‘']?[^\W_]+)*
    | -{2,}
    | \S
    """,
    re.VERBOSE,
)
_POSSESSIVE = re.compile(r"(?:['’]s|(?<=s)['’])$", re.IGNORECASE)
_ARTICLE = re.compile(r"(?:al|el|ad|as|ash|ar|at|an|az)[-–]['‘]?[^\W\d_a-z]", re.UNICODE)
_OPENS = frozenset({".", '"', "“", "‘", "``", ":", "--", "—", "–", "!", "?"})
# "Serb-held Oker" is Oker, held by Serbs.
_HELD = re.compile(r"-(?:held|controlled|populated|ruled|run|dominated|led|backed|based)$")


@dataclass(frozen=True, slots=True)
class PlacingWords:
    """The word lists of `words/event_place.en.toml`."""

    openers: frozenset[str]
    never: frozenset[str]
    inside: frozenset[str]
    of: frozenset[str]
    prepositions: frozenset[str]
    directions: frozenset[str]
    determiners: frozenset[str]
    borders: frozenset[str]
    verbs: frozenset[str]
    kinds: frozenset[str]


@lru_cache(maxsize=1)
def placing_words() -> PlacingWords:
    """Load the word lists."""
    path = files("tollbook.locating").joinpath("words", "event_place.en.toml")
    table = tomllib.loads(path.read_text("utf-8"))
    return PlacingWords(**{name: frozenset(block.split()) for name, block in table.items()})


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """A sentence's tokens, as parallel lists; `lower` are its words in lower case."""

    text: str
    starts: Sequence[int]
    ends: Sequence[int]
    words: Sequence[str]
    lower: Sequence[str]

    def is_name(self, at: int) -> bool:
        """Whether a token is written as names are."""
        return _is_written_as_name(self.words[at])


def read_sentence(text: str) -> Sentence:
    """Cut a sentence into tokens; a possessive ending is one of its own."""
    starts: list[int] = []
    ends: list[int] = []
    for match in _TOKEN.finditer(text):
        start, end = match.span()
        owner = _POSSESSIVE.search(match.group()) if end - start > 2 else None
        if owner is not None:
            starts += [start, start + owner.start()]
            ends += [start + owner.start(), end]
        else:
            starts.append(start)
            ends.append(end)
    words = [text[start:end] for start, end in zip(starts, ends, strict=True)]
    return Sentence(
        text=text, starts=starts, ends=ends, words=words, lower=[w.lower() for w in words]
    )


def find_names(sentence: Sentence) -> list[tuple[int, int]]:
    """Find the names of a sentence, of places or not, as first token and the one behind the last.

    Example:
        >>> text = "In Serb-held Oker, near the Gulf of Sarn, Mr. Vel spoke on Monday."
        >>> sentence = read_sentence(text)
        >>> [" ".join(sentence.words[a:b]) for a, b in find_names(sentence)]
        ['Oker', 'Gulf of Sarn', 'Mr. Vel']
    """
    names: list[tuple[int, int]] = []
    at = 0
    while at < len(sentence.words):
        if not _may_begin(sentence, at):
            at += 1
            continue
        end = _name_end(sentence, at)
        names.append((at, end))
        at = end
    return names


def _is_written_as_name(word: str) -> bool:
    return word[0].isupper() or _ARTICLE.match(word) is not None


def _may_begin(sentence: Sentence, at: int) -> bool:
    if not _is_written_as_name(sentence.words[at]):
        return False
    lower, words = sentence.lower[at], placing_words()
    if lower in words.never or _HELD.search(lower):
        return False
    opens = at == 0 or sentence.words[at - 1] in _OPENS
    return not (opens and lower in words.openers)


def _name_end(sentence: Sentence, at: int) -> int:
    words, lower = placing_words(), sentence.lower
    end = at + 1
    while end < len(sentence.words):
        gap = sentence.text[sentence.ends[end - 1] : sentence.starts[end]]
        if gap.strip() or len(gap) > 2:
            break
        after = end + 1
        if _may_begin(sentence, end):
            end += 1
        elif (
            after < len(sentence.words)
            and (lower[end] in words.inside or (lower[end] == "of" and lower[end - 1] in words.of))
            and (lower[end] == "of" or sentence.starts[after] > sentence.ends[end])
        ):
            if lower[end] == "of" and lower[after] == "the" and after + 1 < len(sentence.words):
                after += 1
            if not _may_begin(sentence, after):
                break
            end = after + 1
        else:
            break
    return end
