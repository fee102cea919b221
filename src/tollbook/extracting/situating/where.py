"""The words for places, found without a list of the world's towns.

A name is taken for a place by the company it keeps: a preposition before it, a word for its kind
beside it ("the town of", "province"), a dateline, or a country it is known as.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from tollbook.extracting.parsing.tagging import word_tags
from tollbook.extracting.parsing.tokens import Token, tokenise
from tollbook.extracting.situating.countries import first_words, known_place, plain
from tollbook.extracting.situating.place_names import begins_name, caseless
from tollbook.extracting.situating.place_words import PlaceWords, place_words


class PlaceKind(StrEnum):
    """What kind of place the words show it to be; the most exact first."""

    SPOT = "spot"
    NEIGHBOURHOOD = "neighbourhood"
    TOWN = "town"
    NAME = "name"  # a name with nothing beside it that says what it is
    PROVINCE = "province"
    COUNTRY = "country"


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundPlace:
    """Words for a place: code points, and the kind of place."""

    start: int
    end: int
    text: str
    kind: PlaceKind


_EXACTNESS = {kind: rank for rank, kind in enumerate(PlaceKind)}
_LONGEST_NAME = 5
# SARN (Agency) -- · SARN, Taval, 9 JAN 90 (AGENCY) -- · SARN, Taval —
_DATELINE = re.compile(
    r"""(?:^|\n)[ \t]*
    (?P<city>[A-Z][A-Za-z'’.\ -]{2,30}?)
    (?:,\ ?(?P<land>[A-Z][A-Za-z.\ ]{1,30}?))?
    (?:,?\ \([A-Z][\w\ ]{1,30}\))?
    (?:,?\ \d{1,2}\ [A-Z]{3}\ \d\d\ \([^)\n]{2,30}\))?
    \ *(?:--|—|–|\ -\ )""",
    re.VERBOSE,
)


def find_places(text: str, tokens: list[Token] | None = None) -> list[FoundPlace]:
    """Find the words for places, the most exact kind first, then in the order of the text.

    It does not say which of them is where the incident happened, nor where on a map they are.

    Args:
        text: a sentence or a whole report, in any case.
        tokens: its tokens, where they are known already.

    Example:
        >>> text = "A bus was shot at near a market in the town of Sarn, in Taval province."
        >>> [(place.text, place.kind.value) for place in find_places(text)]
        [('a market', 'spot'), ('Sarn', 'town'), ('Taval province', 'province')]
    """
    reader = _Reader(text, tokenise(text) if tokens is None else tokens)
    found = [*_datelines(text), *reader.read()]
    return sorted(_without_overlaps(found), key=lambda place: (_EXACTNESS[place.kind], place.start))


def _without_overlaps(found: list[FoundPlace]) -> list[FoundPlace]:
    kept: list[FoundPlace] = []
    for place in sorted(found, key=lambda place: (place.start, -place.end)):
        if not kept or place.start >= kept[-1].end:
            kept.append(place)
    return kept


def _datelines(text: str) -> Iterator[FoundPlace]:
    for match in _DATELINE.finditer(text):
        for part in ("city", "land"):
            if match[part] and not any(
                word.lower() in place_words().bodies for word in match[part].split()
            ):
                known = known_place(match[part])
                kind = (
                    PlaceKind(known)
                    if known
                    else PlaceKind.TOWN
                    if part == "city"
                    else PlaceKind.NAME
                )
                start, end = match.span(part)
                yield FoundPlace(start=start, end=end, text=match[part], kind=kind)


class _Reader:
    """One pass over the tokens of a text."""

    def __init__(self, text: str, tokens: list[Token]) -> None:
        self._text = text
        self._tokens = tokens
        self._words: PlaceWords = place_words()
        self._caseless = caseless(text, tokens)
        self._begins_name = [
            begins_name(token.text, token.lower, is_caseless)
            for token, is_caseless in zip(tokens, self._caseless, strict=True)
        ]
        self._name_ends: dict[int, int] = {}

    def read(self) -> Iterator[FoundPlace]:
        at, openers = 0, self._words.openers
        while at < len(self._tokens):
            # Most words open nothing.
            if not self._begins_name[at] and self._tokens[at].lower not in openers:
                at += 1
                continue
            found, at = self._read_at(at)
            yield from found

    def _read_at(self, at: int) -> tuple[list[FoundPlace], int]:
        """Read a place phrase that begins here; returns it and where to go on."""
        word = self._tokens[at].lower
        if word in self._words.before and at + 1 < len(self._tokens):
            found, end = self._phrase(at + 1, is_weak=word in self._words.weak_before)
            if found:
                return self._chain(found, end)
        named = self._known(at) or self._kind_of_name(at) or self._name_with_kind(at)
        named = named or self._name_of_event(at)
        if named is not None:
            return self._chain([named[0]], named[1])
        return [], at + 1

    def _phrase(self, at: int, *, is_weak: bool) -> tuple[list[FoundPlace], int]:
        """Read what follows a preposition: "the northern town of X", "X province", "a market"."""
        start = at
        at = self._skip(at, self._words.determiners)
        at = self._skip(at, self._words.modifiers)
        has_lead = at > start
        named = self._kind_of_name(at) or self._name_with_kind(at) or self._known(at)
        if named is not None:
            return [named[0]], named[1]
        if not is_weak and (end := self._name_end(at)) > at:
            first = at if has_lead and self._is_determiner(start) else start
            return [self._place(first, end, PlaceKind.NAME)], end
        spot_end = self._spot_end(at)
        if spot_end > at and (named := self._kind_of_name(spot_end - 1)) is not None:
            return [named[0]], named[1]
        if has_lead and self._is_determiner(start) and spot_end > at:
            return [self._place(start, spot_end, self._kind_at(spot_end - 1))], spot_end
        return [], start

    def _chain(self, found: list[FoundPlace], at: int) -> tuple[list[FoundPlace], int]:
        """Go on over "Sarn, Taval province, Chad", "Sarn and Taval", "Ouma district of Sarn"."""
        while at + 1 < len(self._tokens) and self._tokens[at].lower in {",", "and", "of"}:
            begins = self._skip(at + 1, self._words.modifiers)
            named = (
                self._kind_of_name(begins) or self._name_with_kind(begins) or self._known(begins)
            )
            if named is None:
                end = self._name_end(begins)
                is_list = self._tokens[at].lower != "," or self._is_closed_name(end)
                if end == begins or not is_list:
                    break
                named = self._place(begins, end, PlaceKind.NAME), end
            found.append(named[0])
            at = named[1]
        return found, at

    def _is_closed_name(self, end: int) -> bool:
        """Whether a mark follows: "Sarn, Taval, said" but not "in Sarn, Taval said"."""
        return end >= len(self._tokens) or self._tokens[end].text in {",", ".", ")", ";"}

    def _kind_of_name(self, at: int) -> tuple[FoundPlace, int] | None:
        """Read "town of Sarn", "villages of Sarn", "the city Sarn"."""
        if at + 1 >= len(self._tokens):
            return None
        kind = self._words.kind_of.get(self._tokens[at].lower)
        has_of = self._tokens[at + 1].lower == "of"
        if kind is None or (not has_of and kind not in ("town", "province")):
            return None
        begins = self._skip(at + 2, frozenset({"the"})) if has_of else at + 1
        known = self._known(begins)
        end = known[1] if known is not None else self._name_end(begins)
        if end == begins:
            return None
        if kind == "spot" or self._tokens[at].lower in {"outskirts", "suburb", "suburbs"}:
            return self._place(at, end, PlaceKind(kind)), end
        return self._place(
            begins, end, known[0].kind if known is not None else PlaceKind(kind)
        ), end

    def _name_with_kind(self, at: int) -> tuple[FoundPlace, int] | None:
        """Read "Taval province", "Sarn Old Market"."""
        end = self._name_end(at)
        if end == at:
            return None
        if all(token.lower in self._words.modifiers for token in self._tokens[at:end]):
            return None
        last = self._skip(end, self._words.kind_fillers)
        if last < len(self._tokens) and self._tokens[last].lower in self._words.kind_of:
            return self._place(at, last + 1, self._kind_at(last)), last + 1
        for inside in range(end - 1, at, -1):
            if self._tokens[inside].lower in self._words.kind_of:
                return self._place(at, inside + 1, self._kind_at(inside)), inside + 1
        return None

    def _known(self, at: int) -> tuple[FoundPlace, int] | None:
        """Read the name of a country or of a capital."""
        if at >= len(self._tokens) or not self._begins_name[at]:
            return None
        if plain(self._tokens[at].text).removesuffix("s") not in _FIRST:
            return None
        for length in range(min(_LONGEST_NAME, len(self._tokens) - at), 0, -1):
            words = self._text[self._tokens[at].start : self._tokens[at + length - 1].end]
            known = known_place(words) or (length == 1 and known_place(words.removesuffix("s")))
            if known:
                if length == 1 and self._begins_longer_name(at):
                    return None
                return self._place(at, at + length, PlaceKind(known)), at + length
        return None

    def _name_of_event(self, at: int) -> tuple[FoundPlace, int] | None:
        """Read the place in "the Sarn bombing", "Sarn pub blasts"."""
        end = self._name_end(at)
        is_word = self._tokens[at].lower in word_tags() and not self._known(at)
        if end == at or is_word or self._tokens[at].lower in self._words.modifiers:
            return None
        if any(token.lower in self._words.events for token in self._tokens[end : end + 2]):
            return self._place(at, end, PlaceKind.NAME), end
        return None

    def _begins_longer_name(self, at: int) -> bool:
        """Whether it only begins the name of something else: "Damascus Opera House"."""
        after = at + 1
        return (
            after < len(self._tokens)
            and not self._caseless[at]
            and self._tokens[after].text[0].isupper()
            and self._tokens[after].lower in self._words.kind_of
        )

    def _spot_end(self, at: int) -> int:
        """Where a common noun for a place ends: "busy street market" -> its end; `at` if none."""
        for end in range(at, min(at + 4, len(self._tokens))):
            word = self._tokens[end].lower
            if self._words.kind_of.get(word) in ("spot", "neighbourhood", "town"):
                after = self._tokens[end + 1].lower if end + 1 < len(self._tokens) else ""
                return end + 2 if self._words.kind_of.get(after) == "spot" else end + 1
            if not self._tokens[end].is_word or word_tags().get(word, "NN") not in _MODIFIERS:
                break
        return at

    def _name_end(self, at: int) -> int:
        """Where a name that begins here ends; `at` if none does."""
        if at >= len(self._tokens) or not self._begins_name[at]:
            return at
        if at not in self._name_ends:
            self._name_ends[at] = self._read_name(at)
        return self._name_ends[at]

    def _read_name(self, at: int) -> int:
        end = at + 1
        while end < len(self._tokens) and end - at < _LONGEST_NAME and self._goes_on(end):
            end += 1
        while end > at and self._tokens[end - 1].lower in self._words.particles - {"san"}:
            end -= 1
        if all(token.lower in self._words.modifiers for token in self._tokens[at:end]):
            return at  # "in Syrian" hands names a people, not a place
        is_body = any(token.lower in self._words.bodies for token in self._tokens[at:end])
        return at if is_body else end

    def _goes_on(self, at: int) -> bool:
        token, before = self._tokens[at], self._tokens[at - 1]
        if (
            self._text[before.end : token.start].strip()
            or "\n\n" in self._text[before.end : token.start]
        ):
            return False
        if token.lower in self._words.particles and token.lower not in {"as", "an"}:
            return True
        if self._caseless[at] and self._words.kind_of.get(token.lower):
            return False
        return self._begins_name[at]

    def _skip(self, at: int, words: frozenset[str]) -> int:
        while at < len(self._tokens) and self._tokens[at].lower in words:
            at += 1
        return at

    def _is_determiner(self, at: int) -> bool:
        return self._tokens[at].lower in self._words.determiners

    def _kind_at(self, at: int) -> PlaceKind:
        return PlaceKind(self._words.kind_of[self._tokens[at].lower])

    def _place(self, first: int, end: int, kind: PlaceKind) -> FoundPlace:
        start, stop = self._tokens[first].start, self._tokens[end - 1].end
        return FoundPlace(start=start, end=stop, text=self._text[start:stop], kind=kind)


_FIRST = frozenset(word.removesuffix("s") for word in first_words())
_MODIFIERS = frozenset({"JJ", "NN", "NNP", "VBN", "VBG", "CD", "RB"})
