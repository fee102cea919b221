"""Who says it: one row a way of attributing. All places and people are invented."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tollbook.extracting.saying.attribution import find_statements, statement_over

from ..told import sentence, sources

BEFORE = [
    (
        "THE JURORS ALSO CLAIM THAT 12 GUARDS DIED.",
        ["12 < THE JURORS (court)"],
        "a word between subject and verb",
    ),
    ("The army recognized that 12 died.", ["12 < The army (military)"], "recognized that"),
    ("The Herald itself says 12 died.", ["12 < The Herald (other)"], "the subject again"),
    (
        "THE 14TH BRIGADE REPORTED THAT TWO GUARDS DIED.",
        ["TWO < THE 14TH BRIGADE (military)"],
        "a brigade with a number",
    ),
    (
        "The police said a bomb broke windows, but two were hurt.",
        ["two < The police (police)"],
        "goes on after but",
    ),
    (
        "The mayor said that although nobody saw it, 12 died.",
        ["12 < The mayor (government)"],
        "nothing is said yet before although",
    ),
    (
        "The truth is, the mayor said, that 12 people died.",
        ["12 < the mayor (government)"],
        "a comma before that",
    ),
    (
        "Two guards died in Oker, a nurse told the Herald, asking not to be named.",
        ["Two < a nurse (medical), via the Herald"],
        "told a paper, and more of the teller",
    ),
    (
        "It was reported on Monday by the police that two guards died.",
        ["two < the police (police)"],
        "in the passive, before that",
    ),
    (
        "Two guards were killed, it was reported today by the army.",
        ["Two < the army (military)"],
        "in the passive, at the end",
    ),
    ("No deaths were reported in the raid by the rebels.", ["No"], "a raid by"),
    (
        "The mayor accused the rebels of the murder of two guards.",
        ["two < The mayor (government)"],
        "accuses somebody of it",
    ),
    (
        "Guards fought rebels on Monday, and villagers reported two casualties.",
        ["two < villagers (witness)"],
        "what is reported does not say it",
    ),
    (
        "The ministry of health reports 12 deaths.",
        ["12 < The ministry of health (government)"],
        "reports",
    ),
    ("The monitor gave a toll of 12.", ["12 < The monitor (ngo)"], "gave a toll"),
    (
        "A toll issued by the army's press office had listed nine dead.",
        ["nine < the army's press office (media)"],
        "listed, issued by",
    ),
    (
        "A memo seen by the Herald lists 12 dead.",
        ["12 < A memo (document)"],
        "a paper seen by somebody else",
    ),
    ("The rebels claim to have killed 12 guards.", ["12 < The rebels (armed_group)"], "claim to"),
    (
        "Olo Reed, a clerk of the mill, said he believed the toll was 12.",
        ["12 < Olo Reed, a clerk of the mill (other), hedged"],
        "a pronoun in one's own words",
    ),
    (
        "The army said two guards died, while nine rebels were killed.",
        ["two < The army (military)", "nine < The army (military)"],
        "goes on after while",
    ),
    (
        "The army blamed the rebels for the raid and said that 12 had died.",
        ["12 < The army (military)"],
        "does one thing and says another",
    ),
    (
        "One woman, who lives near the mill, said 12 people died.",
        ["12 < One woman (other)"],
        "one person of many",
    ),
    ("A nurse said twelve people died.", ["twelve < A nurse (medical)"], "said"),
    ("A nurse said that twelve people died.", ["twelve < A nurse (medical)"], "said that"),
    ('The mayor said: "Twelve people died."', ["Twelve < The mayor (government)"], "a colon"),
    (
        "The mayor confirmed that twelve people had died.",
        ["twelve < The mayor (government)"],
        "confirmed",
    ),
    (
        "The mayor confirmed the death of twelve people.",
        ["twelve < The mayor (government)"],
        "confirmed a noun",
    ),
    (
        "The rebels put the number of dead at twelve.",
        ["twelve < The rebels (armed_group)"],
        "put the number at",
    ),
    (
        "The health ministry said in a statement on Monday that twelve people died.",
        ["twelve < The health ministry (government)"],
        "in a statement on a day",
    ),
    (
        "Police had earlier said that twelve people died.",
        ["twelve < Police (police)"],
        "had earlier said",
    ),
    (
        "The Hill Front said on Tuesday that it had killed 40 soldiers.",
        ["40 < The Hill Front (armed_group)"],
        "a body known by its capitals",
    ),
    (
        "The group claims it killed twelve soldiers.",
        ["twelve < The group (armed_group)"],
        "claims it",
    ),
    ("The UN estimates that twelve people died.", ["twelve < The UN (un)"], "estimates that"),
    (
        "The army claimed to have killed 40 rebels.",
        ["40 < The army (military)"],
        "claimed to have",
    ),
    (
        "Speaking by phone, a resident said twelve people died.",
        ["twelve < a resident (witness)"],
        "a participle first",
    ),
    (
        "Activists in Oker say twelve people died.",
        ["twelve < Activists in Oker (activist)"],
        "where they are belongs to them",
    ),
    (
        "According to a nurse, twelve people died.",
        ["twelve < a nurse (medical)"],
        "according to",
    ),
    (
        "According to a nurse twelve people died.",
        ["twelve < a nurse (medical)"],
        "according to, comma lost",
    ),
]

AFTER = [
    (
        "Twelve guards died, the high command claims.",
        ["Twelve < the high command (military)"],
        "claims",
    ),
    (
        "Twelve guards died, the mayor reported on Monday, adding that the mill burned.",
        ["Twelve < the mayor (government)"],
        "another clause follows",
    ),
    (
        "Twelve guards were hurt, the mayor said; nine gunmen fled.",
        ["Twelve < the mayor (government)"],
        "a semicolon",
    ),
    ("Twelve people died, a nurse said.", ["Twelve < a nurse (medical)"], "postposed"),
    ("Twelve people died a nurse said.", ["Twelve < a nurse (medical)"], "comma lost"),
    (
        "Twelve people died, said a nurse at the hospital.",
        ["Twelve < a nurse at the hospital (medical)"],
        "inverted",
    ),
    (
        '"They killed twelve of us," a villager said.',
        ["twelve < a villager (witness)"],
        "a quotation",
    ),
    ("Twelve people died, officials say.", ["Twelve < officials (government)"], "present tense"),
    (
        "Twelve people died, the mayor has confirmed.",
        ["Twelve < the mayor (government)"],
        "has confirmed",
    ),
    (
        "Twelve people died, according to a nurse.",
        ["Twelve < a nurse (medical)"],
        "according to",
    ),
    (
        "Twelve people died according to the Tarn Observatory.",
        ["Twelve < the Tarn Observatory (ngo)"],
        "according to, comma lost",
    ),
    (
        "Gunmen attacked the mill, killing twelve people, the mayor said.",
        ["twelve < the mayor (government)"],
        "over a participle",
    ),
    (
        "Twelve people died and nine were hurt, the mayor said, adding that two houses burned.",
        ["Twelve < the mayor (government)", "nine < the mayor (government)"],
        "said, adding that",
    ),
]

RELAYED = [
    (
        "A nurse told AFP that twelve people died.",
        ["twelve < A nurse (medical), via AFP"],
        "told an agency",
    ),
    (
        "Twelve people died, a nurse told Reuters.",
        ["Twelve < a nurse (medical), via Reuters"],
        "told an agency, postposed",
    ),
    (
        "Tarn Radio quoted a nurse as saying twelve people died.",
        ["twelve < a nurse (medical), via Tarn Radio"],
        "quoted as saying",
    ),
    (
        "Twelve people died, a nurse was quoted as saying.",
        ["Twelve < a nurse (medical)"],
        "was quoted as saying",
    ),
    (
        "Twelve people died, Tarn Radio said, quoting a nurse.",
        ["Twelve < a nurse (medical), via Tarn Radio"],
        "said, quoting",
    ),
    (
        "Tarn Radio said twelve people died, citing police.",
        ["twelve < police (police), via Tarn Radio"],
        "citing at the end",
    ),
    (
        "Police said that, according to a nurse, twelve people died.",
        ["twelve < a nurse (medical), via Police"],
        "that, according to",
    ),
    (
        "State television said twelve people died.",
        ["twelve < State television (media)"],
        "a medium by itself is the source",
    ),
]

SEVERAL = [
    (
        "Police said twelve people died while rebels put the toll at 30.",
        ["twelve < Police (police)", "30 < rebels (armed_group)"],
        "while",
    ),
    (
        "While police said nine died, rebels said nobody was killed.",
        ["nine < police (police)", "nobody < rebels (armed_group)"],
        "while first",
    ),
    (
        "Twelve people died, the mayor said, but rebels said nobody was killed.",
        ["Twelve < the mayor (government)", "nobody < rebels (armed_group)"],
        "but",
    ),
    (
        "The mayor said twelve died, a nurse said nine were hurt.",
        ["twelve < The mayor (government)", "nine < a nurse (medical)"],
        "side by side",
    ),
    (
        "Police said twelve people died, adding that nine were hurt.",
        ["twelve < Police (police)", "nine < Police (police)"],
        "adding that",
    ),
]

STANCES = [
    (
        "Police denied that twelve people died.",
        ["twelve < Police (police), denied"],
        "denied that",
    ),
    (
        "The army denied killing twelve people.",
        ["twelve < The army (military), denied"],
        "denied doing",
    ),
    (
        "The rebels denied the claim, saying only two had died.",
        ["only two < The rebels (armed_group)"],
        "what a denial says instead",
    ),
    (
        "Police could not confirm that twelve people died.",
        ["twelve < Police (police), hedged"],
        "could not confirm",
    ),
    (
        "Police believe twelve people died.",
        ["twelve < Police (police), hedged"],
        "believe",
    ),
    (
        "A nurse said twelve people may have died.",
        ["twelve < A nurse (medical), hedged"],
        "may have",
    ),
    (
        "A nurse said twelve people were feared dead.",
        ["twelve < A nurse (medical), hedged"],
        "feared dead",
    ),
    ("At least 20 people were reportedly killed.", ["At least 20, hedged"], "reportedly"),
]

ITS_OWN_VOICE = [
    ("Twelve people died.", ["Twelve"], "nobody is quoted"),
    ("It was reported that twelve people died.", ["twelve"], "it was reported"),
    ("Twelve people were reported killed.", ["Twelve"], "were reported killed"),
    ("The attack claimed 40 lives.", ["40"], "claiming lives is no saying"),
    (
        "A nurse said two men, who were killed in Sarn on Monday, were brothers.",
        ["two"],
        "a who-clause between commas is the report's",
    ),
    (
        "The attack, which killed twelve people, was condemned, the mayor said.",
        ["twelve"],
        "a which-clause between commas is the report's",
    ),
]

HEADLINES = [
    ("18 Dead in Raid: Monitor", ["18 < Monitor (ngo)"], "a tail after a colon"),
    ("18 dead in raid - police", ["18 < police (police)"], "a tail after a dash"),
    ("18 dead in Oker raid, say police", ["18 < police (police)"], "say police"),
    ("Police: child shot dead in Oker", ["child < Police (police)"], "a label before a colon"),
    ("Army: 12 rebels killed in Oker", ["12 < Army (military)"], "a body before a colon"),
    (
        "18 dead in Oker raid - Oker Herald",
        ["18"],
        "the site's name is no source",
    ),
    (
        "Nine soldiers died: four at the gate and five at the mill.",
        ["Nine", "four", "five"],
        "a sentence before a colon is no label",
    ),
]

ROWS = BEFORE + AFTER + RELAYED + SEVERAL + STANCES + ITS_OWN_VOICE + HEADLINES


@pytest.mark.parametrize(("text", "expected"), [pytest.param(*row, id=name) for *row, name in ROWS])
def test_each_figure_has_the_voice_that_says_it(text: str, expected: list[str]) -> None:
    assert sources(text) == expected


def test_the_cue_is_the_words_of_saying() -> None:
    cut = sentence("Twelve people died, the mayor has confirmed.")
    (statement,) = find_statements(cut)
    assert cut.text(*statement.cue) == "has confirmed"


def test_nobody_says_anything_about_themselves() -> None:
    cut = sentence("Twelve people died, police said.")
    statements = find_statements(cut)
    (statement,) = statements
    assert statement_over(statements, 0) == statement
    assert statement_over(statements, statement.source[0]) is None


@given(
    st.lists(
        st.sampled_from(
            'a nurse Ana Belmor said told AFP that twelve died " , . according to police quoting '
            "was quoted as saying adding who which in Oker : while but denied".split()
        ),
        max_size=24,
    )
)
def test_every_stretch_lies_within_its_sentence(words: list[str]) -> None:
    cut = sentence(" ".join(words))
    for statement in find_statements(cut):
        for first, stop in (statement.source, statement.cue, statement.reach):
            assert 0 <= first <= stop <= len(cut.tokens)
        assert statement.source[0] < statement.source[1]


def test_the_second_thing_a_source_says_is_not_denied_with_the_first() -> None:
    told = sentence("The army denied the raid and said that four fighters had been killed.")
    four = next(i for i, token in enumerate(told.tokens) if token.text == "four")
    statement = statement_over(find_statements(told), four)
    assert statement is not None
    assert not statement.is_denied
    assert told.text(*statement.source) == "The army"
    assert statement.relay is None


@pytest.mark.parametrize(
    ("text", "source"),
    [
        pytest.param("Citing police, Tarn Radio said 12 people died.", "police", id="cited first"),
        pytest.param(
            "The group released a statement online saying it had killed 12 soldiers.",
            "The group",
            id="whoever issues a statement",
        ),
    ],
)
def test_the_voice_behind_a_medium_is_the_source(text: str, source: str) -> None:
    told = sentence(text)
    twelve = next(i for i, token in enumerate(told.tokens) if token.text == "12")
    statement = statement_over(find_statements(told), twelve)
    assert statement is not None
    assert told.text(*statement.source) == source


def test_reports_that_a_ministry_rejects_are_denied() -> None:
    told = sentence("The ministry rejected reports that twelve people had died.")
    assert [statement.is_denied for statement in find_statements(told)] == [True]


def test_what_a_denial_echoes_is_still_denied() -> None:
    told = sentence("The army denied that it had killed four cooks, as the rebels claimed.")
    four = next(i for i, token in enumerate(told.tokens) if token.text == "four")
    statement = statement_over(find_statements(told), four)
    assert statement is not None
    assert statement.is_denied
    assert told.text(*statement.source) == "The army"
