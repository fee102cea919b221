"""What speaks for and against each name of a sentence being where something of it happened.

A feature is a line such as "lead,side=in|behind": what some atoms of a name are, joined as
`_JOINED` says. The weights of `event_place.py` are by these lines.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from tollbook.identifying.countries import countries
from tollbook.locating.lookup import Lookup
from tollbook.locating.names import Sentence, find_names, placing_words
from tollbook.place import GazetteerEntry

_STEPS: Final = (0, 1, 2, 3, 4, 6, 9, 13, 20, 30)
_MOST_LEADING: Final = 4
_A_CITY: Final = 100_000
# The coarsest first.
_SORTS: Final = ("country", "province", "district", "city", "town", "spot")
_PASSIVE: Final = frozenset("was were been being be is are got".split())
_NAMED_MARKS: Final = frozenset({",", "'s", "’s", "and", "(", ")", "-", "province", "city"})

# Which atoms are looked at alone and which together.
_JOINED: Final = tuple(
    names.split(",")
    for names in """
    kind type last first shape lead lead,class lead,type modified next next,after sort sort,lead
    sort,type before before,second side side,distance side,distance,lead side,lead side,lead,type
    verbs,side verbs,side,lead commas,side path path,lead near_path far_path close,lead,verb
    verb,side,lead verb verb,side passive,side passive,side,lead form,side,lead names,side
    linked linked,earlier linking linking,lead later closer,lead others inside,side
    governor,lead opening count ending head_lead head_lead,side head_lead,type
    verb,side,head_lead group group,head_lead group,type group,class head_verbs,side,head_lead
    head_distance,side,head_lead earlier_type known known,lead known,group known,linked,linking
    """.split()
)


@dataclass(frozen=True, slots=True, kw_only=True)
class NamedPlace:
    """A name of a sentence, in code points, and the features it has for one verb."""

    start: int
    end: int
    features: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Lead:
    """What stands before a name: its preposition, a noun for its kind, where that begins."""

    word: str
    kind: str
    modifier: str
    at: int


def _step(number: int) -> str:
    return str(next((step for step in _STEPS if number <= step), 99))


@lru_cache(maxsize=1)
def _countries() -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    """Countries, capitals and peoples, in lower case."""
    table = countries()
    peoples = {word.lower() for row in table.values() for word in row.get("demonyms", ())}
    names = {n.lower() for name, row in table.items() for n in (name, *row.get("also", ()))}
    capitals = {city.lower() for row in table.values() for city in row.get("capitals", ())}
    return (
        frozenset(names),
        frozenset(capitals),
        frozenset(peoples | {f"{p}s" for p in peoples}),
    )


class SentenceNames:
    """A sentence and its names, read once; features are then asked for verb by verb."""

    def __init__(self, sentence: Sentence, gazetteer: Lookup) -> None:
        self._sentence = sentence
        self._names = find_names(sentence)
        self._known = [self._known_as(first, end, gazetteer) for first, end in self._names]
        self._tags = [self._tag(at) for at in range(len(sentence.words))]
        self._leads = [self._lead(first) for first, _ in self._names]
        self._types = [self._type(first, end) for first, end in self._names]
        self._links = [self._link(number) for number in range(len(self._names))]
        self._read_groups()

    def __len__(self) -> int:
        return len(self._names)

    def places(self, start: int, end: int) -> list[NamedPlace]:
        """Give every name with its features for the verb that stands at `start` to `end`."""
        sentence = self._sentence
        held = [
            at
            for at in range(len(sentence.words))
            if sentence.starts[at] < end and sentence.ends[at] > start
        ]
        verb = (held[0], held[-1] + 1) if held else (0, 1)
        return [
            NamedPlace(
                start=sentence.starts[first],
                end=sentence.ends[last - 1],
                features=tuple(self._features(number, verb)),
            )
            for number, (first, last) in enumerate(self._names)
        ]

    # What is the same for every verb

    def _tag(self, at: int) -> str:
        words, lower = placing_words(), self._sentence.lower[at]
        if lower in words.borders:
            return lower
        if lower in words.prepositions:
            return lower if lower in {"in", "at", "of", "to", "from", "by", "on", "near"} else "p"
        if self._sentence.is_name(at):
            return "N"
        if lower in words.verbs or lower.endswith("ed"):
            return "V"
        if lower.endswith("ing"):
            return "G"
        return "" if lower[0].isalnum() else ","

    def _lead(self, first: int) -> _Lead:
        lower, words, at = self._sentence.lower, placing_words(), first - 1
        modifier = ""
        while at >= 0 and first - at <= _MOST_LEADING and self._modifies(at):
            if lower[at] in words.directions:
                modifier = lower[at]
            at -= 1
        kind, word = "", lower[at] if at >= 0 else "^"
        if word in words.kinds:
            kind = f"k:{word}"
            at -= 1
            while at >= 0 and self._modifies(at):
                at -= 1
            word = lower[at] if at >= 0 else "^"
        elif word == "of" and at > 0:
            kind = f"of:{lower[at - 1]}" if lower[at - 1] in words.kinds else "of:*"
            further = at - 2
            while (
                further >= max(0, at - 6)
                and lower[further] not in words.prepositions
                and lower[further] not in words.borders
            ):
                further -= 1
            has = further >= 0 and lower[further] in words.prepositions
            word = f"of<{lower[further]}" if has else "of<"
        return _Lead(word=word, kind=kind, modifier=modifier, at=max(at, -1))

    def _modifies(self, at: int) -> bool:
        """Whether a token may stand between a preposition and a name."""
        lower, words = self._sentence.lower[at], placing_words()
        if lower in words.directions or lower in words.determiners:
            return True
        plain = lower.isalpha() or "-" in lower
        return (
            plain
            and self._tags[at] in {"", "V"}
            and lower not in words.kinds
            and lower not in words.verbs
            and lower.endswith(
                ("ern", "ed", "al", "ive", "ous", "ly", "ic", "ish", "an", "y", "ant", "ent", "-")
            )
        )

    def _type(self, first: int, end: int) -> str:
        countries, capitals, peoples = _countries()
        whole = " ".join(self._sentence.lower[first:end])
        if self._sentence.lower[end - 1] in peoples:
            return "people"
        if whole in countries:
            return "country"
        if whole in capitals:
            return "capital"
        return "of people" if self._sentence.lower[first] in peoples else "name"

    def _known_as(self, first: int, end: int, gazetteer: Lookup) -> str:
        """What kinds of places have the name: "town", "town province", "" where none has."""
        starts, ends, text = self._sentence.starts, self._sentence.ends, self._sentence.text
        entries = gazetteer.named(text[starts[first] : ends[end - 1]])
        if (
            not entries
            and end - first > 1
            and self._sentence.lower[end - 1] in placing_words().kinds
        ):
            entries = gazetteer.named(text[starts[first] : ends[end - 2]])
        kinds = {self._sort(entry) for entry in entries[:3]}
        return " ".join(sort for sort in _SORTS if sort in kinds)

    @staticmethod
    def _sort(entry: GazetteerEntry) -> str:
        feature = entry.feature
        if feature.startswith(("A.PCL", "L.CONT")):
            return "country"
        if feature == "A.ADM1":
            return "province"
        if feature.startswith("A."):
            return "district"
        if feature.startswith("P."):
            return "city" if entry.population >= _A_CITY else "town"
        return "spot"

    def _between(self, number: int) -> Sequence[str]:
        return self._sentence.lower[self._names[number - 1][1] : self._names[number][0]]

    def _link(self, number: int) -> str:
        """What stands between a name and the one before, in short; "" before the first."""
        if number == 0:
            return ""
        between, words = self._between(number), placing_words()
        if len(between) > 4:
            return ".."
        short = (
            "D" if word in words.directions else "K" if word in words.kinds else word
            for word in between
        )
        return " ".join(short)

    def _read_groups(self) -> None:
        """Join names that commas and "and" join: they share what leads the first of them."""
        words = placing_words()
        passed = words.directions | words.determiners | words.kinds | {"of", "both", "well"}
        self._heads: list[int] = []
        self._head_leads: list[str] = []
        for number in range(len(self._names)):
            between = self._between(number) if number else ()
            kept = [word for word in between if word not in passed]
            joins = {",", "and", "or", "&", "(", ")", "/", "-", "twice", "times", "three"}
            joined = number > 0 and len(between) <= 6 and bool(kept) and joins.issuperset(kept)
            lead = self._leads[number]
            own = lead.word in words.prepositions or lead.word.startswith("of<")
            self._heads.append(self._heads[-1] if joined and not own else number)
            self._head_leads.append(self._head_leads[-1] if joined and not own else lead.word)
            if joined and own:
                self._heads[-1] = self._heads[-2]
        self._lists = {
            head: any(
                "and" in self._between(other)
                for other in range(1, len(self._names))
                if self._heads[other] == head == self._heads[other - 1]
            )
            for head in set(self._heads)
        }

    # What depends on the verb

    def _features(self, number: int, verb: tuple[int, int]) -> Iterator[str]:
        atoms = self._atoms(number, verb)
        yield "bias"
        for names in _JOINED:
            yield f"{','.join(names)}={'|'.join([atoms[name] for name in names])}"
        side, lead = atoms["side"], atoms["lead"]
        first, end = self._stretch(self._names[number], verb)
        words = placing_words()
        for word in set(self._sentence.lower[first:end]):
            if word in words.borders:
                yield f"border={side}|{word}"
                yield f"border,lead={side}|{word}|{lead}"
            elif word in words.prepositions:
                yield f"over={side}|{word}"

    def _stretch(self, name: tuple[int, int], verb: tuple[int, int]) -> tuple[int, int]:
        """The tokens between a name and the verb."""
        return (verb[1], name[0]) if name[0] >= verb[0] else (name[1], verb[0])

    def _verbs(self, first: int, end: int) -> str:
        return str(min(3, sum(tag in {"V", "G"} for tag in self._tags[first:end])))

    def _atoms(self, number: int, verb: tuple[int, int]) -> dict[str, str]:
        sentence, words = self._sentence, placing_words()
        lower, tags = sentence.lower, self._tags
        name, lead = self._names[number], self._leads[number]
        first, last = name
        side = "behind" if first >= verb[1] else "before" if last <= verb[0] else "in"
        begin, end = self._stretch(name, verb)
        distance = max(0, end - begin)
        between = tags[begin:end]
        path: list[str] = []
        for tag in between:
            if tag and (not path or path[-1] != tag):
                path.append(tag)
        near, far = (path[:3], path[-3:]) if side == "behind" else (path[-3:], path[:3])
        following = lower[last] if last < len(lower) else "$"
        after = lower[last + 1] if last + 1 < len(lower) else "$"
        sort = (
            "N"
            if last < len(lower) and sentence.is_name(last)
            else "K"
            if following in words.kinds
            else (tags[last] or "w")
            if last < len(lower)
            else "$"
        )
        head = self._heads[number]
        head_name = self._names[head]
        head_begin, head_end = self._stretch(head_name, verb)
        size = self._heads.count(head)
        group = f"{min(3, number - head)},{min(4, size)},{'and' if self._lists[head] else ''}"
        stem = _stem(sentence.text[sentence.starts[verb[0]] : sentence.ends[verb[1] - 1]])
        placed = [
            other
            for other, one in enumerate(self._leads)
            if other != number and one.word in {"in", "at", "near", "inside", "outside"}
        ]
        closer = sum(
            abs(self._names[other][0] - verb[0]) < abs(first - verb[0]) for other in placed
        )
        is_last = number + 1 >= len(self._names)
        return {
            "kind": lead.kind,
            "class": lead.kind[:2],
            "type": self._types[number],
            "last": lower[last - 1],
            "first": lower[first],
            "shape": f"{min(4, last - first)}{'U' if sentence.words[first].isupper() else ''}",
            "lead": lead.word,
            "modified": lead.modifier,
            "next": following,
            "after": after if following in _NAMED_MARKS else "",
            "sort": sort,
            "before": lower[first - 1] if first else "^",
            "second": lower[first - 2] if first > 1 else "^",
            "side": side,
            "distance": _step(distance),
            "verbs": self._verbs(begin, end),
            "commas": str(min(3, lower[begin:end].count(","))),
            "path": side + ".".join(path) if len(path) <= 6 else "long",
            "near_path": side + ".".join(near),
            "far_path": side + ".".join(far),
            "close": "" if distance > 3 else str(self._is_object(begin, end, side)),
            "verb": stem,
            "form": sentence.text[: sentence.ends[verb[1] - 1]][-2:].lower(),
            "passive": str(any(w in _PASSIVE for w in lower[max(0, verb[0] - 3) : verb[0]])),
            "names": str(min(3, sum(begin <= a and b <= end for a, b in self._names))),
            "linked": self._links[number] if number else "none",
            "earlier": self._leads[number - 1].word if number else "",
            "earlier_type": f"{self._links[number]}|{self._types[number - 1]}" if number else "",
            "linking": "none" if is_last else self._links[number + 1],
            "later": "" if is_last else self._leads[number + 1].word,
            "closer": str(min(2, closer)),
            "others": str(min(3, len(placed))),
            "inside": str(any(begin <= self._names[other][0] < end for other in placed)),
            "governor": lower[lead.at - 1] if lead.at > 0 else "^",
            "opening": str(first <= 2),
            "count": f"{min(4, number)}/{min(6, len(self._names))}",
            "ending": lower[last - 1][-3:],
            "head_lead": self._head_leads[number],
            "group": group,
            "head_verbs": self._verbs(head_begin, head_end),
            "head_distance": _step(max(0, head_end - head_begin)),
            "known": self._known[number],
            "earlier_known": self._known[number - 1] if number else "",
            "later_known": "" if is_last else self._known[number + 1],
            "finer": str(min(2, sum(self._is_finer(other, number) for other in placed))),
        }

    def _is_finer(self, number: int, than: int) -> bool:
        """Whether a name is that of a smaller kind of place than another."""
        coarse = {"country", "province"}
        is_coarse = bool(coarse & set(self._known[than].split()))
        return is_coarse and not coarse & set(self._known[number].split())

    def _is_object(self, begin: int, end: int, side: str) -> bool:
        """Whether nothing but modifiers stands between a verb and a name behind it."""
        words = placing_words()
        return side == "behind" and all(
            self._modifies(at)
            or self._sentence.lower[at] in words.kinds
            or self._sentence.lower[at] == "of"
            for at in range(begin, end)
        )


def _stem(verb: str) -> str:
    stem = verb.lower()
    for ending in ("ing", "ed", "es", "s", "d", "e"):
        if stem.endswith(ending) and len(stem) > len(ending) + 3:
            stem = stem[: -len(ending)]
            break
    return stem[:-1] if len(stem) > 2 and stem[-1] == stem[-2] else stem
