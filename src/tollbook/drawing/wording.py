"""Nouns in words: dates, counts, sources, as a reader says them."""

import re
from collections.abc import Iterable
from datetime import date, datetime
from pathlib import PurePath

from tollbook.claim import Attribution, Claim, Form, Group, Harm, SourceKind, Stance, TollClaim
from tollbook.document import Imprint
from tollbook.incident import Days, Incident

# Control characters, marks that turn the writing direction, and the private characters that a
# card uses to switch styles.
_UNSAFE = re.compile("[\x00-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\ue000-\ue004]+")
_KINDS = {
    SourceKind.UN: "United Nations",
    SourceKind.NGO: "monitors and aid groups",
    SourceKind.DOCUMENT: "documents",
    SourceKind.MEDICAL: "hospitals and medics",
    SourceKind.DIPLOMAT: "diplomats",
    SourceKind.COURT: "courts",
    SourceKind.WITNESS: "witnesses",
    SourceKind.FAMILY: "families",
    SourceKind.ACTIVIST: "activists",
    SourceKind.MEDIA: "media",
    SourceKind.EXPERT: "experts",
    SourceKind.OTHER: "others",
    SourceKind.GOVERNMENT: "government",
    SourceKind.MILITARY: "military",
    SourceKind.POLICE: "police",
    SourceKind.ARMED_GROUP: "armed groups",
}
PARTIES = (
    SourceKind.GOVERNMENT,
    SourceKind.MILITARY,
    SourceKind.POLICE,
    SourceKind.ARMED_GROUP,
)
_SINGULARS = {
    Group.PEOPLE: "person",
    Group.SECURITY_FORCE: "member of the security forces",
    Group.ARMED_GROUP: "armed-group fighter",
    Group.OTHER: "other person",
}


def clean(text: str) -> str:
    """Make words from a report safe to show on one line."""
    return _UNSAFE.sub(" ", text)


def kind_in_words(kind: SourceKind | None) -> str:
    """Name a kind of source as a heading; None is the report's own voice."""
    return "the reports themselves" if kind is None else _KINDS[kind]


def harm_in_words(harm: Harm) -> str:
    """Name a harm."""
    return harm.value.replace("_", " ")


def group_in_words(group: Group) -> str:
    """Name a group in the plural.

    Example:
        >>> group_in_words(Group.SECURITY_FORCE), group_in_words(Group.ARMED_GROUP)
        ('security forces', 'armed-group fighters')
    """
    return group.plural


def _member(group: Group) -> str:
    return _SINGULARS.get(group, group.value.replace("_", " "))


def allowed(low: int, high: int | None) -> str:
    """Write what a count allows.

    Example:
        >>> allowed(12, 12), allowed(4, 9), allowed(71, None), allowed(0, 0)
        ('12', '4–9', '71 or more', '0')
    """
    if high is None:
        return f"{low:,} or more"
    return f"{low:,}" if low == high else f"{low:,}–{high:,}"


def short(low: int, high: int | None) -> str:
    """Write what a count allows in the fewest characters.

    Example:
        >>> short(12, 12), short(4, 9), short(71, None)
        ('12', '4–9', '71+')
    """
    return f"{low:,}+" if high is None else allowed(low, high)


def day_in_words(day: date) -> str:
    """Write a day.

    Example:
        >>> day_in_words(date(2031, 3, 4))
        '4 March 2031'
    """
    return f"{day.day} {day:%B %Y}"


def moment_in_words(moment: date | datetime | None) -> str:
    """Write a time of publication; a day alone stays a day."""
    if moment is None:
        return "no date"
    if not isinstance(moment, datetime):
        return day_in_words(moment)
    zone = moment.strftime(" %Z").rstrip()
    return f"{day_in_words(moment)} {moment:%H:%M}{zone}"


def days_in_words(days: Days | None) -> str:
    """Write the days something may have happened on."""
    if days is None:
        return "date unknown"
    if days.first == days.last:
        return day_in_words(days.first)
    if days.first.replace(day=1) == days.last.replace(day=1):
        return f"{days.first.day}–{day_in_words(days.last)}"
    return f"{day_in_words(days.first)} to {day_in_words(days.last)}"


def what_in_words(incident: Incident) -> str:
    """Name what happened."""
    return (
        "Incident"
        if incident.what == "other"
        else clean(incident.what.replace("_", " ").capitalize())
    )


def imprint_in_words(imprint: Imprint) -> str:
    """Say who printed it and when; the file's name where the outlet is unknown."""
    return f"{outlet(imprint)}, {moment_in_words(imprint.published_at)}"


def outlet(imprint: Imprint) -> str:
    """Name who printed it; the file where nobody says."""
    named = PurePath(imprint.name).name if imprint.publisher is None else imprint.publisher
    return clean(named)


def source_in_words(said: Attribution) -> str:
    """Say who says so, of what kind, to whom, and how firmly."""
    if said.source is None or said.source_kind is None:
        words = "the report itself"
    else:
        unnamed = ", unnamed" if said.anonymous else ""
        kind = said.source_kind.value.replace("_", " ")
        words = f"{clean(said.source.text)} ({kind}{unnamed})"
    if said.relay is not None:
        words += f", via {clean(said.relay.text)}"
    return words if said.stance is Stance.ASSERTED else f"{words}, {said.stance.value}"


def label(said: Attribution, imprint: Imprint) -> str:
    """Name a source in a few words; the outlet where the report speaks for itself."""
    return outlet(imprint) if said.source is None else clean(said.source.text)


def claim_in_words(claim: TollClaim) -> str:
    """Say what a claim counts.

    Example:
        >>> from tollbook.claim import Count
        >>> from tollbook.document import Document
        >>> told = Document(text="12 farmers were killed", name="x")
        >>> claim = TollClaim(harm=Harm.KILLED, group=Group.CIVILIAN, group_words=None,
        ...     count=Count(low=12, high=12, words=told.words(0, 2)), part_of=True,
        ...     attribution=Attribution(), incident="A", sentence=told.words(0, 22),
        ...     imprint=told.imprint)
        >>> claim_in_words(claim)
        'killed 12 civilians, part of a bigger figure'
    """
    count = allowed(claim.count.low, claim.count.high)
    added = " more" if claim.count.is_additional else ""
    is_one = claim.count.low == claim.count.high == 1
    whom = _member(claim.group) if is_one else group_in_words(claim.group)
    part = ", part of a bigger figure" if claim.part_of else ""
    return f"{harm_in_words(claim.harm)} {count}{added} {whom}{part}"


def toll_claim_in_full(claim: Claim) -> str:
    """Say what a claim counts, in its own words, who says so, and where; "" if it counts nobody.

    The words for one person are left out: they are often a name.
    """
    if not isinstance(claim, TollClaim):
        return ""
    quoted = "" if claim.count.form is Form.ONE else f" “{clean(claim.count.words.text)}”"
    said = f"{claim_in_words(claim)}{quoted} — {source_in_words(claim.attribution)}"
    return f"{said}; {imprint_in_words(claim.imprint)}"


def listed(words: Iterable[str]) -> str:
    """Join names as a sentence does, each once.

    Example:
        >>> listed(["Oker", "Vell", "Oker", "Tarn"])
        'Oker, Vell and Tarn'
    """
    names = list(dict.fromkeys(clean(name) for name in words))
    if len(names) < 2:
        return "".join(names)
    return f"{', '.join(names[:-1])} and {names[-1]}"


def plural(number: int, noun: str) -> str:
    """Count things.

    Example:
        >>> plural(1, "report"), plural(0, "claim")
        ('1 report', '0 claims')
    """
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"
