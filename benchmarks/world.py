"""A war that never was: reports of invented attacks, in order of publication, any number of them.

Fifty reports a day, of three thousand towns. Half of the reports are of one town in thirty, and the
most reported town is in one report of twelve; an attack is told of by three reports on average, one
attack in fifty by ten to forty. One report in five is a copy of an earlier one.
"""

import random
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from importlib.resources import files
from itertools import islice, product

from tollbook.claim import Attribution, Claim, Form, Group, Harm, SourceKind, TollClaim
from tollbook.claim import Count as Counted
from tollbook.document import Document, Words
from tollbook.incident import Account, Days, Place, Report, What

PER_DAY = 50
TOWNS = 3000
FIRST_DAY = date(2031, 1, 1)
_BEGINNINGS = (
    "Ok Vel Sar Tar Mor Bel Kar Dun Hal Jor Lin Mar Nor Pel Ras Sul Tem Ur Var Zel".split()
)
_MIDDLES = "a e i o u an er il om ur ath esk ind olm usk".split()
_ENDINGS = "ker na ra ta dal ford mar nik rin sk".split()
_KINDS = {
    What.BOMBING: "A car bomb",
    What.AIR_STRIKE: "An air strike",
    What.SHELLING: "Shelling",
    What.SHOOTING: "Gunmen",
    What.CLASH: "Fighting",
}
_SOURCES = {
    "a hospital official": SourceKind.MEDICAL,
    "two residents": SourceKind.WITNESS,
    "the mayor": SourceKind.GOVERNMENT,
    "a local monitor": SourceKind.NGO,
    "the army": SourceKind.MILITARY,
}
_WHERE = "market school bridge hospital mosque bakery checkpoint station well barracks".split()
_TAGGED = files("tollbook") / "data" / "word_tags.en.txt"


@dataclass(frozen=True, slots=True, kw_only=True)
class Attack:
    """What happened, which no report knows."""

    what: What
    town: str
    where: str
    day: date
    killed: int
    hurt: int


def towns() -> list[str]:
    """Name the towns, the most reported first."""
    parts = product(_BEGINNINGS, _MIDDLES, _ENDINGS)
    return random.Random(7).sample(["".join(each) for each in parts], TOWNS)


def reports(seed: int = 1) -> Iterator[tuple[Document, Report]]:
    """Write reports without end, day by day: each as a document and as it would be read."""
    dice = random.Random(seed)
    names = towns()
    weights = [1 / (rank + 4) for rank in range(TOWNS)]
    open_attacks: list[tuple[Attack, int, list[str]]] = []
    number = 0
    while True:
        day = FIRST_DAY + timedelta(days=number // PER_DAY)
        going = [each for each in open_attacks if each[1] > 0 and (day - each[0].day).days < 4]
        open_attacks = going
        if not going or dice.random() < 1 / 3:
            town = dice.choices(names, weights)[0]
            left = dice.randint(10, 40) if dice.random() < 0.02 else dice.choice((1, 1, 2, 2, 3, 5))
            attack, texts = _attack(dice, town, day), list[str]()
            open_attacks.append((attack, left - 1, texts))
        else:
            place = dice.randrange(len(going))
            attack, left, texts = going[place]
            open_attacks[place] = (attack, left - 1, texts)
        is_copy = bool(texts) and dice.random() < 0.3
        text = dice.choice(texts) if is_copy else _text(dice, attack)
        texts.append(text)
        document = Document(
            text=text,
            name=f"report {number}",
            publisher=f"Paper {dice.randrange(60)}",
            published_at=day,
        )
        yield document, Report(imprint=document.imprint, accounts=(_account(document, attack),))
        number += 1


def some(count: int, seed: int = 1) -> Iterator[tuple[Document, Report]]:
    """Write so many reports.

    Example:
        >>> [(document, report)] = some(1)
        >>> claim = report.accounts[0].claims[0]
        >>> document.text[claim.sentence.start : claim.sentence.end] == claim.sentence.text
        True
    """
    return islice(reports(seed), count)


def _attack(dice: random.Random, town: str, day: date) -> Attack:
    return Attack(
        what=dice.choice(list(_KINDS)),
        town=town,
        where=dice.choice(_WHERE),
        day=day,
        killed=min(90, int(dice.paretovariate(0.9))) + 1,
        hurt=min(200, int(dice.paretovariate(0.7))) + 1,
    )


def _text(dice: random.Random, attack: Attack) -> str:
    killed = max(1, attack.killed + dice.choice((-2, 0, 0, 0, 1, 3)))
    hurt = max(1, attack.hurt + dice.choice((-3, 0, 0, 2)))
    said = dice.choice(list(_SOURCES))
    lead = (
        f"{_KINDS[attack.what]} killed {killed} people and wounded {hurt} at the {attack.where} "
        f"of {attack.town} on {attack.day:%A}, {said} said."
    )
    return "\n\n".join([lead, *(_paragraph(dice) for _ in range(4))])


def _paragraph(dice: random.Random) -> str:
    """Write sentences of English words without a meaning, so that no two reports share a run."""
    said = (
        f"{_word(dice, 'JJ').capitalize()} {_word(dice, 'NNS')} {_word(dice, 'VBD')} the "
        f"{_word(dice, 'JJ')} {_word(dice, 'NNS')} {_word(dice, 'RB')}, and "
        f"{dice.randint(2, 99)} {_word(dice, 'NNS')} {_word(dice, 'VBD')} "
        f"{_word(dice, 'JJ')} {_word(dice, 'NNS')}."
        for _ in range(3)
    )
    return " ".join(said)


def _word(dice: random.Random, tag: str) -> str:
    return dice.choice(_words_by_tag()[tag])


@cache
def _words_by_tag() -> dict[str, list[str]]:
    lines = _TAGGED.read_text(encoding="utf-8").splitlines()
    told = (line.split() for line in lines if not line.startswith("#"))
    return {tag: [word for word in words if word.isalpha()] for tag, *words in told}


def _account(document: Document, attack: Attack) -> Account:
    lead = document.text.partition("\n")[0]
    sentence = document.words(0, len(lead))
    return Account(
        label="A",
        what=attack.what,
        imprint=document.imprint,
        days=Days(first=attack.day, last=attack.day, date_prec=1, time_precision=1),
        places=(Place(words=_words(document, attack.town)),),
        targets=(_words(document, attack.where),),
        claims=(
            _claim(document, sentence, Harm.KILLED, "killed"),
            _claim(document, sentence, Harm.INJURED, "wounded"),
        ),
    )


def _claim(document: Document, sentence: Words, harm: Harm, verb: str) -> Claim:
    start = document.text.index(f"{verb} ") + len(verb) + 1
    digits = document.text[start:].split(" ", 1)[0]
    said = next(each for each in _SOURCES if sentence.text.endswith(f"{each} said."))
    return TollClaim(
        harm=harm,
        count=Counted(
            low=int(digits),
            high=int(digits),
            words=document.words(start, start + len(digits)),
            form=Form.EXACT,
            stated=int(digits),
        ),
        group=Group.PEOPLE,
        group_words=None,
        part_of=False,
        attribution=Attribution(source=_words(document, said), source_kind=_SOURCES[said]),
        incident="A",
        sentence=sentence,
        imprint=document.imprint,
    )


def _words(document: Document, text: str) -> Words:
    start = document.text.index(text)
    return document.words(start, start + len(text))
