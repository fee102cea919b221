"""What can be seen of a word that may be part of a name: its letters, its neighbours, its text.

The tagger weighs these; they are strings, so that its weights can be read.
"""

from collections import defaultdict
from collections.abc import Sequence, Set
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from tollbook.locating.lookup import Lookup
from tollbook.locating.tokens import Token
from tollbook.locating.wide_places import wide_places
from tollbook.place import GazetteerEntry

LONGEST_NAME: Final = 5
_LONGEST_SHOUTED: Final = 3
# Small words inside names: "Isle of Wight", "Rio de Janeiro", "Trinidad and Tobago".
_WEAK_LINKS: Final = frozenset("of the and y".split())
LINKS: Final = _WEAK_LINKS | frozenset(
    "de la del le les des du da do dos di el al e en es sur sous upon au aux kwa bin lez".split()
)
JOINTS: Final = LINKS | {"-", "–", "'s"}
# Words that are no names, though a sentence begins with them or a text shouts them.
SMALL: Final = frozenset(
    "the a an and or but if of in on at by for to from with without into onto over under after "
    "before since until during between among against about above below through across as than "
    "he she it they we you i his her its their our your my him them this that these those there "
    "here who whom whose which what when where why how is are was were be been being am has have "
    "had do does did will would shall should can could may might must not no nor so such some any "
    "all both each every many much more most few several other another same one two three four "
    "five six seven eight nine ten said says told also only just then now still yet however while "
    "although though because according meanwhile monday tuesday wednesday thursday friday "
    "saturday sunday january february april june july august september october november december "
    "mr mrs ms dr mr. mrs. ms. dr.".split()
)
_BESIDE: Final = frozenset({"-", "–", "/"})
_PLACE_BEFORE: Final = frozenset(
    "in at from near around outside inside across throughout towards toward to via".split()
)
_SHOUTED: Final = 0.6
_RUN: Final = 3


@dataclass(frozen=True, slots=True)
class Sight:
    """A text as the tagger sees it: tokens, where a name may stand, what each word looks like.

    `is_open` says of each token whether it may be part of a name; `sights` are its features.
    """

    tokens: Sequence[Token]
    is_open: Sequence[bool]
    sights: Sequence[Sequence[str]]


def look(tokens: Sequence[Token], gazetteer: Lookup, small: Set[str] = frozenset()) -> Sight:
    """Say of every word that may be part of a name what can be seen of it.

    Args:
        tokens: the text.
        gazetteer: where names are looked up.
        small: words that texts write small; all in capitals, they are no names.
    """
    shouted, line_shouts = _shouting(tokens)
    is_open = [
        (token.is_capitalised or token.lower in LINKS or token.text in _BESIDE)
        and not (line_shouts[at] and token.lower in small)
        and _may_be_name(tokens, at, line_shouts[at])
        for at, token in enumerate(tokens)
    ]
    listed = _listed(tokens, is_open, gazetteer, shouted=shouted)
    elsewhere = _elsewhere(tokens, is_open)
    sights: list[Sequence[str]] = []
    for at in range(len(tokens)):
        if is_open[at]:
            sights.append(_features(tokens, at, listed, elsewhere, line_shouts[at]))
        else:
            sights.append(())
    return Sight(tokens, is_open, sights)


def _shouting(tokens: Sequence[Token]) -> tuple[bool, list[bool]]:
    """Whether a text is all in capitals, and which of its tokens stand in a run of capitals."""
    words = [token.text for token in tokens if len(token.text) > 3 and token.text.isalpha()]
    shouted = sum(map(str.isupper, words))
    if shouted <= _RUN:
        return False, [False] * len(tokens)
    if shouted > _SHOUTED * len(words):
        return True, [True] * len(tokens)
    return False, _shouting_lines(tokens)


def _shouting_lines(tokens: Sequence[Token]) -> list[bool]:
    """Whether a token stands in a run of capitals, as in a headline of the old wires."""
    shouting = [False] * len(tokens)
    start = 0
    for at in range(len(tokens) + 1):
        inside = at < len(tokens) and (
            tokens[at].text.isupper() or not tokens[at].text[0].isalpha()
        )
        if not inside:
            if at - start > _RUN and sum(len(t.text) > 3 for t in tokens[start:at]) > _RUN:
                shouting[start:at] = [True] * (at - start)
            start = at + 1
    return shouting


