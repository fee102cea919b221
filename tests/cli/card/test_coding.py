"""Where, when, who and the codes: every value with its words, and what is not known said so."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

import pytest

from tollbook.actor import Actor, Role, Side, Standing
from tollbook.cli.card import card
from tollbook.cli.card.coding import coding
from tollbook.cli.card.ink import plain, width
from tollbook.document import Words
from tollbook.event import Code, EventCodes
from tollbook.exporting.redaction import withhold_in_findings
from tollbook.incident import Days, Incident, Place
from tollbook.place import GazetteerEntry, Location
from tollbook.toll import Case, Findings

ZEDLAND = GazetteerEntry(
    id="test:zedland",
    name="Zedland",
    latitude=1.5,
    longitude=1.5,
    feature="A.PCLI",
    country="ZZ",
)
OKER = GazetteerEntry(
    id="test:oker",
    name="Oker",
    latitude=1.5,
    longitude=-0.25,
    feature="P.PPL",
    country="ZZ",
    adm1="Oker Province",
    adm2="Lower Vell",
)
FRONT = Actor(id="tarn", name="Tarn Front", sector="REB", inter=2)
NOTHING = Code(value=None, rule="nothing is said")


def words(text: str) -> Words:
    return Words(text=text, start=0, end=len(text))


def side(text: str, role: Role, standing: Standing, actor: Actor | None = None) -> Side:
    return Side(words=words(text), role=role, standing=standing, actor=actor)


def location(**changed: object) -> Location:
    said: dict[str, object] = {
        "latitude": 1.5,
        "longitude": -0.25,
        "radius_km": 5.0,
        "where_prec": 1,
        "geo_precision": 1,
        "rule": "a town: UCDP 1, ACLED 1",
        "entry": OKER,
    }
    return Location(**(said | changed))  # type: ignore[arg-type]


class Invented:
    """A square land of towns."""

    attribution = "Places: invented."

    def country(self, code: str) -> GazetteerEntry | None:
        return ZEDLAND if code == "ZZ" else None

    def towns(self, country: str) -> tuple[tuple[float, float], ...]:
        assert country == "ZZ"
        return tuple((lat / 10, lon / 10) for lat in range(30) for lon in range(30))


class Bare(Invented):
    """A land with too few towns to be drawn."""

    def towns(self, country: str) -> tuple[tuple[float, float], ...]:
        assert country == "ZZ"
        return ()


def unopened() -> Invented:
    raise AssertionError("nothing was to be looked up")


@pytest.fixture
def coded(oker: Incident) -> Incident:
    shells = (words("shells"),)
    places = (Place(words=words("the village of Oker"), entry=OKER),)
    return replace(
        oker,
        accounts=(replace(oker.accounts[0], places=places), *oker.accounts[1:]),
        location=location(),
        days=Days(
            first=date(2031, 3, 4),
            last=date(2031, 3, 4),
            words=words("Tuesday"),
            date_prec=1,
            time_precision=1,
            rule="the weekday",
        ),
        sides=(
            side("the Front", Role.ATTACKED, Standing.DECLARED, FRONT),
            side("its men", Role.ATTACKED, Standing.SUSPECTED),
            side("villagers", Role.WAS_ATTACKED, Standing.STATED),
        ),
        codes=EventCodes(
            acled_type=Code(value="Explosions/Remote violence", words=shells, rule="shelling"),
            acled_sub_type=Code(value="Shelling", words=shells, rule="shelling"),
            ucdp_violence=Code(value="3", words=(words("villagers"),), rule="U6"),
            ucdp_dyad=NOTHING,
            plover_event=NOTHING,
            plover_mode=NOTHING,
            weapon=Code(value="shelling", words=shells, rule="named"),
            protected=NOTHING,
        ),
    )


def written(incident: Incident, *, bare: bool = True) -> list[str]:
    return [plain(line) for line in coding(incident, Bare if bare else Invented)]


def starts(lines: Sequence[str], label: str) -> str:
    """The lines of one label, in one."""
    at = next(n for n, line in enumerate(lines) if line.strip().startswith(label))
    until = next((n for n in range(at + 1, len(lines)) if lines[n][2] != " "), len(lines))
    return " ".join(line[9:].strip() for line in lines[at:until])


def test_each_value_stands_with_its_words(coded: Incident) -> None:
    assert written(coded) == [
        "  where  Oker, Lower Vell, Zedland · 1.50 N 0.25 W ± 5 km · UCDP 1, ACLED 1 · a",
        "         town “the village of Oker”",
        "  when   4 March 2031 · UCDP 1, ACLED 1 · the weekday “Tuesday”",
        "  who    attacked: Tarn Front “the Front” (says so itself), “its men” (others",
        "         say so)",
        "         was attacked: “villagers” (reported)",
        "  coded  ACLED Explosions/Remote violence / Shelling (shelling “shells”)",
        "         UCDP 3 one-sided (U6 “villagers”), undetermined (nothing is said)",
        "         PLOVER undetermined (nothing is said)",
        "         weapon shelling (named “shells”) · protected undetermined (nothing is",
        "         said)",
    ]


def test_the_place_is_drawn_beside_the_words_with_a_caption(coded: Incident) -> None:
    lines = written(coded, bare=False)
    assert lines[0].startswith("  where  Oker, Lower Vell, Zedland · 1.50 N")
    assert sum("◉" in line[:52] for line in lines) == 0
    assert [line[52:] for line in lines if line[52:].startswith("◉ ")] == ["◉ Oker in Zedland"]
    assert max(map(width, lines)) <= 80
    drawn = [line for line in lines if line[52:].startswith("◉")]
    assert len(drawn) == 2  # the westernmost point, and the caption


def test_without_a_place_nothing_is_looked_up(coded: Incident) -> None:
    lines = [plain(line) for line in coding(replace(coded, location=None), unopened)]
    assert lines[0] == "  where  unresolved: which place “Oker” is, is not settled"


def test_no_place_named_is_said(coded: Incident) -> None:
    told = starts(written(replace(coded, location=None, places=())), "where")
    assert told == "unresolved: no place is named"


@pytest.mark.parametrize(
    "changed",
    [
        pytest.param({"where_prec": 6, "geo_precision": 3}, id="a whole country"),
        pytest.param({"entry": None}, id="between two places"),
        pytest.param({"entry": replace(OKER, country="")}, id="in no country"),
    ],
)
def test_a_point_that_would_tell_nothing_is_not_drawn(
    coded: Incident, changed: dict[str, object]
) -> None:
    lines = written(replace(coded, location=location(**changed)), bare=False)
    assert not any("◉" in line for line in lines)


def test_a_town_that_gives_its_province_the_name_is_named_once(coded: Incident) -> None:
    entry = replace(OKER, adm2="", adm1="Oker Province")
    assert "Oker, Zedland ·" in starts(
        written(replace(coded, location=location(entry=entry))), "where"
    )


def test_a_day_unknown_is_said_with_the_words_that_gave_none(coded: Incident) -> None:
    first, *others = coded.accounts
    told = replace(coded, days=None, accounts=(replace(first, when=words("Tuesday")), *others))
    assert starts(written(told), "when") == "unknown: “Tuesday” gives no day"
    assert starts(written(replace(coded, days=None)), "when") == "unknown: no words date it"


def test_an_attacker_nobody_names_is_undetermined(coded: Incident) -> None:
    told = replace(coded, sides=coded.sides[2:])
    assert starts(written(told), "who") == (
        "attacked: undetermined was attacked: “villagers” (reported)"
    )


def test_who_fought_without_saying_who_began_needs_no_attacker(coded: Incident) -> None:
    told = replace(coded, sides=(side("the Front", Role.FOUGHT, Standing.CONTESTED),))
    assert starts(written(told), "who") == "fought: “the Front” (contested)"


def test_many_sides_are_counted_and_long_words_cut(coded: Incident) -> None:
    many = [side(f"{'long ' * 20}{n}", Role.ATTACKED, Standing.STATED) for n in range(5)]
    told = starts(written(replace(coded, sides=tuple(many))), "who")
    assert told.endswith("(reported), 3 more")
    assert "…” (reported)" in told


def test_an_incident_that_nobody_coded_has_no_such_part(oker: Incident) -> None:
    assert list(coding(oker, unopened)) == []


def card_of(findings: Findings, incident: Incident) -> Findings:
    return replace(findings, cases=(Case(incident=incident, tolls=findings.cases[0].tolls),))


def test_whose_places_they_are_is_said_once_at_the_end(findings: Findings, coded: Incident) -> None:
    one = card_of(findings, coded)
    text = card(replace(one, cases=one.cases * 2), atlas=Invented)
    assert text.endswith("\n\nPlaces: invented.\n")
    assert text.count("Places: invented.") == 1
    assert "Places" not in card(card_of(findings, replace(coded, location=None)), atlas=unopened)


def test_the_toll_stands_above_and_all_of_it_on_the_first_screen(
    findings: Findings, coded: Incident
) -> None:
    screen = card(card_of(findings, coded), atlas=Invented).splitlines()[:25]
    labels = [line.split()[0] for line in screen if line[:2] == "  " and line[2:3].strip()]
    assert labels[:6] == ["killed", "injured", "where", "when", "who", "coded"]


def test_colour_says_the_same_words(findings: Findings, coded: Incident) -> None:
    told = card_of(findings, replace(coded, days=None, sides=()))
    coloured = card(told, colour=True, atlas=Invented)
    without = re.sub(r"\x1b\[[0-9;]*m", "", coloured)
    marks = str.maketrans({"«": None, "»": None})
    assert without.split() == card(told, atlas=Invented).translate(marks).split()
    assert "\x1b[2mundetermined\x1b[0m" in coloured


def test_a_surname_is_withheld_where_it_stands_for_a_side(
    findings: Findings, coded: Incident
) -> None:
    oster = side("Oster's house", Role.WAS_ATTACKED, Standing.STATED)
    assert coded.codes is not None
    codes = replace(coded.codes, protected=Code(value="school", words=(oster.words,)))
    told = card_of(findings, replace(coded, sides=(oster,), codes=codes))
    text = card(withhold_in_findings(told), atlas=Bare)
    assert "Oster" not in text
    assert "was attacked: “█████'s house” (reported)" in text


def test_no_report_can_steer_the_terminal_by_its_sides(coded: Incident) -> None:
    evil = side("the\x1b[2J\nFront\ue001", Role.ATTACKED, Standing.STATED)
    text = "".join(coding(replace(coded, sides=(evil,)), Bare))
    assert "\x1b" not in text
    assert "“the [2J Front”" in text
