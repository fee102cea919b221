"""Reports sorted by hand into incidents, local news on crime and reports on a war, beside ours.

Every report is read, and all accounts of a corpus are linked at once, as `tollbook read` does. A
report stands in the incident of its main account. A report that tells of no harm has none; it is
linked by its words alone. Only reports that people sorted are scored; the others of the corpus
lie among them all the same.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path
from typing import Final

from tollbook.claim import BACKGROUND
from tollbook.document import Imprint
from tollbook.evaluating.clusters import b_cubed, pairwise, parts_per_cluster
from tollbook.evaluating.grouped_reports import GroupedReports, gun_violence, syrian_war
from tollbook.evaluating.suite import Case, Figure, Reader, Result
from tollbook.incident import Account, What
from tollbook.linking import compare, link, read_evidence
from tollbook.linking.names import place_keys

TARGETS: Final = {
    "gva": {"B-cubed F1": 0.90, "pairwise F1": 0.85},
    "incidents_syria": {"B-cubed F1": 0.92, "pairwise F1": 0.80},
}
KEPT_APART: Final = 0.97


@dataclass(frozen=True, slots=True, kw_only=True)
class Sorted:
    """A corpus with the incident of each of its reports, by name, and by the plain rule.

    `main` are the accounts by which reports are sorted; `silent` counts reports without one.
    """

    corpus: GroupedReports
    main: Mapping[str, Account]
    ours: Mapping[str, str]
    plain: Mapping[str, str]
    silent: int

    @property
    def gold(self) -> Mapping[str, str]:
        """The groups of the reports that were read."""
        group_of = self.corpus.group_of
        return {name: group_of[name] for name in self.main if name in group_of}


def measure(folder: Path, part: str, reader: Reader) -> Result:
    """Link the reports of one part of each corpus.

    Raises:
        UnusableCorpus: the files of that part are not there.
    """
    corpora = [gun_violence(folder, part), syrian_war(folder, part)]
    linked = [sort_reports(corpus, reader) for corpus in corpora]
    return Result(
        suite="linking",
        part=part,
        annotator=reader.annotator.name,
        documents=sum(len(corpus.documents) for corpus in corpora),
        figures=tuple(figure for one in linked for figure in _figures(one)),
        notes=tuple(_notes(linked)),
        cases=tuple(case for one in linked for case in _cases(one)),
    )


def sort_reports(corpus: GroupedReports, reader: Reader) -> Sorted:
    """Read a corpus and sort its reports into incidents."""
    told = {document.name: reader.accounts(document) for document in corpus.documents}
    main = {
        document.name: main_account(told[document.name]) or _silent(document.imprint)
        for document in corpus.documents
    }
    silent = sum(not account.claims for account in main.values())
    every = [*main.values(), *(account for accounts in told.values() for account in accounts)]
    incidents = link(every, texts=_texts(corpus))
    incident_of = {account.id: one.id for one in incidents for account in one.accounts}
    return Sorted(
        corpus=corpus,
        main=main,
        ours={name: incident_of[account.id] for name, account in main.items()},
        plain={name: corpus.floor.get(name) or _plain(name, main[name]) for name in main},
        silent=silent,
    )


def main_account(accounts: Iterable[Account]) -> Account | None:
    """What a report is mainly about; None where it tells of no incident."""
    return next((account for account in accounts if account.label != BACKGROUND), None)


def _silent(imprint: Imprint) -> Account:
    return Account(label="A", what=What.OTHER, imprint=imprint)


def _texts(corpus: GroupedReports) -> dict[str, str]:
    return {document.id: document.text for document in corpus.documents}


def _plain(name: str, account: Account) -> str:
    """Same place and same day, as we read them; alone where one of the two is missing."""
    keys = [sorted(place_keys(place.words.text)) for place in account.places]
    place = next((found[0] for found in keys if found), None)
    if place is None or account.days is None:
        return name
    return f"{place} {account.days.first}"


def _figures(one: Sorted) -> Iterator[Figure]:
    gold, name = one.gold, one.corpus.name
    for metric, score in (("B-cubed F1", b_cubed), ("pairwise F1", pairwise)):
        ours = score(gold, one.ours)
        yield Figure(
            name=metric,
            section=name,
            value=ours.f1,
            of=len(gold),
            baseline=score(gold, one.plain).f1,
            target=TARGETS[name][metric],
            precision=ours.precision,
            recall=ours.recall,
        )
    yield Figure(
        name="incidents per occurrence",
        section=name,
        value=parts_per_cluster(gold, one.ours),
        of=sum(count > 1 for count in Counter(gold.values()).values()),
        baseline=parts_per_cluster(gold, one.plain),
        target=1.0,
        is_cost=True,
    )
    pairs = [pair for pair in one.corpus.apart if set(pair) <= one.main.keys()]
    if pairs:
        yield Figure(
            name="hard negatives kept apart",
            section=name,
            value=_share_apart(pairs, one.ours),
            of=len(pairs),
            baseline=_share_apart(pairs, one.plain),
            target=KEPT_APART,
        )


def _share_apart(pairs: Sequence[tuple[str, str]], cluster_of: Mapping[str, str]) -> float:
    return sum(cluster_of[left] != cluster_of[right] for left, right in pairs) / len(pairs)


def _notes(linked: Sequence[Sorted]) -> Iterator[str]:
    yield (
        "The baseline joins reports of the same place and day: in gva as we read both from the "
        "text, in incidents_syria as the archive notes them."
    )
    for one in linked:
        yield (
            f"{one.corpus.name}: {one.silent} of {len(one.main)} reports tell of no harm that we "
            "read; they are linked by their words alone."
        )


def _cases(one: Sorted) -> Iterator[Case]:
    """Each pair sorted wrongly, by what spoke most for it or against it."""
    texts = _texts(one.corpus)
    evidence = {
        name: read_evidence(account, texts[account.imprint.document_id])
        for name, account in one.main.items()
        if name in one.gold
    }
    for left, right in _wrong_pairs(one.gold, one.ours):
        is_joined = one.ours[left] == one.ours[right]
        because = compare(evidence[left], evidence[right]).because
        sign = "(+" if is_joined else "(-"
        spoke = next((told for told in because if sign in told), "nothing (")
        answer = spoke.split(":")[0].split(" (")[0]
        fault = "joined, spoke most for it" if is_joined else "apart, spoke most against it"
        yield Case(kind=f"{one.corpus.name}: {fault}: {answer}")


def _wrong_pairs(gold: Mapping[str, str], ours: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    groups: dict[str, list[str]] = {}
    for name in gold:
        groups.setdefault(f"gold {gold[name]}", []).append(name)
        groups.setdefault(f"ours {ours[name]}", []).append(name)
    seen = {
        pair
        for names in groups.values()
        for pair in combinations(sorted(names), 2)
        if (gold[pair[0]] == gold[pair[1]]) != (ours[pair[0]] == ours[pair[1]])
    }
    yield from sorted(seen)
