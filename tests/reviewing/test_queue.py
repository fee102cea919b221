from tollbook.claim import Claim, Reaction, ReactionKind
from tollbook.reviewing import most_doubtful_first
from tollbook.testing import claim, document, sure, words_in


def reaction() -> Reaction:
    printed = document("Vell condemned it.")
    return Reaction(
        actor=words_in(printed, "Vell"),
        reaction=ReactionKind.CONDEMNED,
        incident="A",
        sentence=words_in(printed, printed.text),
        imprint=printed.imprint,
    )


def test_the_claim_least_surely_read_comes_first() -> None:
    low, middle, high = (
        claim(words, confidence=sure(probability))
        for words, probability in (("3", 0.2), ("4", 0.5), ("5", 0.9))
    )
    assert most_doubtful_first([middle, high, low]) == (low, middle, high)


def test_a_doubtful_source_makes_a_claim_doubtful() -> None:
    sure_of_source = claim("3", confidence=sure(0.8))
    unsure_of_source = claim("4", confidence=sure(0.9, source=0.3))
    assert most_doubtful_first([sure_of_source, unsure_of_source])[0] is unsure_of_source


def test_claims_of_which_nobody_says_how_sure_they_are_come_last() -> None:
    by_hand, read = claim("3"), claim("4", confidence=sure(1.0))
    said: list[Claim] = [by_hand, reaction(), read]
    assert most_doubtful_first(said) == (read, by_hand, said[1])


def test_equals_stand_as_they_were_given_and_none_is_lost() -> None:
    said = [claim(str(number), confidence=sure(0.5)) for number in range(2, 9)]
    assert most_doubtful_first(said) == tuple(said)