def _may_be_name(tokens: Sequence[Token], at: int, shouts: bool) -> bool:
    token = tokens[at]
    if token.is_capitalised:
        is_small = token.lower in SMALL and (
            shouts or not token.text.isupper() or token.text[0] in "AI"
        )
        if not is_small:
            return True
    if not 0 < at < len(tokens) - 1:
        return False
    before, after = tokens[at - 1], tokens[at + 1]
    if token.lower in _WEAK_LINKS:
        nearby = tokens[at + 1 : at + 3]
        return (before.text[0].isupper() and any(t.text[0].isupper() for t in nearby)) or (
            before.lower in LINKS and after.text[0].isupper()
        )
    if token.lower in LINKS or token.text in _BESIDE:
        is_joined = token.text not in _BESIDE or before.end == token.start == after.start - 1
        return is_joined and _is_part(before) and _is_part(after)
    return False


def _kind(name: str, gazetteer: Lookup) -> str:
    """What the gazetteer takes a name for, in one letter; "" for nothing."""
    known = wide_places()
    if name in known.short or (wide := known.named.get(name.lower().replace(".", ""))):
        return "w" if name in known.short else f"w{wide.feature[0]}" if wide else "w"
    if name in known.adjectives:
        return "d"
    if not gazetteer.knows(name):
        return ""
    return _kind_of(gazetteer.named(name), name)


def _kind_of(entries: Sequence[GazetteerEntry], name: str) -> str:
    first = entries[0] if entries else None
    if first is None:
        return ""
    feature = first.feature
    if feature.startswith("A.PCL"):
        return "c"
    if feature == "A.ADM1":
        return "1"
    if feature[:1] == "A":
        return "2"
    people = max(entry.population for entry in entries)
    if feature[:1] != "P":
        return "o"
    if first.name.lower() != name.lower():
        people //= 20
    size = 4 if people > 1_000_000 else 3 if people > 150_000 else 2 if people > 20_000 else 1
    return f"p{size if people else 0}"


def _listed(
    tokens: Sequence[Token], is_open: Sequence[bool], gazetteer: Lookup, *, shouted: bool
) -> list[str]:
    """The longest listed name that each token is part of: its kind, and where in it."""
    listed = [""] * len(tokens)
    words = set_down(tokens, shouted=shouted)
    kinds: dict[str, str] = {}
    at = 0
    while at < len(tokens):
        step = 1
        if is_open[at] and tokens[at].is_capitalised:
            for end in range(reach(tokens, at, is_open, shouted=shouted), at, -1):
                if not tokens[end - 1].is_capitalised:
                    continue
                name = "".join(words[at:end]).lstrip()
                kind = kinds.get(name)
                if kind is None:
                    kind = kinds[name] = _kind(name, gazetteer)
                if kind:
                    step = end - at
                    for i in range(at, end):
                        place = "S" if step == 1 else "B" if i == at else "I"
                        listed[i] = f"{place}{kind}"
                    break
        at += step
    return listed


def reach(tokens: Sequence[Token], at: int, goes_on: Sequence[bool], *, shouted: bool) -> int:
    """Give where the longest name that begins at a token may end.

    Where all is in capitals, no end can be told by its letters: a name has then no more than
    three words beside its joints.

    Args:
        tokens: the text.
        at: where the name begins.
        goes_on: of each token, whether it may be within a name.
        shouted: whether the text is all in capitals.
    """
    end, words = at + 1, 1
    last = min(len(tokens), at + LONGEST_NAME)
    while end < last and goes_on[end]:
        if shouted and tokens[end].lower not in JOINTS:
            words += 1
            if words > _LONGEST_SHOUTED:
                break
        end += 1
    return end


def name_of(tokens: Sequence[Token], *, shouted: bool) -> str:
    """Give the name some tokens make, set down as names usually are.

    Args:
        tokens: one after the other.
        shouted: whether they stand in a text all in capitals, where "PERU" is no short form.
    """
    return "".join(set_down(tokens, shouted=shouted)).lstrip()


