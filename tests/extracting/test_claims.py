"""A whole report: its manner of writing, its offsets, its accounts. Everything is invented."""

from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tollbook.claim import Claim, Stance
from tollbook.document import Words
from tollbook.extracting import extract
from tollbook.testing import document

from .told import harms, labels, sources, tolls

BODY = "\n\nThe raid on Oker began at dawn."

MANNERS = [
    ("18 Dead in Raid: Monitor" + BODY, ["killed: 18 = 18 people"], "Title Case"),
    (
        "Raid on Oker Kills 18, Wounds 30" + BODY,
        ["killed: 18 = 18 people", "injured: 30 = 30 people"],
        "a headline's present tense",
    ),
    (
        "Nine dead, 20 hurt in Oker raid" + BODY,
        ["killed: Nine = 9 people", "injured: 20 = 20 people"],
        "a headline without a verb",
    ),
    ("Four Oker police killed by mine" + BODY, ["killed: Four = 4 security_force"], "by what"),
    ("Oker Mayor Shot Dead" + BODY, ["killed: Oker Mayor = 1 official"], "an office in a headline"),
    ("Mayor of Oker shot dead" + BODY, ["killed: Mayor = 1 official"], "no article"),
    (
        "Oker mayor survives attack; two guards die" + BODY,
        ["killed: two = 2 security_force"],
        "who survives is not harmed",
    ),
    ("Death toll in Oker rises to 40" + BODY, ["killed: 40 = 40 people"], "a toll in a headline"),
    (
        "OKER, 3 MAR 90 (TARN RADIO) -- FOUR SOLDIERS WERE KILLED AND SEVEN WOUNDED NEAR OKER.",
        ["killed: FOUR = 4 security_force", "injured: SEVEN = 7 security_force"],
        "upper-case wire with a dateline",
    ),
    (
        "GUERRILLAS KILLED TWO PEASANTS IN LOWER OKER YESTERDAY.",
        ["killed: TWO = 2 civilian"],
        "upper-case wire, active",
    ),
    (
        "Twelve people were\r\nkilled in Oker.\r\nNine were\r\nwounded.",
        ["killed: Twelve = 12 people", "injured: Nine = 9 people"],
        "hard-wrapped lines with carriage returns",
    ),
    (
        "Twelve people were killed in Oker a monitor said.",
        ["killed: Twelve = 12 people"],
        "commas lost",
    ),
]


@pytest.mark.parametrize(
    ("text", "expected"), [pytest.param(*row, id=name) for *row, name in MANNERS]
)
def test_harm_is_found_in_every_manner_of_writing(text: str, expected: list[str]) -> None:
    assert harms(text) == expected


def test_a_figure_told_twice_is_two_claims() -> None:
    text = "Nine dead in Oker raid\n\nNine people died in Oker on Monday."
    assert harms(text) == ["killed: Nine = 9 people"] * 2


def test_a_figure_without_a_noun_counts_the_people_before_it() -> None:
    assert harms("Eight farmers were killed and three wounded.") == [
        "killed: Eight = 8 civilian",
        "injured: three = 3 civilian",
    ]


@pytest.mark.parametrize(
    ("rest", "expected"),
    [
        pytest.param("Among them were two nurses.", "killed: two = 2 medic, part", id="among"),
        pytest.param("Six of them were women.", "killed: Six = 6 people, part", id="of them"),
        pytest.param("Six of them wept.", None, id="what they did tells no harm"),
        pytest.param("Rain fell. Six of them were women.", None, id="too far away"),
    ],
)
def test_a_part_may_be_taken_from_the_sentence_before(rest: str, expected: str | None) -> None:
    nine = "killed: Nine = 9 people"
    assert harms(f"Nine people were killed. {rest}") == ([nine, expected] if expected else [nine])


def test_nobody_guesses_which_of_two_harms_befell_them() -> None:
    assert len(harms("Nine people died and 12 were hurt. Six of them were women.")) == 2


def test_an_aside_about_the_dead_is_nobodys_statement() -> None:
    text = "A nurse said Ana Belmor, who was killed in the raid, was a friend."
    assert sources(text) == ["Ana Belmor"]


def test_a_war_is_kept_apart_from_the_incident() -> None:
    text = "Twelve people died in Oker. The war has killed thousands since 2019."
    assert labels(text) == ["Twelve @ A", "thousands @ background"]


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("Police denied that twelve people died.", Stance.DENIED),
        ("Twelve people were reportedly killed.", Stance.HEDGED),
        ("A nurse fears twelve people may have died.", Stance.HEDGED),
        ("Twelve people died.", Stance.ASSERTED),
    ],
)
def test_how_firmly_it_is_said(text: str, stance: Stance) -> None:
    (claim,) = tolls(text)
    assert claim.attribution.stance is stance


