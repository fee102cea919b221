from datetime import date, timedelta

import pytest

from tests.storing.built import ADDED, printed
from tollbook.document import Document
from tollbook.errors import UnknownDocument
from tollbook.storing import Store

FRENCH = printed("L’attaque de Sénou a tué « vingt » élèves, dit l’hôpital.", title="Sénou")
ENGLISH = printed("The attack on Senou killed 20 pupils; the café of Al-Vell burned.")
ARABIC = printed("قُتِلَ ١٢ شخصًا في مدينة فيلّى، وقالت المدرسة إن الأطفال نجوا.")
PERSIAN = printed("در شهر فیلی ۱۲ نفر کشته شدند")


@pytest.fixture
def full(store: Store) -> Store:
    documents = [FRENCH, ENGLISH, ARABIC, PERSIAN]
    store.add_documents(documents, added_at=ADDED, read_by="reader 1")
    return store


def found(store: Store, words: str) -> set[str]:
    return {hit.imprint.document_id for hit in store.search(words)}


@pytest.mark.parametrize(
    ("words", "documents"),
    [
        pytest.param("senou", [FRENCH, ENGLISH], id="without an accent"),
        pytest.param("SÉNOU", [FRENCH, ENGLISH], id="capitals with an accent"),
        pytest.param("Se\u0301nou", [FRENCH, ENGLISH], id="an accent of its own"),
        pytest.param("attaque", [FRENCH], id="after an apostrophe"),
        pytest.param("l'attaque", [FRENCH], id="with a straight apostrophe"),
        pytest.param("eleves hopital", [FRENCH], id="all the words"),
        pytest.param("eleves cafe", [], id="not all the words"),
        pytest.param("cafe senou", [ENGLISH], id="any order"),
        pytest.param('"attack on senou"', [ENGLISH], id="a phrase"),
        pytest.param('"senou attack"', [], id="no phrase"),
        pytest.param("“attack on” 20", [ENGLISH], id="curly quotes and a word"),
        pytest.param("«attaque de»", [FRENCH], id="French quotes"),
        pytest.param('"attack on senou', [ENGLISH], id="a quote left open"),
        pytest.param("al-vell", [ENGLISH], id="a hyphen"),
        pytest.param('"the cafe of al vell"', [ENGLISH], id="a phrase across a hyphen"),
        pytest.param("قتل", [ARABIC], id="Arabic without vowel signs"),
        pytest.param("مدينه", [ARABIC], id="ha for ta marbuta"),
        pytest.param("فيلي", [ARABIC, PERSIAN], id="ya for alif maqsura, and the Persian ya"),
        pytest.param("الاطفال", [ARABIC], id="alif without hamza"),
        pytest.param("12", [ARABIC, PERSIAN], id="digits of three scripts"),
        pytest.param("المـــدرسة", [ARABIC], id="a stretched word"),
        pytest.param("sen", [], id="the beginning of a word is no word"),
        pytest.param("", [], id="nothing"),
        pytest.param(' "" … " ', [], id="no letter"),
    ],
)
def test_words_find_documents_however_they_are_written(
    full: Store, words: str, documents: list[Document]
) -> None:
    assert found(full, words) == {document.id for document in documents}


@pytest.mark.parametrize(
    "words",
    [
        "senou NOT attack",
        "senou OR nothing",
        "senou AND",
        "NEAR(senou attack)",
        "title:senou",
        "senou*",
        "^senou",
        "senou -attack",
        "senou & attack | x",
        "senou <-> attack",
        "!senou",
        "senou:*",
        "'; DROP TABLE documents; --",
        "{senou} (attack",
        "\\",
        "%",
        ":asked",
        "senou\x00attack",
        "\ud800",
    ],
)
def test_nothing_that_is_typed_is_a_command(full: Store, words: str) -> None:
    met = found(full, words)
    # A word of the command is a word like every other: it must stand in the text.
    every_word = words.replace("\x00", " ").lower()
    if any(word in every_word for word in ("not", "or ", "and", "near", "title", "drop")):
        assert met == set()
    assert full.count_documents() == 4
    assert full.check() == ()


def test_a_snippet_is_verbatim_and_its_marks_too(full: Store) -> None:
    (hit,) = full.search("eleves vingt")
    assert FRENCH.text[hit.at.start : hit.at.end] == hit.snippet
    assert [FRENCH.text[mark.start : mark.end] for mark in hit.marks] == ["vingt", "élèves"]
    assert not hit.in_title


def test_a_snippet_stands_where_most_of_the_words_are(store: Store) -> None:
    filling = "Nothing was heard from Vell. " * 40
    text = f"🕯 Oker. {filling}In Oker a bus burned. {filling}"
    store.add_documents([printed(text)], added_at=ADDED, read_by="reader 1")
    (hit,) = store.search("oker bus")
    assert "In Oker a bus burned." in hit.snippet
    assert len(hit.snippet) <= 240
    assert text[hit.at.start : hit.at.end] == hit.snippet
    assert [text[mark.start : mark.end] for mark in hit.marks] == ["Oker", "bus"]


def test_a_phrase_is_marked_only_where_it_stands(store: Store) -> None:
    document = printed("Oker fell. The bus of Oker burned in Oker.")
    store.add_documents([document], added_at=ADDED, read_by="reader 1")
    (hit,) = store.search('"bus of Oker"')
    assert [document.text[mark.start : mark.end] for mark in hit.marks] == ["bus", "of", "Oker"]


def test_words_of_the_headline_alone_are_shown_in_it(store: Store) -> None:
    document = printed("Twelve died.", title="Blast in Ôker")
    store.add_documents([document], added_at=ADDED, read_by="reader 1")
    (hit,) = store.search("oker")
    assert (hit.snippet, hit.in_title) == ("Blast in Ôker", True)
    assert [hit.snippet[mark.start : mark.end] for mark in hit.marks] == ["Ôker"]


def test_words_may_stand_in_headline_and_text(store: Store) -> None:
    document = printed("Twelve died.", title="Blast in Oker")
    store.add_documents([document], added_at=ADDED, read_by="reader 1")
    assert found(store, "oker twelve") == {document.id}
    assert found(store, '"oker twelve"') == set()


def test_headlines_come_first_then_the_newest(store: Store) -> None:
    day = date(2031, 3, 1)
    documents = [
        printed("oker one", published_at=day),
        printed("oker two", published_at=day + timedelta(days=2)),
        printed("oker three"),
        printed("four", title="Oker", published_at=day),
    ]
    store.add_documents(documents, added_at=ADDED, read_by="reader 1")
    wanted = [documents[3], documents[1], documents[0], documents[2]]
    hits = [hit.imprint for hit in store.search("oker")]
    assert hits == [document.imprint for document in wanted]
    part = store.search("oker", limit=2)
    rest = store.search("oker", limit=2, after=part[-1].imprint.document_id)
    assert [hit.imprint for hit in (*part, *rest)] == hits


def test_going_on_behind_nothing_is_an_error(full: Store) -> None:
    with pytest.raises(UnknownDocument, match="nowhere"):
        full.search("senou", after="nowhere")
