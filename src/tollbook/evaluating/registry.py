"""The suites by name: what each needs to lie in the folder, and where its code is.

A suite's code is imported once somebody asks for it; listing the names costs nothing.
"""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from importlib import import_module
from json import JSONDecodeError
from pathlib import Path
from typing import TYPE_CHECKING, Final, cast

from tollbook.errors import UnknownSuite, UnusableCorpus

if TYPE_CHECKING:
    from tollbook.evaluating.suite import Reader, Result, Suite

PARTS: Final = ("train", "dev", "test")


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One suite: the module in `suites` that measures it, and the files of each of its parts.

    `files` are paths below `corpus`, a folder below the one that the user gives. A suite
    without a corpus looks for its texts itself or brings them. `about` says in a sentence or
    two what is read and what counts as right.
    """

    module: str
    about: str
    corpus: str | None = None
    files: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


SUITES: Final[Mapping[str, Entry]] = {
    "claims-gold": Entry(
        module="claims_gold",
        about="Reports of four kinds, annotated claim by claim by a written guideline. `found`: "
        "the right harm at the right words; `figure`: and the right bounds; `whole`: and the "
        "right source, and whether it is about this incident. From `source` on: how often it is "
        "right of the figures found.",
    ),
    "cis530p": Entry(
        module="cis530p",
        about="News articles on shootings with how many were killed and how many injured: the "
        "share of articles on which both readings agree.",
        corpus="cis530p",
        files={
            part: (f"X_{name}.json", f"y_{name}.json")
            for part, name in (("train", "train"), ("dev", "val"), ("test", "test"))
        },
    ),
    "gva": Entry(
        module="gva",
        about="Local news on shootings in the United States, from the Gun Violence Archive: how "
        "often the toll of an article is exactly that of the incident.",
        corpus="gva",
        files={part: (f"{part}.docs.jsonl", f"{part}.incidents.jsonl") for part in PARTS},
    ),
    "muc4": Entry(
        module="muc4",
        about="The fourth Message Understanding Conference: wire reports on Latin America, 1989 to "
        "1991. Slots are scored by the conference's own rules; F is that of 1992.",
        corpus="muc34",
        files={"train": ("dev",), "dev": ("tst3",), "test": ("tst4",)},
    ),
    "polnear": Entry(
        module="polnear",
        about="Political news with who is quoted and the words that tie them to what they say: F1 "
        "of sources and cues that overlap.",
        corpus="polnear",
        files={part: (f"{part}/text", f"{part}/attributions") for part in PARTS},
    ),
    "insecurity-insight": Entry(
        module="insecurity_insight",
        about="One-paragraph descriptions of attacks on aid, health care and education, coded by "
        "Insecurity Insight: how often the count of each harm is exactly the coded one.",
        corpus="insecurity_insight",
        files={part: (f"{part}.jsonl",) for part in PARTS},
    ),
    "isaf": Entry(
        module="isaf",
        about="Press releases of the NATO force in Afghanistan with the least number killed and "
        "captured: how often each is exactly the coded one.",
        corpus="isaf",
        files={part: (f"{part}.jsonl",) for part in ("dev", "test")},
    ),
    "timex": Entry(
        module="timex",
        about="News in which every expression of time is marked with what it means, TimeBank and "
        "TempEval-2: F1 of the tokens that stand in one, and how often the meaning is the same.",
        corpus="timex",
        files={
            "train": ("timebank", "tempeval2-english/data"),
            "dev": ("timebank", "tempeval2-english/data"),
            "test": ("tempeval2-test",),
        },
    ),
    "event-location": Entry(
        module="event_location",
        about="Sentences with a verb and the names of the places where that happened, from wire "
        "texts and reports on atrocities and on the war in Syria (Halterman 2019): precision and "
        "recall over the words of those names.",
        corpus="event_location",
        files={
            "train": ("train.jsonl",),
            "dev": ("train.jsonl",),
            "test": ("test.jsonl",),
        },
    ),
    "event-places": Entry(
        module="event_places",
        about="Where the incidents of annotated reports happened, as two people coded it: how "
        "many of our pins are right, how many incidents are left without one, and how often "
        "`where_prec` and `geo_precision` are the coded ones.",
    ),
    "event-codes": Entry(
        module="event_codes",
        about="Headlines with UCDP's type of violence and dyad, and one-paragraph reports with "
        "the weapon and what was hit, coded by Insecurity Insight: how often a code given is the "
        "coder's, and how often the words give one.",
        corpus=".",
        files={part: (f"ucdp/{part}.jsonl", f"insecurity_insight/{part}.jsonl") for part in PARTS},
    ),
    "geoparsing": Entry(
        module="geoparsing",
        about="News with every toponym marked and the point it stands for: F1 of the names found, "
        "and the share of toponyms whose point is within 161 km of ours.",
        corpus="geoparsing",
        files={
            "train": ("TR-News.xml", "GeoVirus.xml"),
            "dev": ("TR-News.xml", "GeoVirus.xml"),
            "test": ("lgl.xml", "GWN.xml"),
        },
    ),
    "maverick": Entry(
        module="maverick",
        about="Headlines on electoral violence in Côte d'Ivoire and Kenya, with the day of print: "
        "how often the day the event began and its town are those that a coder noted, and how "
        "often the headline names the town at all.",
        corpus="maverick",
        files={part: (f"{part}.csv",) for part in PARTS},
    ),
    "ucdp": Entry(
        module="ucdp",
        about="Headlines that UCDP coded events from: how often the days of those that name days, "
        "the place of those that name one, and how exactly both are known are as coded.",
        corpus="ucdp",
        files={part: (f"{part}.jsonl",) for part in PARTS},
    ),
    "sheets": Entry(
        module="sheets",
        about="Incidents in Syria coded by hand, as a coder's sheet, beside the incidents read "
        "from the same reports: how often a row finds the incident that its reports tell of.",
        corpus="incidents_syria",
        files={part: (f"{part}.reports.jsonl", f"{part}.clusters.json") for part in PARTS},
    ),
    "linking": Entry(
        module="linking",
        about="Local news on shootings, and reports on the war in Syria by opposed outlets, "
        "sorted by hand into incidents: how well our incidents agree, by report (B-cubed) and by "
        "pair, and how many pairs of near but different incidents are kept apart.",
        corpus=".",
        files={
            part: (
                f"gva/{part}.docs.jsonl",
                f"gva/{part}.incidents.jsonl",
                f"incidents_syria/{part}.reports.jsonl",
                f"incidents_syria/{part}.clusters.json",
            )
            for part in PARTS
        },
    ),
    "reconciliation": Entry(
        module="reconciliation",
        about="Incidents with a figure settled later, by an inquiry (MAVERICK), a coder (UCDP) or "
        "an archive (Airwars): how near the toll of what was said before comes to it, and how "
        "often its range holds it, beside plain rules over the same claims.",
        corpus=".",
        files={
            part: (f"maverick/{part}.csv", f"ucdp/{part}.jsonl", f"airwars/{part}.jsonl")
            for part in PARTS
        },
    ),
    "neutrality": Entry(
        module="neutrality",
        about="Pairs of invented sentences that differ only in who did it or suffered it, or in "
        "loaded words for them: how often figure, harm, source or group changes. None should.",
    ),
    "wire-copies": Entry(
        module="wire_copies",
        about="Pairs of news articles labelled by reading both: whether one text was made from the "
        "other, or both from a third.",
        corpus="gva",
        files={
            part: tuple(
                f"{source}.{kind}.jsonl"
                for source in ("train", "dev")
                for kind in ("docs", "incidents")
            )
            for part in ("train", "dev")
        },
    ),
    "speed": Entry(
        module="speed",
        about="How many of the reports annotated by the guideline are read in a second of one "
        "core, beside rules only and beside reading every sentence, and what is lost by not doing "
        "so.",
    ),
}

NEEDS_NO_DATA: Final = frozenset({"neutrality"})


def measure(name: str, folder: Path, part: str, reader: "Reader") -> "Result":
    """Run one suite.

    Args:
        name: one of `SUITES`.
        folder: laid out like the corpora's own folder.
        part: one of `PARTS`.
        reader: what reads.

    Raises:
        UnknownSuite: there is no suite of that name.
        UnusableCorpus: the corpus, the part or a file of it is not there.
    """
    check_layout(name, folder, part)
    run = suite(name)
    with corpus_is_to_blame(name):
        return run(folder, part, reader)


@contextmanager
def corpus_is_to_blame(name: str) -> Iterator[None]:
    """Say of a file that cannot be read that it is the corpus that is not as it should be.

    Raises:
        UnusableCorpus: a file vanished, may not be read, or holds neither text nor JSON.
    """
    try:
        yield
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise UnusableCorpus(f"{name}: `{error.filename}` cannot be read: {reason}") from error
    except (JSONDecodeError, UnicodeDecodeError) as error:
        raise UnusableCorpus(f"{name}: a file of the corpus is damaged: {error}") from error


def suite(name: str) -> "Suite":
    """Give the suite of a name; its code is imported now.

    Raises:
        UnknownSuite: there is none of that name.
    """
    module = import_module(f"tollbook.evaluating.suites.{_entry(name).module}")
    return cast("Suite", module.measure)


def check_layout(name: str, folder: Path, part: str) -> None:
    """See that a folder holds what a suite reads, before anything is read.

    Raises:
        UnknownSuite: there is no suite of that name.
        UnusableCorpus: the corpus, the part or a file of it is not there.
    """
    entry = _entry(name)
    if entry.corpus is None:
        return
    if part not in entry.files:
        raise UnusableCorpus(f"{name} has no part {part!r}; it has {', '.join(entry.files)}")
    expected = entry.files[part]
    absent = [file for file in expected if not (folder / entry.corpus / file).exists()]
    if absent:
        raise UnusableCorpus(
            f"`{folder / entry.corpus}` lacks {', '.join(absent)}; for the part {part!r} "
            f"{name} reads {', '.join(expected)} there. "
            f"Give with --data the folder that holds `{entry.corpus}/`"
        )


def _entry(name: str) -> Entry:
    if name not in SUITES:
        raise UnknownSuite(f"no suite is called {name!r}; there are {', '.join(SUITES)}")
    return SUITES[name]
