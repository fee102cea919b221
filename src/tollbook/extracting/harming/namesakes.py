"""A report's names -> whom each stands for: "Capt. Ibarra", "Ibarra, the mayor of Alto"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from tollbook.claim import Group
from tollbook.document import Document, Passage
from tollbook.extracting.harming.people import GROWN_UP, folk
from tollbook.extracting.parsing.phrases import Kind, parse

# How much text around a name may introduce its bearer.
_BEFORE, _AFTER = 60, 90
_SHORTEST = 2
# No full stop of "Sgt." or "Prof.": those are short and open with a capital.
_ENDS = re.compile(
    r"(?<![A-Z][a-z])(?<![A-Z][a-z]{2})(?<![A-Z][a-z]{3})[.!?]\s|[;:()\"“”]\s|\n\n|\s--\s"
)
_SAID = re.compile(r"\b(?:said|says|told|added|reported|confirmed)\b", re.IGNORECASE)
_YEARS = re.compile(r"^,? \(?(\d{1,2})(?:, |\)|,? (?:was|is|of|and|died|who|years old)\b|,?\s*$)")
_AGE = re.compile(r"^,?\s*\d+\s*,")
_CHARGED = re.compile(
    r"^(?:['’]s?)?\s+(?:brothers?\s+)?(?:is|was|were|has been|had been|have been)\s+"
    r"(?:later\s+|also\s+)?(?:charged|convicted|indicted|sentenced|found guilty)\b"
    r"|^(?:['’]s?)?\s+(?:has |had |have )?(?:pleaded|confessed)\b"
    r"|^(?:['’]s?)?,?(?: \d+,)?\s+faces\b.{0,40}\bcharges?\b",
    re.IGNORECASE,
)
_CALLED = re.compile(
    r"\b(?:suspects?|gunm[ae]n|bombers?|shooters?|attackers?|assailants?|charged|convicted)\s+"
    r"(?:,\s*|brothers\s+)?(?:[A-Z][\w.’'-]*\s+){0,3}$"
)


@dataclass(slots=True)
class Namesakes:
    """Remembers whom a report introduces by name, as its reader would."""

    document: Document
    _known: dict[str, Group | None] = field(default_factory=dict)

    def group(self, name: str) -> Group | None:
        """Say whom a name stands for, from where the report tells; None where it never does."""
        surname = re.sub(r"['’]s$", "", name.split()[-1])
        if len(surname) < _SHORTEST:
            return None
        if surname not in self._known:
            told = next(self._introductions(surname), None)
            self._known[surname] = told or self._by_full_name(surname)
        return self._known[surname]

    def _by_full_name(self, given: str) -> Group | None:
        """ "Tomas" alone is Tomas Ibarra, of whom the report tells more."""
        full = re.search(rf"(?<!\w){re.escape(given)} ([A-Z][a-z][\w’'-]+)", self.document.text)
        return next(self._introductions(full[1]), None) if full and given[1:].islower() else None

    def _introductions(self, surname: str) -> Iterator[Group]:
        text = self.document.text
        for found in re.finditer(rf"(?<!\w){re.escape(surname)}(?!\w)", text):
            before = _ENDS.split(text[max(0, found.start() - _BEFORE) : found.start()])[-1]
            after = _ENDS.split(text[found.end() : found.end() + _AFTER] + " ")[0]
            told = _by_title(before, surname) or _by_apposition(after) or _by_age(after)
            if told is not None:
                yield told
            elif _CHARGED.search(after) or _CALLED.search(before):
                yield Group.ATTACKER


def _by_title(before: str, surname: str) -> Group | None:
    """ "Police officer Ana Ibarra"."""
    sentence = parse(Passage(text=f"{before}{surname}", start=0, end=len(before) + len(surname)))
    last = sentence.chunks[-1]
    whom = folk(sentence, last) if last.is_noun and last.quantity is None else None
    return None if whom is None or whom.is_name else _telling(whom.group)


def _by_apposition(after: str) -> Group | None:
    """ "…, 34, a police officer", "…, MAYOR OF ALTO"."""
    rest = _AGE.sub(",", after)
    if not rest.startswith(","):
        return None
    aside = " ".join(rest[1:].split(",")[0].split())
    if not aside or _SAID.search(aside):  # "…, Sgt. Ibarra said"
        return None
    sentence = parse(Passage(text=aside, start=0, end=len(aside)))
    first = sentence.chunks[0]
    counted = first.quantity is not None and first.quantity.high != 1
    if first.kind is not Kind.NOUN or counted or first.tag == "PRP":
        return None
    whom = folk(sentence, first)
    return None if whom is None or whom.is_name else _telling(whom.group)


def _by_age(after: str) -> Group | None:
    """ "Ana Ibarra, 9,"."""
    age = _YEARS.match(after)
    return Group.CHILD if age is not None and int(age[1]) < GROWN_UP else None


def _telling(group: Group) -> Group | None:
    return None if group is Group.PEOPLE else group
