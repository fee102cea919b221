from tollbook.evaluating.muc4.phrases import Phrase, Reading, read
from tollbook.evaluating.muc4.texts import message
from tollbook.pipeline import tell


def reading(text: str) -> Reading:
    return read(text, tell(message("ZZ1-MUC9-0001", text).document))


def phrase(text: str, words: str) -> Phrase:
    return next(found for found in reading(text).phrases if found.words == words)


def test_a_phrase_counts_as_a_template_writes_it() -> None:
    text = "SIX PRIESTS AND SOME NUNS WERE KILLED NEAR A BRIDGE."
    assert phrase(text, "SIX PRIESTS").number == "6"
    assert phrase(text, "SOME NUNS").number == "PLURAL"
    assert phrase(text, "A BRIDGE").number == "1"


def test_a_phrase_loses_its_article_and_figure() -> None:
    assert phrase("SIX PRIESTS WERE KILLED.", "SIX PRIESTS").core == "PRIESTS"


def test_what_the_claims_say_of_a_phrase_is_a_feature() -> None:
    features = phrase("SIX PRIESTS WERE KILLED.", "SIX PRIESTS").features
    assert "m=harm=killed:asserted" in features
    assert "c=KILL" in features


def test_a_group_named_is_a_feature_by_its_kind_alone() -> None:
    features = phrase("THE FMLN ATTACKED A BRIDGE.", "THE FMLN").features
    assert any("<guerrilla>" in feature for feature in features)
    assert not any("FMLN" in feature for feature in features)


def test_a_sentence_is_found_by_any_place_in_it() -> None:
    text = "SIX PRIESTS WERE KILLED.  A BRIDGE WAS BLOWN UP."
    found = reading(text)
    assert found.sentence_at(text.index("PRIESTS")) == 0
    assert found.sentence_at(text.index("BRIDGE")) == 1
