from tollbook.evaluating.muc4.filling import Thresholds, fill, instrument_type
from tollbook.evaluating.muc4.judging import judge
from tollbook.evaluating.muc4.linear import LinearModel, shipped
from tollbook.evaluating.muc4.phrases import read
from tollbook.evaluating.muc4.slots import (
    CONFIDENCE,
    DATE,
    DESCRIPTION,
    ORGANISATION,
    PERSON_EFFECT,
    PERSON_NUMBER,
    PLACE,
    TYPE,
)
from tollbook.evaluating.muc4.templates import Template
from tollbook.evaluating.muc4.texts import message
from tollbook.pipeline import tell


def model(classes: tuple[str, ...], bias: str, **weights: str) -> LinearModel:
    """A model that says `bias` unless a feature given says otherwise."""

    def one(name: str, log_odds: float) -> tuple[float, ...]:
        return tuple(log_odds if name == known else 0.0 for known in classes)

    return LinearModel(
        classes=classes,
        bias=one(bias, 4.0),
        weights={feature: one(name, 9.0) for feature, name in weights.items()},
    )


YES = ("no", "yes")
ROLES = ("-", "name", "description", "title", "perpetrator", "thing", "instrument")
MODELS = {
    "relevance": model(YES, "yes"),
    "role": model(ROLES, "-", **{"h=PRIESTS": "description", "h=BRIDGE": "thing"}),
    "pair": model(YES, "yes", **{"opens=MEANWHILE": "no"}),
    "group": model(YES, "yes"),
    "confidence": model(("REPORTED AS FACT", "POSSIBLE"), "REPORTED AS FACT"),
    "person-effect": model(("-", "DEATH"), "DEATH"),
    "person-type": model(("CIVILIAN",), "CIVILIAN"),
    "thing-effect": model(("-", "SOME DAMAGE"), "-"),
    "thing-type": model(("TRANSPORTATION ROUTE",), "TRANSPORTATION ROUTE"),
    "type": model(("ATTACK", "BOMBING"), "ATTACK"),
    "stage": model(("ACCOMPLISHED",), "ACCOMPLISHED"),
    "category": model(("-", "TERRORIST ACT"), "-"),
}


def templates(body: str, models: dict[str, LinearModel] = MODELS) -> tuple[Template, ...]:
    written = message("ZZ1-MUC9-0001", f"BOGOTA, 3 MAY 90 -- {body}\n")
    reading = read(written.text, tell(written.document))
    return fill(written, judge(reading, models), models, Thresholds())


def test_a_target_fills_every_slot_that_tells_of_it() -> None:
    (template,) = templates("ELN GUERRILLAS KILLED SIX PRIESTS TODAY.")
    assert template.of(DESCRIPTION)[0].options == ("PRIESTS",)
    assert template.of(PERSON_NUMBER)[0].options == ("6",)
    assert template.of(PERSON_NUMBER)[0].referents == ("PRIESTS",)
    assert template.of(PERSON_EFFECT)[0].options == ("DEATH",)
    assert template.of(TYPE)[0].options == ("ATTACK",)
    assert template.of(DATE)[0].options == ("03 MAY 90",)
    assert template.of(PLACE)[0].options == ("COLOMBIA",)
    assert template.of(ORGANISATION)[0].options == ("ELN",)
    assert template.of(CONFIDENCE)[0].referents == ("ELN",)


def test_the_same_people_told_again_are_one_target_with_their_figure() -> None:
    (template,) = templates("SIX PRIESTS WERE KILLED. THE PRIESTS WERE ASLEEP.")
    assert [filler.options for filler in template.of(PERSON_NUMBER)] == [("6",)]


def test_targets_that_do_not_belong_together_are_incidents_of_their_own() -> None:
    found = templates("SIX PRIESTS WERE KILLED. MEANWHILE, A BRIDGE WAS BLOWN UP.")
    assert [template.number for template in found] == [1, 2]


def test_a_text_that_tells_of_no_incident_has_no_template() -> None:
    irrelevant = {**MODELS, "relevance": model(YES, "no")}
    assert templates("SIX PRIESTS WERE KILLED.", irrelevant) == ()
    assert templates("TALKS WENT ON.") == ()


def test_of_doubtful_groups_only_the_likeliest_is_believed() -> None:
    doubtful = LinearModel(
        classes=YES, bias=(0.0, 0.0), weights={"name=ELN": (0.0, -1.2), "name=FARC": (0.0, -1.5)}
    )
    body = "SIX PRIESTS WERE KILLED BY THE ELN OR THE FARC."
    (template,) = templates(body, {**MODELS, "group": doubtful})
    assert [filler.options for filler in template.of(ORGANISATION)] == [("ELN",)]


def test_instruments_have_a_type() -> None:
    assert instrument_type("A POWERFUL CAR BOMB") == "VEHICLE BOMB"
    assert instrument_type("BULLETS") == "GUN"


def test_the_shipped_models_fill_a_plain_report() -> None:
    found = templates(
        "TWO PEASANTS WERE MURDERED LAST NIGHT BY GUERRILLAS OF THE ARMY OF NATIONAL "
        "LIBERATION (ELN) IN ARAUCA DEPARTMENT, POLICE REPORTED. THE PEASANTS WERE SHOT "
        "IN THEIR HOMES.",
        dict(shipped()),
    )
    assert len(found) == 1
    assert ("2",) in [filler.options for filler in found[0].of(PERSON_NUMBER)]
