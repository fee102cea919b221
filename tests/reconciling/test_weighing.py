from tollbook.claim import Group, Harm, TollClaim
from tollbook.reconciling.intake import take_in
from tollbook.reconciling.parameters import FITTED
from tollbook.reconciling.testimony import hear
from tollbook.reconciling.weighing import weigh
from tollbook.testing import claim


def weights(*claims: TollClaim) -> list[float]:
    figures = hear(take_in(claims).statements, Harm.KILLED, Group.PEOPLE).figures
    return list(weigh(figures, FITTED))


def report(words: str, paper: str) -> TollClaim:
    return claim(words, publisher=paper, document=paper)


def test_a_voice_alone_weighs_one() -> None:
    assert weights(report("12", "A")) == [1.0]


def test_many_voices_weigh_more_together_than_one_and_less_than_all() -> None:
    assert 1.0 < sum(weights(*(report(f"{12 + n}", f"paper {n}") for n in range(4)))) < 4.0
