from collections.abc import Mapping

from tollbook.evaluating.muc4.scoring import ALL, TEMPLATES, score, score_message
from tollbook.evaluating.muc4.slots import (
    CONFIDENCE,
    ORGANISATION,
    PERSON,
    PERSON_NUMBER,
    THING,
    TYPE,
)
from tollbook.evaluating.muc4.tallies import Tally
from tollbook.evaluating.muc4.templates import Filler, Template


def filler(words: str, of: str | None = None, *, optional: bool = False) -> Filler:
    referents = () if of is None else (of,)
    return Filler(options=(words,), referents=referents, is_optional=optional)


def template(
    number: int = 1,
    *,
    kind: str = "ATTACK",
    fillers: Mapping[int, tuple[Filler, ...]] | None = None,
    optional: bool = False,
    inapplicable: frozenset[int] = frozenset(),
) -> Template:
    return Template(
        message="ZZ1-MUC9-0001",
        number=number,
        fillers={TYPE.number: (filler(kind),), **(fillers or {})},
        inapplicable=inapplicable,
        is_optional=optional,
    )


def person(name: str, number: str = "1") -> dict[int, tuple[Filler, ...]]:
    return {PERSON.number: (filler(name),), PERSON_NUMBER.number: (filler(number, name),)}


def totals(key: list[Template], response: list[Template]) -> dict[str, Tally]:
    return score({"ZZ1-MUC9-0001": key}, {"ZZ1-MUC9-0001": response})


def test_a_response_like_the_key_is_right_throughout() -> None:
    same = [template(fillers=person("ADA TORO"))]
    assert totals(same, same)[ALL] == Tally(correct=3)


def test_a_number_of_the_wrong_people_is_half_right() -> None:
    key, response = template(fillers=person("ADA TORO")), template(fillers=person("LEO VESS"))
    mapped = score_message([key], [response], {(1, 1)})
    assert mapped[0].tallies[PERSON_NUMBER.name] == Tally(partial=1)
    assert mapped[0].tallies[PERSON.name] == Tally(incorrect=1)


def test_templates_that_share_no_target_and_no_perpetrator_are_not_mapped() -> None:
    key = template(fillers={PERSON.number: (filler("ADA TORO"),)})
    response = template(fillers={PERSON.number: (filler("LEO VESS"),)})
    found = totals([key], [response])
    assert found[TEMPLATES] == Tally(missing=1, spurious=1)
    assert found[PERSON.name] == Tally(missing=1, spurious=1)


def test_templates_of_other_types_are_not_mapped() -> None:
    key = template(kind="ARSON", fillers=person("ADA TORO"))
    response = template(kind="ROBBERY", fillers=person("ADA TORO"))
    assert totals([key], [response])[TEMPLATES] == Tally(missing=1, spurious=1)


def test_each_template_goes_to_the_one_it_is_likest() -> None:
    key = [template(1, fillers=person("ADA TORO")), template(2, fillers=person("LEO VESS"))]
    response = [template(1, fillers=person("LEO VESS")), template(2, fillers=person("ADA TORO"))]
    assert totals(key, response)[PERSON.name] == Tally(correct=2)


def test_an_optional_template_may_be_left_out() -> None:
    key = template(fillers=person("ADA TORO"), optional=True)
    assert totals([key], [])[ALL] == Tally()
    assert totals([key], [key])[TEMPLATES] == Tally(correct=1)


def test_an_optional_filler_may_be_left_out_but_not_answered_wrongly() -> None:
    def naming(*names: Filler) -> Template:
        return template(fillers={PERSON.number: (filler("ADA TORO"),), THING.number: names})

    key = naming(filler("BRIDGE", optional=True))
    assert totals([key], [naming()])[THING.name] == Tally()
    assert totals([key], [naming(filler("BRIDGE"))])[THING.name] == Tally(correct=1)
    assert totals([key], [naming(filler("SCHOOL"))])[THING.name] == Tally(incorrect=1)


def test_a_slot_that_does_not_apply_is_spurious_if_filled() -> None:
    key = template(fillers=person("ADA TORO"), inapplicable=frozenset({THING.number}))
    response = template(fillers={**person("ADA TORO"), THING.number: (filler("BRIDGE"),)})
    assert totals([key], [response])[THING.name] == Tally(spurious=1)


def test_fillers_that_point_to_the_same_are_held_against_each_other() -> None:
    def accused(first: str, second: str) -> Template:
        return template(
            fillers={
                ORGANISATION.number: (filler("SORN ARMY"), filler("VESS FRONT")),
                CONFIDENCE.number: (filler(first, "SORN ARMY"), filler(second, "VESS FRONT")),
            }
        )

    key = accused("REPORTED AS FACT", "POSSIBLE")
    assert totals([key], [accused("POSSIBLE", "REPORTED AS FACT")])[CONFIDENCE.name] == Tally(
        incorrect=2
    )


def test_what_is_left_over_on_both_sides_is_wrong_not_missing() -> None:
    key = template(fillers={PERSON.number: (filler("ADA TORO"), filler("LEO VESS"))})
    response = template(
        fillers={PERSON.number: (filler("ADA TORO"), filler("IDA KEMP"), filler("A NURSE"))}
    )
    assert totals([key], [response])[PERSON.name] == Tally(correct=1, incorrect=1, spurious=1)
