"""A report and one of its accounts -> the point where it happened; no pin beats a wrong one.

Every name in the sentences that tell an account is weighed by how probably it is where that
happened; names of one place add up. The likeliest is made a point: as it is, as far from it as
the words say, or as the province it is said to lie in where no gazetteer knows a village.
"""

import re
import tomllib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from importlib.resources import files
from itertools import pairwise
from typing import Final

from tollbook.claim import BACKGROUND
from tollbook.document import Document, Span
from tollbook.incident import Account
from tollbook.locating.event_place import likely_places
from tollbook.locating.lookup import Lookup
from tollbook.locating.mentions import Mention, find_mentions, resolve_mentions
from tollbook.locating.names import read_sentence
from tollbook.locating.pinning import pin, pin_beside
from tollbook.locating.placing_features import SentenceNames
from tollbook.locating.precision import COUNTRY, OPEN_SEA, precision_of
from tollbook.locating.wide_places import is_wide
from tollbook.place import GazetteerEntry, Location

# Set by hand on train reports of claims-gold (2026): how much a sentence that holds a claim of the
# account, the headline, and another sentence of the front with a word for a deed weigh.
TOLD: Final = 1.0
HEADLINE: Final = 0.8
FRONT: Final = 0.6
# What the setting of an account adds for a place it lists.
LISTED: Final = 0.3
LEAST: Final = 0.4
LEAST_WITHOUT_CASE: Final = 0.8
# A finer place within the likeliest one needs less.
LEAST_WITHIN: Final = 0.2
LEAST_WITHIN_A_COUNTRY: Final = 0.4
# From here on a finer place that is not taken says that its country alone is not known enough.
LEAST_OF_FINER: Final = 0.2
_FRONT_END: Final = 1500
_MOST_SENTENCES: Final = 6
_MOST_VERBS: Final = 2
# Where the report was filed from is where it happened in local news, hardly in an agency's.
_DATELINE: Final = 0.3
_DATELINE_OF_AGENCY: Final = 0.1
# From here on a name that no gazetteer knows keeps another town from taking its place.
_SURE: Final = 0.6
# So many places of another country make one of a country never named again a namesake.
_FOREIGN: Final = 2
_DIVISIONS: Final = frozenset({3, 4})
# Divisions that often share the name of their chief town.
_ALIKE: Final = frozenset({"A.ADM1", "A.ADM2"})

_ARTICLES: Final = frozenset("al el ad ar as at az an ash".split())
_SMALL_WORD: Final = 3
_TITLE_CASE: Final = 0.75
_SENTENCE_END: Final = re.compile(r"[.!?]['\"”’)]*\s+(?=[A-Z\"“‘(])|\n\s*\n|\n(?=[A-Z])")
_WORD: Final = re.compile(r"[^\W\d_]+")
# "SARN, 9 JAN 90 (AGENCY) --", "SARN (Agency) -", "SARN, Taval —" at the front of a report.
_FILED_FROM: Final = re.compile(
    r"""(?:^|\n)[^\S\n]*(?:\[[A-Z]+\]\ *)?[A-Z][\w.'’\ -]{2,30}?(?:,\ ?[A-Z][\w.\ ]{1,25}?)?
    (?:,?\ *\d{1,2}\ [A-Z]{3}\ \d\d)?
    (?P<agency>,?\ *\([A-Z][^)\n]{1,60}\))?\ *(?:--|—|–|\ -\ |:\ )""",
    re.VERBOSE,
)
_DIVISION: Final = (
    r"(?:province|governorate|region|state|county|department|district|countryside|prefecture)s?"
)
_DIVISION_BEHIND: Final = re.compile(rf"(?:['’]s|s)?\s+(?:\w+\s+)?{_DIVISION}\b", re.IGNORECASE)
_DIVISION_WITHIN: Final = re.compile(rf"^(?:rural|\w+ern)\b|\b{_DIVISION}$", re.IGNORECASE)
_DIVISION_BEFORE: Final = re.compile(
    rf"\b(?:{_DIVISION}\s+of|rural|\w+ern)\s+(?:\w+ern\s+)?$", re.IGNORECASE
)
_TOWN_BEHIND: Final = re.compile(r"(?:['’]s)?\s+(?:city|town)\b", re.IGNORECASE)
_TOWN_BEFORE: Final = re.compile(r"\b(?:city|town|capital)\s+(?:of\s+)?$", re.IGNORECASE)
_QUARTER_BEHIND: Final = re.compile(r"\s+(?:neighbou?rhood|quarter|suburb)s?\b", re.IGNORECASE)
_QUARTER_BEFORE: Final = re.compile(
    r"\b(?:neighbou?rhood|quarter|suburb)s?\s+(?:of\s+)?$", re.IGNORECASE
)
# "Oker, a village in Taval province": what may stand between a name and where it lies.
_LIES_IN: Final = re.compile(
    r"^(?:,|\s*\()?\s*(?:(?:an?|the|which is|located|situated|in|of|near|remote|small|\w+ern)\s+|"
    r"(?:village|town|district|city|area|hamlet|commune|locality|settlement|neighbou?rhood|"
    r"suburb|camp|base|province|region)\s+)*$",
    re.IGNORECASE,
)


