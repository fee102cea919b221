"""The names of those harmed, withheld unless asked for.

A figure for one person is often a name ("Lena Oster was shot dead"). Families may not have
been told, and a table of names travels further than the report it came from. So the name is
blacked out letter by letter wherever its report's claims repeat it: every offset still fits,
and whoever holds the text can still look it up. Names that stand beside a counted figure
("two drivers, …") are no claims of their own and are not found.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import fields, is_dataclass, replace
from enum import Enum
from functools import cache
from typing import Any, Final, TypeVar, cast

from tollbook.claim import Claim, Form, TollClaim
from tollbook.document import Imprint, Unreadable
from tollbook.incident import Account, Report
from tollbook.toll import Case, Findings

BLACK = "█"
WITHHELD = "[name withheld]"

Noun = TypeVar("Noun")
Patterns = Mapping[str, re.Pattern[str] | None]
LeftOut = Mapping[str, Sequence[TollClaim]]
"""By its document's id, every claim that was read there and left out again."""

NOTHING: Final[LeftOut] = {}

# Words that stand in a noun phrase for one person without being a name, large or small.
_OPENERS = "a an the his her its their our my your one another that this of and both"
_PRONOUNS = "he she him who they i himself herself"
_PEOPLE = (
    "man woman boy girl child baby infant teen teenager youth victim person resident civilian "
    "villager student pupil teacher son daughter brother sister mother father wife husband cousin "
    "uncle aunt nephew niece suspect gunman attacker bomber driver soldier guard policeman "
    "trooper deputy worker peasant farmer trader nurse medic journalist reporter leader member"
)
_TITLES = (
    "mr mrs ms miss dr prof sir lord president minister premier governor mayor senator judge "
    "ambassador general gen colonel col major maj captain capt lieutenant lt sergeant sgt "
    "corporal cpl private pvt commander brig brigadier admiral officer inspector constable chief "
    "director sheikh imam bishop king prince"
)
_NO_NAMES = frozenset(f"{_OPENERS} {_PRONOUNS} {_PEOPLE} {_TITLES}".split())
# A body is no person: its name is not withheld.
_BODIES = frozenset(
    [
        "army",
        "front",
        "brigade",
        "forces",
        "force",
        "police",
        "council",
        "party",
        "movement",
        "group",
    ]
)
_WHERE_FROM = re.compile(r"\s(?:of|from|in|at|near)\s", re.I)
_TOKEN = re.compile(r"[^\W\d_][\w'’-]*")
_NAME_START = re.compile(r"(?:(?:al|el|ul|as|ash|at|an)-)?[^\W\d_]")
# Left as they are: what points elsewhere by name or address, and would break if changed.
_KEPT = frozenset({"document_id", "url", "account_id", "to_account_id", "claim_id"})


def withhold_in_report(report: Report, left_out: LeftOut = NOTHING) -> Report:
    """Black out the names of those harmed in what one document tells.

    Args:
        report: what it tells.
        left_out: claims that are not in the report any more but may name somebody who is.
    """
    claims = [*_claims(report.accounts), *left_out.get(report.imprint.document_id, ())]
    return _withhold(report, _pattern(_names(claims)))


def withhold_in_words(words: str, accounts: Iterable[Account]) -> str:
    """Black out the names of those harmed, as accounts name them; no letter moves."""
    return _withhold(words, _pattern(_names(_claims(accounts))))


def withhold_in_findings(findings: Findings, left_out: LeftOut = NOTHING) -> Findings:
    """Black out the names of those harmed in everything found.

    Args:
        findings: what was found.
        left_out: claims that are not in the findings any more but may name somebody who is.
    """
    patterns = _patterns_by_document(findings, left_out)
    return replace(
        findings,
        cases=tuple(_withhold_in_case(case, patterns, left_out) for case in findings.cases),
        documents=_withhold_titles(findings.documents, patterns),
        copies=_withhold_titles(findings.copies, patterns),
    )


def _patterns_by_document(findings: Findings, left_out: LeftOut) -> Patterns:
    claims: dict[str, list[Claim]] = {document_id: list(of) for document_id, of in left_out.items()}
    for case in findings.cases:
        for account in case.incident.accounts:
            claims.setdefault(account.imprint.document_id, []).extend(account.claims)
    return {document_id: _pattern(_names(told)) for document_id, told in claims.items()}


