"""Which words beside a verb of saying are the speaker's. All places and people are invented."""

import pytest

from tollbook.extracting.saying.speakers import is_speaker, source_after, source_before

from ..told import sentence

BEFORE = [
    ("A nurse said so.", "A nurse", "a noun phrase"),
    ("Residents of Oker said so.", "Residents of Oker", "with a place"),
    (
        "The Tarn Observatory for Human Rights said so.",
        "The Tarn Observatory for Human Rights",
        "for",
    ),
    ("The Tarn Observatory (TO) said so.", "The Tarn Observatory", "an abbreviation in brackets"),
    ("Mayor Ana Belmor said so.", "Mayor Ana Belmor", "a title"),
    ("Ana Belmor, the mayor of Oker, said so.", "Ana Belmor, the mayor of Oker,", "an apposition"),
    ("Ana Belmor the mayor of Oker said so.", "Ana Belmor the mayor of Oker", "its commas lost"),
    ("A monitor, a group based in Sarn, said so.", "A monitor, a group based in Sarn,", "based in"),
    (
        "Sgt. Rillen of the Oker police said so.",
        "Sgt. Rillen of the Oker police",
        "a rank and a body",
    ),
    (
        "Col. Rillen, spokesman for the army, said so.",
        "Col. Rillen, spokesman for the army,",
        "a rank and an office",
    ),
    ("The ministry's spokesman said so.", "The ministry's spokesman", "an owner"),
    ("The army was there, its director said.", "its director", "a head of a body"),
    ("Witnesses and police said so.", "Witnesses and police", "two together"),
    ("A resident, who fled, said so.", "A resident", "who, between commas"),
    ("A resident who asked not to be named said so.", "A resident", "who, without commas"),
    ("A resident reached by phone said so.", "A resident", "reached by phone"),
    ("Police on Monday said so.", "Police", "a day between"),
    ("He said so.", "He", "a pronoun"),
    ("On Monday said so.", None, "a day says nothing"),
    ("The wounded said so.", None, "the harmed are not heard"),
]


def stretch(text: str, found: tuple[int, int] | None) -> str | None:
    return None if found is None else sentence(text).text(*found)


def said(text: str) -> int:
    return next(i for i, chunk in enumerate(sentence(text).chunks) if chunk.head == "said")


@pytest.mark.parametrize(
    ("text", "expected"), [pytest.param(*row, id=name) for *row, name in BEFORE]
)
def test_the_source_before_the_verb(text: str, expected: str | None) -> None:
    found = stretch(text, source_before(sentence(text), said(text)))
    assert (found and found.rstrip(" ,")) == (expected and expected.rstrip(" ,"))


AFTER = [
    ("It was so, said a nurse at the mill.", "a nurse at the mill", "with a place"),
    ("It was so, said Ana Belmor, the mayor.", "Ana Belmor", "a name before a comma"),
    ("It was so, said the head of the group.", "the head of the group", "with a body"),
    ("It was so, said rebels attacked.", None, "who goes on to do something was not heard"),
    ("It was so, said Monday.", None, "a day says nothing"),
    ("It was so, said.", None, "nobody there"),
]


@pytest.mark.parametrize(
    ("text", "expected"), [pytest.param(*row, id=name) for *row, name in AFTER]
)
def test_the_source_after_the_verb(text: str, expected: str | None) -> None:
    assert stretch(text, source_after(sentence(text), said(text))) == expected


@pytest.mark.parametrize(
    ("text", "speaks"),
    [
        pytest.param("The police", True, id="a body"),
        pytest.param("Two doctors", True, id="counted doctors"),
        pytest.param("Ana Belmor", True, id="a name"),
        pytest.param("She", True, id="a pronoun"),
        pytest.param("20 rebels", False, id="counted rebels are rather harmed than heard"),
        pytest.param("The dead", False, id="the dead"),
        pytest.param("The mill", False, id="a thing"),
        pytest.param("Monday", False, id="a day"),
    ],
)
def test_who_can_say_something(text: str, speaks: bool) -> None:
    cut = sentence(text)
    assert is_speaker(cut, cut.chunks[0]) is speaks


def test_a_person_keeps_the_body_they_are_of() -> None:
    text = "Ana Belmor of the Oker clinic said so."
    assert (
        stretch(text, source_before(sentence(text), said(text))) == "Ana Belmor of the Oker clinic"
    )