@dataclass(slots=True)
class _Seen:
    """One place, or one name no gazetteer knows, and what speaks for it."""

    entry: GazetteerEntry | None
    first: Span
    doubt: float = 1.0
    best: float = 0.0
    spans: list[Span] = field(default_factory=list)
    namesakes: Sequence[GazetteerEntry] = ()

    @property
    def probability(self) -> float:
        return 1 - self.doubt

    def add(self, span: Span, probability: float) -> None:
        self.spans.append(span)
        self.doubt *= 1 - min(0.98, probability)
        if probability > self.best:
            self.best, self.first = probability, span


@lru_cache(maxsize=1)
def _deeds() -> frozenset[str]:
    path = files("tollbook.locating").joinpath("words", "deeds.en.toml")
    return frozenset(tomllib.loads(path.read_text("utf-8"))["deeds"].split())


def locate(document: Document, account: Account, gazetteer: Lookup) -> Location | None:
    """Say where an account's incident happened, as a point with how exactly it is known.

    Args:
        document: the report.
        account: what was read of one incident in it.
        gazetteer: where names are looked up.

    Returns:
        None where the words do not settle it, and for the background of a report.
    """
    return PlacedReport(document, gazetteer).locate(account)


class PlacedReport:
    """A report whose places were found once, to locate each of its accounts."""

    def __init__(self, document: Document, gazetteer: Lookup) -> None:
        self._text = document.text
        self._gazetteer = gazetteer
        self.mentions = tuple(
            mention
            for mention in find_mentions(document.text, gazetteer)
            if mention.words.text.lower().strip("-") not in _ARTICLES
        )
        is_caseless = _is_caseless(document.text)
        self._least = LEAST_WITHOUT_CASE if is_caseless else LEAST
        self._cased = _with_capitals(document.text, self.mentions) if is_caseless else document.text
        filed = _FILED_FROM.search(document.text[:_FRONT_END])
        self._filed_from = filed.span() if filed is not None else (0, 0)
        is_agency = filed is not None and filed["agency"] is not None
        self._dateline = _DATELINE_OF_AGENCY if is_agency else _DATELINE

    def entries(self, account: Account) -> tuple[GazetteerEntry | None, ...]:
        """Give the place meant by each of an account's `places`; None where it is unresolved."""
        return tuple(
            next(
                (
                    mention.entry
                    for mention in self.mentions
                    if mention.entry is not None
                    and mention.start < place.words.end
                    and place.words.start < mention.end
                ),
                None,
            )
            for place in account.places
        )

    def locate(self, account: Account) -> Location | None:
        """Say where an account's incident happened; None where the words do not settle it."""
        if account.label == BACKGROUND:
            return None
        seen = [one for one in self._settled(self._weigh(account)) if not self._is_foreign(one)]
        for one in seen:
            one.entry = self._as_said(one)
        ranked = sorted(seen, key=lambda one: (-one.probability, one.first.start))
        knows_all = True
        for one in ranked:
            if one.probability < self._least:
                break
            if one.entry is None:
                if (beside := self._beside(one)) is not None:
                    return beside
                if not self._is_quarter(one.first):
                    knows_all = knows_all and one.probability < _SURE
            elif knows_all or precision_of(one.entry).where_prec in _DIVISIONS:
                finest = self._finest(one, ranked) if knows_all else one
                return None if self._is_too_coarse(finest, ranked) else self._pin(finest, knows_all)
        return None

    def _is_too_coarse(self, chosen: _Seen, ranked: Sequence[_Seen]) -> bool:
        """Whether only the country is known of what the report places more exactly."""
        if chosen.entry is None or precision_of(chosen.entry).where_prec != COUNTRY.where_prec:
            return False
        return any(
            one.probability >= LEAST_OF_FINER
            and (one.entry is None or precision_of(one.entry).where_prec != COUNTRY.where_prec)
            for one in ranked
        )

    def _weigh(self, account: Account) -> list[_Seen]:
        seen: dict[str, _Seen] = {}
        for sentence, weight in self._sentences(account):
            for span, probability in self._likely(sentence, account):
                mention = self._mention_at(span)
                if mention is not None and mention.is_adjective:
                    continue
                if self._is_filed_from(span):
                    probability = self._dateline
                key, entry = self._key(span, mention)
                one = seen.setdefault(key, _Seen(entry=entry, first=span))
                known = 1.0 if mention is None or entry is None else mention.probability
                one.add(span, weight * probability * known)
        for place in account.places:
            span = place.words.span
            if self._is_filed_from(span):
                continue
            mention = self._mention_at(span)
            if mention is not None and mention.entry is not None and not mention.is_adjective:
                key, entry = self._key(span, mention)
                one = seen.setdefault(key, _Seen(entry=entry, first=mention.words.span))
                one.add(mention.words.span, LISTED * mention.probability)
        return list(seen.values())

    def _is_filed_from(self, span: Span) -> bool:
        return self._filed_from[0] <= span.start < self._filed_from[1]

    def _settled(self, seen: list[_Seen]) -> list[_Seen]:
        """Look again at likely names that nobody took for a place, though one is called so."""
        asked = [
            one
            for one in seen
            if one.entry is None
            and one.probability >= self._least
            and self._gazetteer.knows(self._words(one.first))
        ]
        if not asked:
            return seen
        spans = {(one.first.start, one.first.end) for one in asked}
        spans |= {
            (m.start, m.end)
            for m in self.mentions
            if not any(m.start < one.first.end and one.first.start < m.end for one in asked)
        }
        meant = {
            mention.start: mention
            for mention in resolve_mentions(self._text, sorted(spans), self._gazetteer)
        }
        for one in asked:
            mention = meant[one.first.start]
            if mention.entry is not None:
                one.entry, one.namesakes = mention.entry, mention.candidates
                one.doubt = 1 - one.probability * mention.probability
        return seen

    def _words(self, span: Span) -> str:
        return self._text[span.start : span.end]

    def _is_foreign(self, one: _Seen) -> bool:
        """Whether nothing else the report names is of a place's country, but of another's."""
        if one.entry is None:
            return False
        if not one.entry.country:
            return precision_of(one.entry).where_prec < OPEN_SEA.where_prec
        others: dict[str, set[str]] = {}
        own = self._words(one.first).lower()
        for mention in self.mentions:
            entry = mention.entry
            if entry is not None and entry.country and mention.words.text.lower() != own:
                others.setdefault(entry.country, set()).add(entry.id)
        most = max(map(len, others.values()), default=0)
        return one.entry.country not in others and most >= _FOREIGN

    def _key(self, span: Span, mention: Mention | None) -> tuple[str, GazetteerEntry | None]:
        name = self._words(span)
        if mention is None or mention.entry is None or self._is_more(name, mention):
            return name.lower(), None
        return mention.entry.id, mention.entry

    def _is_more(self, name: str, mention: Mention) -> bool:
        """Whether a known name was taken apart: "Zour" of "Deir az-Zour"."""
        return "-" in name and len(name) > len(mention.words.text) and self._gazetteer.knows(name)

    def _sentences(self, account: Account) -> Iterator[tuple[Span, float]]:
        """Give the sentences that tell the account, each with its weight; no more than a few."""
        told = list(dict.fromkeys(claim.sentence.span for claim in account.claims))
        given = 0
        for span in told[:_MOST_SENTENCES]:
            yield span, TOLD
            given += 1
        if account.label != "A":
            return
        for number, span in enumerate(_cut(self._text[:_FRONT_END])):
            if given >= _MOST_SENTENCES:
                return
            if any(one.start < span.end and span.start < one.end for one in told):
                continue
            if self._verbs(span):
                yield span, HEADLINE if number == 0 else FRONT
                given += 1

    def _verbs(self, sentence: Span) -> list[Span]:
        deeds = _deeds()
        return [
            Span(start=word.start(), end=word.end())
            for word in _WORD.finditer(self._text, sentence.start, sentence.end)
            if word.group().lower() in deeds
        ]

    def _likely(self, sentence: Span, account: Account) -> Iterable[tuple[Span, float]]:
        """Give the names of a sentence, each with the probability that it happened there."""
        named = (
            *(one.start for one in self.mentions),
            *(p.words.start for p in account.places),
        )
        if not any(sentence.start <= start < sentence.end for start in named):
            return ()
        text = self._cased[sentence.start : sentence.end]
        if _is_in_title_case(text):
            return ()
        names = SentenceNames(read_sentence(text), self._gazetteer)
        best: dict[Span, float] = {}
        for verb in self._verbs(sentence)[:_MOST_VERBS]:
            start, end = verb.start - sentence.start, verb.end - sentence.start
            for place in likely_places(names, Span(start=start, end=end)):
                start = sentence.start + place.start + _owner(text[place.start : place.end])
                span = Span(start=start, end=sentence.start + place.end)
                best[span] = max(best.get(span, 0.0), place.probability)
        return best.items()

    def _mention_at(self, span: Span) -> Mention | None:
        """Give the place mentioned at a name; of several the resolved one, then the longest."""
        held = [one for one in self.mentions if one.start < span.end and span.start < one.end]
        return max(
            held,
            key=lambda one: (one.entry is not None, one.end - one.start),
            default=None,
        )

    def _finest(self, chosen: _Seen, ranked: Sequence[_Seen]) -> _Seen:
        """Give the likeliest place within a coarse one, where the report names one."""
        while True:
            in_country = chosen.entry is not None and chosen.entry.feature.startswith("A.PCL")
            least = LEAST_WITHIN_A_COUNTRY if in_country else LEAST_WITHIN
            within = next(
                (
                    one
                    for one in ranked
                    if one is not chosen
                    and one.entry is not None
                    and chosen.entry is not None
                    and one.probability >= least
                    and _lies_in(one.entry, chosen.entry)
                ),
                None,
            )
            if within is None:
                return chosen
            chosen = within

    def _pin(self, one: _Seen, knows_all: bool) -> Location:
        if one.entry is None:  # only what is resolved is pinned
            raise AssertionError
        other = next(
            (
                after.entry
                for before, after in pairwise(self.mentions)
                if before.start <= one.first.start < before.end and after.entry is not None
            ),
            None,
        )
        mention = self._mention_at(one.first)
        span = one.first if mention is None else mention.words.span
        return pin(self._text, span, one.entry, other, is_within=not knows_all)

    def _as_said(self, one: _Seen) -> GazetteerEntry | None:
        """Take the town of a name that is a division's too, unless some word says division."""
        entry = one.entry
        if entry is None or not (entry.feature in _ALIKE or entry.feature.startswith("P.")):
            return entry
        is_division = any(map(self._says_division, one.spans)) and not any(
            map(self._says_town, one.spans)
        )
        if is_division == (entry.feature in _ALIKE):
            return entry
        mention = self._mention_at(one.first)
        namesakes = one.namesakes or (() if mention is None else mention.candidates)
        return next(
            (
                other
                for other in namesakes
                if (other.feature in _ALIKE if is_division else other.feature.startswith("P."))
                and other.country == entry.country
                and other.adm1 == entry.adm1
            ),
            entry,
        )

    def _says_division(self, span: Span) -> bool:
        before, name = (
            self._text[max(0, span.start - 40) : span.start],
            self._words(span),
        )
        return (
            _DIVISION_BEHIND.match(self._text, span.end) is not None
            or _DIVISION_BEFORE.search(before) is not None
            or _DIVISION_WITHIN.search(name) is not None
        )

    def _says_town(self, span: Span) -> bool:
        before = self._text[max(0, span.start - 40) : span.start]
        return (
            _TOWN_BEHIND.match(self._text, span.end) is not None
            or _TOWN_BEFORE.search(before) is not None
        )

    def _is_quarter(self, span: Span) -> bool:
        """Whether a name is a part of a town, whose pin is the town's."""
        before = self._text[max(0, span.start - 40) : span.start]
        return (
            _QUARTER_BEHIND.match(self._text, span.end) is not None
            or _QUARTER_BEFORE.search(before) is not None
        )

    def _beside(self, unknown: _Seen) -> Location | None:
        """Locate a name that no gazetteer knows by the known one it is said to lie beside or in."""
        for span in unknown.spans:
            after = next((m for m in self.mentions if m.start >= span.end), None)
            if after is None or after.entry is None or after.start - span.end > 80:
                continue
            between = self._text[span.end : after.start]
            if (
                found := pin_beside(self._text, after.words.span, after.entry, between)
            ) is not None:
                return found
            if _LIES_IN.match(between) and precision_of(after.entry).where_prec in _DIVISIONS:
                return pin(self._text, after.words.span, after.entry, None, is_within=True)
        return None


