from tollbook.evaluating.muc4.keywords import fill_plainly
from tollbook.evaluating.muc4.slots import DESCRIPTION, PERSON_EFFECT, PERSON_NUMBER, TYPE
from tollbook.evaluating.muc4.texts import message


def test_a_keyword_makes_a_template() -> None:
    text = "BOGOTA, 3 MAY 90 -- SIX PRIESTS WERE KILLED BY ELN GUERRILLAS.\n"
    (template,) = fill_plainly(message("ZZ1-MUC9-0001", text))
    assert template.of(TYPE)[0].options == ("ATTACK",)
    assert template.of(DESCRIPTION)[0].options == ("PRIESTS",)
    assert template.of(PERSON_NUMBER)[0].options == ("6",)
    assert template.of(PERSON_EFFECT)[0].options == ("DEATH",)


def test_no_keyword_makes_none() -> None:
    assert fill_plainly(message("ZZ1-MUC9-0001", "BOGOTA, 3 MAY 90 -- TALKS WENT ON.\n")) == ()
