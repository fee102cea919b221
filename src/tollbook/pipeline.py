"""The stages in order: fetch, read, extract, locate, code, link, reconcile. Read this first.

Every room has one public function; this module passes nouns along and judges nothing.
Rooms are imported when their stage runs, so that a door that needs only the first stages
does not wait for the last.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date, datetime
from functools import cache, partial
from pathlib import Path
from typing import TYPE_CHECKING

from tollbook.claim import BACKGROUND
from tollbook.document import Document, Imprint, Unreadable
from tollbook.fingerprint import Fingerprint
from tollbook.incident import Account, Incident, Report
from tollbook.place import Location
from tollbook.toll import Case, Findings, Step

if TYPE_CHECKING:
    from tollbook.annotating import Annotator
    from tollbook.gazetteer import Gazetteer

Published = date | datetime | str | None


def stream(
    paths: Iterable[str | Path],
    *,
    published: Published = None,
    publisher: str | None = None,
    title: str | None = None,
    annotator: "Annotator | None" = None,
    wanted: Callable[[Imprint], bool] | None = None,
) -> Iterator[Report | Unreadable]:
    """Read inputs one by one and say what each tells; nothing is kept in memory.

    Args:
        paths: files, folders, or "-" for standard input.
        published: when they were published, where they do not say; a string is ISO 8601.
        publisher: the outlet, where they do not say.
        title: the headline, where they do not say.
        annotator: who marks the documents; the default one where none is given.
        wanted: which documents are read at all; the others are passed over. All if None.

    Returns:
        One report per document, with no accounts where it tells of no harm; an
        `Unreadable` for each input that holds nothing to read.
    """
    for document in documents(paths, published=published, publisher=publisher, title=title):
        if isinstance(document, Unreadable):
            yield document
        elif wanted is None or wanted(document.imprint):
            yield report_on(document, annotator)


def documents(
    paths: Iterable[str | Path],
    *,
    published: Published = None,
    publisher: str | None = None,
    title: str | None = None,
) -> Iterator[Document | Unreadable]:
    """Fetch inputs one by one as documents; nobody has read yet what they tell.

    Args:
        paths: files, folders, or "-" for standard input.
        published: when they were published, where they do not say; a string is ISO 8601.
        publisher: the outlet, where they do not say.
        title: the headline, where they do not say.

    Returns:
        One document per text; an `Unreadable` for each input that holds nothing to read.
    """
    from tollbook.fetching import gather
    from tollbook.reading import read as read_raw

    moment = _moment(published)
    for raw in gather(paths):
        if isinstance(raw, Unreadable):
            yield raw
        else:
            yield from read_raw(raw, published=moment, publisher=publisher, title=title)


def report_on(document: Document, annotator: "Annotator | None" = None) -> Report:
    """Say what one document tells, and take its fingerprint and its text along.

    Args:
        document: the report.
        annotator: who marks it; the default one where none is given.
    """
    from tollbook.tracing import fingerprint

    return Report(
        imprint=document.imprint,
        accounts=tell(document, annotator),
        fingerprint=fingerprint(document),
        text=document.text,
    )


def tell(document: Document, annotator: "Annotator | None" = None) -> tuple[Account, ...]:
    """Say what one document tells: marked by the annotator, read by the grammar, then coded.

    Args:
        document: the report.
        annotator: who marks it; the default one where none is given.
    """
    from tollbook.annotating import annotator as named
    from tollbook.extracting import extract as find_accounts

    marker = named() if annotator is None else annotator
    accounts = find_accounts(document, marker.annotate(document))
    return _coded(document, accounts) if accounts else ()


def _coded(document: Document, accounts: tuple[Account, ...]) -> tuple[Account, ...]:
    """Add to each account where it happened, who took part and what coders would call it."""
    from tollbook.classifying import classify
    from tollbook.identifying import sides_of
    from tollbook.locating import PlacedReport

    placed = PlacedReport(document, _gazetteer())
    coded = []
    for account in accounts:
        if account.label == BACKGROUND:
            coded.append(account)
            continue
        location = placed.locate(account)
        pairs = zip(account.places, placed.entries(account), strict=True)
        places = tuple(replace(place, entry=entry) for place, entry in pairs)
        sides = sides_of(account, text=document.text, country=_country(location))
        codes = classify(account, sides)
        coded.append(replace(account, places=places, location=location, sides=sides, codes=codes))
    return tuple(coded)


@cache
def _gazetteer() -> "Gazetteer":
    from tollbook.gazetteer import open_gazetteer

    return open_gazetteer()


def _country(location: Location | None) -> str | None:
    return None if location is None or location.entry is None else location.entry.country or None


def gather_findings(told: Iterable[Report | Unreadable]) -> Findings:
    """Join what many reports tell: incidents, most told of first, each with its tolls."""
    from tollbook.linking import link
    from tollbook.tracing import trace

    accounts: list[Account] = []
    fingerprints: list[Fingerprint] = []
    texts: dict[str, str] = {}
    printed: dict[str, Imprint] = {}
    copies: list[Imprint] = []
    unreadable: list[Unreadable] = []
    for report in told:
        if isinstance(report, Unreadable):
            unreadable.append(report)
        elif report.imprint.document_id in printed:
            copies.append(report.imprint)
        else:
            printed[report.imprint.document_id] = report.imprint
            accounts.extend(report.accounts)
            texts[report.imprint.document_id] = report.text
            fingerprints += [] if report.fingerprint is None else [report.fingerprint]
    incidents = link(accounts, texts=texts, copies=trace(fingerprints))
    return Findings(
        cases=tuple(case_of(incident) for incident in incidents),
        documents=tuple(printed.values()),
        copies=tuple(copies),
        unreadable=tuple(unreadable),
    )


def case_of(incident: Incident) -> Case:
    """Reconcile what is said of one incident, and name what cannot all be right."""
    from tollbook.reconciling import find_contradictions, reconcile

    # A war's totals are no claims about one incident: they count different people each.
    if incident.is_background:
        return Case(incident=incident, tolls=())
    tolls = reconcile(incident.claims, happened_on=incident.happened_on, copies=incident.copies)
    contradictions = find_contradictions(incident.claims, incident.copies)
    return Case(incident=incident, tolls=tolls, contradictions=contradictions)


def history(incident: Incident, added: Mapping[str, date] | None = None) -> tuple[Step, ...]:
    """Say how the tolls of one incident were told over time.

    Args:
        incident: as it is known now.
        added: for reports without a date, by document id the day they were added.

    Returns:
        A step for each day on which something was published, oldest first; nothing for a war's
        totals. The last step's tolls are those of `incident` as it is given.

    Example:
        >>> from datetime import date
        >>> from tollbook.testing import claim, incident
        >>> early = claim("12", published_at=date(2031, 3, 4))
        >>> late = claim("15", published_at=date(2031, 3, 6), document="doc-2")
        >>> [str(step.day) for step in history(incident([early, late]))]
        ['2031-03-04', '2031-03-06']
    """
    from tollbook.linking import versions
    from tollbook.reconciling import retell

    return () if incident.is_background else retell(versions(incident, added))


def read(
    *paths: str | Path,
    published: Published = None,
    publisher: str | None = None,
    title: str | None = None,
    as_of: Published = None,
) -> Findings:
    """Read reports and reconcile what they say: `tollbook read` for Python.

    Args:
        paths: files, folders, or "-" for standard input.
        published: when they were published, where they do not say; a string is ISO 8601.
        publisher: the outlet, where they do not say.
        title: the headline, where they do not say.
        as_of: a day; what was published later, or nobody knows when, is left out.

    Returns:
        Every incident with its claims and tolls, and what could not be read, with reasons.

    Raises:
        UnreadableDate: `published` or `as_of` is no date.

    Example:
        >>> from pathlib import Path
        >>> from tempfile import TemporaryDirectory
        >>> with TemporaryDirectory() as folder:
        ...     flash = Path(folder, "flash.txt")
        ...     _ = flash.write_text("At Oker 12 people were killed, a nurse said.")
        ...     findings = read(flash, published="2031-03-04", publisher="Oker Daily")
        >>> toll = findings.cases[0].tolls[0]
        >>> toll.harm.value, toll.low <= 12 <= toll.high
        ('killed', True)
    """
    day = _day(as_of)
    told = stream(
        paths,
        published=published,
        publisher=publisher,
        title=title,
        wanted=None if day is None else partial(published_by, day),
    )
    return gather_findings(told)


def _day(published: Published) -> date | None:
    moment = _moment(published)
    return None if moment is None else date(moment.year, moment.month, moment.day)


def published_by(day: date, imprint: Imprint) -> bool:
    """Tell whether a document was surely published by the end of a day, in UTC."""
    return imprint.published_on is not None and imprint.published_on <= day


def extract(
    text: str,
    *,
    published: Published = None,
    publisher: str | None = None,
    title: str | None = None,
) -> tuple[Account, ...]:
    """Find who says how many in one text.

    Offsets are code points into `text`.

    Returns:
        An account of each incident, in order of importance; none if it tells of none.

    Raises:
        UnreadableDocument: the text is empty.
        UnreadableDate: `published` is no date.

    Example:
        >>> (account,) = extract("At Oker at least 12 people were killed, a nurse said.")
        >>> claim = account.claims[0]
        >>> claim.count.low, claim.count.high, claim.count.words.text
        (12, None, 'at least 12')
        >>> claim.attribution.source.text
        'a nurse'
    """
    return tell(
        Document(
            text=text,
            name="text",
            title=title,
            publisher=publisher,
            published_at=_moment(published),
        )
    )


def _moment(published: Published) -> date | datetime | None:
    if not isinstance(published, str):
        return published
    from tollbook.reading import published_at

    return published_at(published)