def _lies_in(entry: GazetteerEntry, other: GazetteerEntry) -> bool:
    """Whether a place lies in a division or country and is smaller."""
    if entry.id == other.id or entry.country != other.country:
        return False
    if other.feature.startswith("A.PCL"):
        return not entry.feature.startswith("A.PCL")
    if other.feature == "A.ADM1":
        same = entry.adm1 == other.name or (bool(other.adm1) and entry.adm1 == other.adm1)
        return same and entry.feature not in {"A.ADM1"} and not entry.feature.startswith("A.PCL")
    if other.feature == "A.ADM2":
        return entry.adm2 == other.name and not entry.feature.startswith("A.")
    return False


def _owner(name: str) -> int:
    """Give how long the country is that stands before a name: "Syrias Aleppo", without a mark."""
    owner = name.split(" ", 1)[0]
    is_owner = len(owner) < len(name) and owner.endswith("s") and is_wide(owner[:-1])
    return len(owner) + 1 if is_owner else 0


def _is_caseless(text: str) -> bool:
    letters = [mark for mark in text[:2000] if mark.isalpha()]
    return sum(mark.isupper() for mark in letters) > 0.6 * len(letters)


def _is_in_title_case(text: str) -> bool:
    """Whether capitals tell no names, as in many headlines."""
    long = [word for word in text.split() if len(word) > _SMALL_WORD and word[0].isalpha()]
    return len(long) > 2 and sum(word[0].isupper() for word in long) > _TITLE_CASE * len(long)


def _with_capitals(text: str, mentions: Sequence[Mention]) -> str:
    """Write upper-case text as it would stand elsewhere: small, but for the places it names."""
    small = "".join(mark.lower() if len(mark.lower()) == 1 else mark for mark in text)
    pieces, end = [], 0
    for mention in mentions:
        words = mention.words.text
        title = words.title()
        pieces += [
            small[end : mention.start],
            title if len(title) == len(words) else words,
        ]
        end = mention.end
    return "".join([*pieces, small[end:]])


def _cut(text: str) -> Iterator[Span]:
    start = 0
    for end in _SENTENCE_END.finditer(text):
        if end.end() > start:
            yield Span(start=start, end=end.end())
        start = end.end()
    if start < len(text):
        yield Span(start=start, end=len(text))