def set_down(tokens: Sequence[Token], *, shouted: bool) -> list[str]:
    """Give each word as names are usually set down, with the space that stands before it."""
    known = wide_places().short
    longest = 2 if shouted else 4
    words: list[str] = []
    end = -1
    for token in tokens:
        text = token.text
        if (
            token.is_capitalised
            and len(text) > longest
            and text.isupper()
            and text.isalpha()
            and text not in known
        ):
            text = text.capitalize()
        words.append(" " + text if token.start > end else text)
        end = token.end
    return words


def _elsewhere(tokens: Sequence[Token], is_open: Sequence[bool]) -> dict[str, set[str]]:
    """What stands beside each word anywhere in the text."""
    seen: dict[str, set[str]] = defaultdict(set)
    asked = {token.lower for token, opened in zip(tokens, is_open, strict=True) if opened}
    for at, token in enumerate(tokens):
        if not is_open[at]:
            if token.lower in asked and token.text[0].isalpha():
                seen[token.lower].add("small")
            continue
        before = tokens[at - 1].lower if at else ""
        if before in _PLACE_BEFORE:
            seen[token.lower].add("in")
        elif at and is_open[at - 1] and before not in LINKS:
            seen[token.lower].add(f"after:{_shape(tokens[at - 1].text)}")
        if at + 1 < len(tokens) and is_open[at + 1]:
            seen[token.lower].add("before")
        if before in _TITLES:
            seen[token.lower].add("title")
    return seen


_TITLES: Final = frozenset(
    "mr mr. mrs mrs. ms ms. dr dr. president minister sheriff officer detective judge captain "
    "lt. sgt. gen. col. chief senator sen. rep. gov. mayor coach".split()
)


def _is_part(token: Token) -> bool:
    return token.is_capitalised or token.lower in LINKS or token.text in _BESIDE


@lru_cache(maxsize=1 << 14)
def _shape(word: str) -> str:
    if word.isupper():
        return "X." if "." in word else "X" if len(word) == 1 else "XX" if len(word) < 5 else "XXX"
    if word[0].isupper():
        return "Xx." if word[-1] == "." else "Xx" if word[1:].islower() else "XxX"
    return "x" if word[0].isalpha() else "9" if word[0].isdigit() else word[0]


def _features(
    tokens: Sequence[Token],
    at: int,
    listed: Sequence[str],
    elsewhere: dict[str, set[str]],
    shouts: bool,
) -> list[str]:
    token = tokens[at]
    last = len(tokens) - 1
    low = token.lower
    one = tokens[at - 1].lower if at else "^"
    two = tokens[at - 2].lower if at > 1 else "^"
    on = tokens[at + 1].lower if at < last else "$"
    after = tokens[at + 2].lower if at < last - 1 else "$"
    shape = "shout" if shouts else _shape(token.text)
    here = listed[at]
    shape_on = "$" if at == last else _shape(tokens[at + 1].text)
    shape_one = "^" if at == 0 else _shape(tokens[at - 1].text)
    sees = [
        "bias",
        f"w={low}",
        f"1<{one}",
        f"2<{two}",
        f"1>{on}",
        f"2>{after}",
        f"s={shape}",
        f"e={low[-3:]}",
        f"e2={low[-2:]}",
        f"b={low[:3]}",
        f"g={here}",
        f"g={here},1<{one}",
        f"g={here},1>{on}",
        f"g={here},s={shape},o={token.opens}",
        f"s<>{shape_one},{shape},{shape_on}",
        f"gn={listed[at + 1] if at < last else '$'},{here}",
        f"gp={listed[at - 1] if at else '^'},{here}",
    ]
    if not shouts and low in elsewhere:
        marks = elsewhere[low]
        for mark in marks:
            sees.append(f"x={mark}")
            sees.append(f"x={mark},g={here}")
    if token.opens:
        sees.append(f"o,w={low}")
    if shape_on == "Xx" and at < last - 1:
        sees.append(f"2s>{_shape(tokens[at + 2].text)},{on}")
    # The words that close a run of capitals say what it names: "… County Court".
    if shape_on[0] == "X":
        end = at + 1
        while end < last and end - at < 5 and tokens[end + 1].text[0].isupper():
            end += 1
        sees.append(f"c={tokens[end].lower}")
        sees.append(f"c={tokens[end].lower},g={here}")
    return sees