def test_the_claim_keeps_its_words_its_people_and_its_sentence() -> None:
    (claim,) = tolls("Rain fell. At least 12 villagers were killed.")
    assert claim.count.words.text == "At least 12"
    assert claim.group_words is not None
    assert claim.group_words.text == "villagers"
    assert claim.sentence.text == "At least 12 villagers were killed."


@pytest.mark.parametrize(
    "text", ["Rain fell on Oker.", "12", ".", "“", "¿?", "\x00", "== ==", "𝟙𝟚"]
)
def test_a_text_that_tells_nothing_has_no_claims(text: str) -> None:
    assert extract(document(text)) == ()


REPORT = [
    "Nine dead in Oker raid: police",
    "Mayor Ana Belmor said “at least nine people were killed”, among them two nurses.",
    "Rebels took 30 people hostage, a source told AFP; none of the 12 guards was hurt.",
    "The army, citing witnesses, said it killed dozens and burned 14 houses.",
    "She condemned the attack. The war has killed thousands since 2019.",
]
# Astral letters, combining marks, direction marks, joiners, odd spaces, line ends.
NOISE = [
    "𝔸",
    "🔥",
    "e\u0301",
    "\u200f",
    "\u202b",
    "\u202c",
    "\u200d",
    "\u00a0",
    "\u2028",
    "\r\n",
    "שלום",
]
noise = st.lists(st.sampled_from(NOISE), max_size=3).map("".join)


@st.composite
def noisy_reports(draw: st.DrawFn) -> str:
    """Put noise between the words, and now and then inside one."""
    pieces = [draw(noise)]
    for line in draw(st.permutations(REPORT)):
        for word in line.split(" "):
            pieces += [word, draw(st.sampled_from([" ", " ", " ", " ", "\r\n"]))]
        at = draw(st.integers(0, len(pieces) - 1))
        cut = draw(st.integers(0, len(pieces[at])))
        pieces[at] = pieces[at][:cut] + draw(noise) + pieces[at][cut:]
        pieces.append(draw(st.sampled_from(["\n\n", "\r\n\r\n", " ", "\n"])))
    return "".join(pieces)


def words_of(claim: Claim) -> Iterator[Words | None]:
    yield claim.sentence
    match claim.kind:
        case "toll":
            yield from (claim.count.words, claim.group_words)
        case "responsibility" | "reaction":
            yield claim.actor
        case "damage":
            yield claim.object
    if claim.kind != "reaction":
        said_by = claim.attribution
        yield from (said_by.source, said_by.cue, said_by.relay)


def assert_verbatim(text: str) -> None:
    for account in extract(document(text)):
        settled = [account.when, *account.targets, *account.weapons]
        settled += [place.words for place in account.places]
        for claim in account.claims:
            settled += words_of(claim)
        for words in settled:
            if words is not None:
                assert text[words.start : words.end] == words.text != ""


@given(noisy_reports())
def test_every_word_of_every_claim_stands_where_it_says(text: str) -> None:
    assert_verbatim(text)


def test_noise_between_sentences_moves_words_and_changes_nothing_else() -> None:
    plain = "\n\n".join(REPORT)
    noisy = "\n\n".join(f"🔥𝔸\n\n{line}" for line in REPORT)
    assert harms(noisy) == harms(plain) != []


VOCABULARY = (
    "12 three dozens no none not killed wounded dead missing died shot hostage lives lost fled "
    "people a the of them whom who that and or among including toll said told AFP police quoted "
    "as saying according to could would , . ; : ( ) [ ] -- “ ” \" ' 's n't 34-year-old U.S. Sgt. "
    "threatened Monday Ana Belmor al-Tarn 70s $5 1,400 by in on since 2019 claimed "
    "responsibility condemned"
).split()


@given(st.lists(st.sampled_from(VOCABULARY), min_size=1, max_size=30).map(" ".join))
def test_words_in_any_order_are_read_without_a_crash(text: str) -> None:
    assert_verbatim(text)


@given(st.text(min_size=1).filter(str.strip))
def test_any_text_is_read_without_a_crash(text: str) -> None:
    assert_verbatim(text)


@given(noisy_reports())
def test_the_same_text_always_gives_the_same_claims(text: str) -> None:
    assert extract(document(text)) == extract(document(text))