def _withhold_titles(imprints: tuple[Imprint, ...], patterns: Patterns) -> tuple[Imprint, ...]:
    return tuple(_withhold(imprint, patterns.get(imprint.document_id)) for imprint in imprints)


def is_withheld(words: str) -> bool:
    """Say whether some of the words are blacked out."""
    return BLACK in words


def _withhold_in_case(case: Case, patterns: Patterns, left_out: LeftOut) -> Case:
    accounts = tuple(
        _withhold(account, patterns[account.imprint.document_id])
        for account in case.incident.accounts
    )
    documents = {account.imprint.document_id for account in accounts}
    beside = [claim for document_id in documents for claim in left_out.get(document_id, ())]
    names = _names([*case.incident.claims, *beside])
    told = replace(case, incident=replace(case.incident, accounts=accounts))
    return _withhold_in_coding(_withhold(told, _pattern(names, surnames=False)), _pattern(names))


def _withhold_in_coding(case: Case, pattern: re.Pattern[str] | None) -> Case:
    """Black out surnames too in the words, and only there, that sides and codes rest on."""
    incident = case.incident
    sides = tuple(replace(s, words=_withhold(s.words, pattern)) for s in incident.sides)
    return replace(
        case, incident=replace(incident, sides=sides, codes=_withhold(incident.codes, pattern))
    )


def _claims(accounts: Iterable[Account]) -> Iterator[Claim]:
    return (claim for account in accounts for claim in account.claims)


def _names(claims: Iterable[Claim]) -> set[str]:
    return {
        name
        for claim in claims
        if isinstance(claim, TollClaim) and claim.count.form is Form.ONE
        if (name := name_in(claim.count.words.text))
    }


def name_in(words: str) -> str:
    """Cut the name out of the words for one person; "" where they hold none.

    Example:
        >>> name_in("the teacher Lena Oster"), name_in("Captain Omar al-Sayeg"), name_in("a guard")
        ('Lena Oster', 'Omar al-Sayeg', '')
        >>> name_in("The mayor"), name_in("an Oker man"), name_in("Lena Oster, a teacher at Oker")
        ('', '', 'Lena Oster')
    """
    return next(filter(None, map(_name_between_commas, _WHERE_FROM.split(words)[0].split(","))), "")


def _name_between_commas(words: str) -> str:
    tokens = list(_TOKEN.finditer(words))
    # "An Oker man": what comes before a common noun is a place.
    if not tokens or not _is_name(tokens[-1][0]) or _BODIES & {t[0].lower() for t in tokens}:
        return ""
    first = len(tokens) - 1
    for at in range(len(tokens) - 1, -1, -1):
        if tokens[at][0].lower() in _NO_NAMES:
            break
        first = at if _is_name(tokens[at][0]) else first
    return words[tokens[first].start() : tokens[-1].end()]


def _is_name(token: str) -> bool:
    start = _NAME_START.match(token)
    return start is not None and start[0][-1].isupper() and token.lower() not in _NO_NAMES


def _pattern(names: Iterable[str], *, surnames: bool = True) -> re.Pattern[str] | None:
    """Match every name, and its last word alone: that is how a report repeats it."""
    wanted = set(names)
    if surnames:
        wanted |= {name.split()[-1] for name in wanted}
    if not wanted:
        return None
    longest_first = sorted(wanted, key=lambda name: (-len(name), name))
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest_first))})(?!\w)")


def _withhold(noun: Noun, pattern: re.Pattern[str] | None) -> Noun:
    """Rebuild a noun with every match blacked out, in every text it holds."""
    if pattern is None:
        return noun
    return cast(Noun, _rebuilt(noun, pattern))


def _rebuilt(noun: Any, pattern: re.Pattern[str]) -> Any:
    if isinstance(noun, Enum):
        return noun
    if isinstance(noun, str):
        return pattern.sub(lambda name: re.sub(r"\S", BLACK, name[0]), noun)
    if isinstance(noun, tuple):
        return tuple(_rebuilt(part, pattern) for part in noun)
    if is_dataclass(noun) and not isinstance(noun, type):
        changed = {name: _rebuilt(getattr(noun, name), pattern) for name in _texts(type(noun))}
        return replace(noun, **changed)
    return noun


@cache
def _texts(kind: Any) -> tuple[str, ...]:
    kept = _KEPT | {"name"} if kind in (Imprint, Unreadable) else _KEPT
    return tuple(field.name for field in fields(kind) if field.init and field.name not in kept)
