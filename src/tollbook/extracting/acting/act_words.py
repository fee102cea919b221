"""The shipped words for doers, attacks, blame, damage and reactions, loaded once."""

from dataclasses import dataclass
from functools import lru_cache

from tollbook.extracting.lexicon import by_word, word_list, words


@dataclass(frozen=True, slots=True)
class ActorWords:
    """Words that name who can do an attack, and those that stand around such names."""

    heads: frozenset[str]
    victims: frozenset[str]
    parties: frozenset[str]
    modifiers: frozenset[str]
    states: frozenset[str]
    not_names: frozenset[str]
    members: frozenset[str]


@lru_cache(maxsize=1)
def actor_words() -> ActorWords:
    """Load the words for doers."""
    table = word_list("acts")["actors"]
    return ActorWords(**{name: words(table[name]) for name in ActorWords.__slots__})


@dataclass(frozen=True, slots=True)
class AttackWords:
    """Words of attacking: verbs that hit somebody, verbs that deliver an act, and nouns."""

    harming: frozenset[str]
    delivering: frozenset[str]
    taking: frozenset[str]
    arresting: frozenset[str]
    cameras: frozenset[str]
    acts: frozenset[str]
    events: frozenset[str]
    compounds: frozenset[str]
    suffered: frozenset[str]
    crimes: frozenset[str]
    feared: frozenset[str]
    remote: frozenset[str]
    aimed: frozenset[str]
    handling: frozenset[str]
    guns: frozenset[str]


@lru_cache(maxsize=1)
def attack_words() -> AttackWords:
    """Load the words of attacking."""
    table = word_list("acts")["attacks"]
    return AttackWords(**{name: words(table[name]) for name in AttackWords.__slots__})


@dataclass(frozen=True, slots=True)
class BlameWords:
    """Words that accuse, claim and deny."""

    accuse: frozenset[str]
    blame: frozenset[str]
    attribute: frozenset[str]
    suspect: frozenset[str]
    charge: frozenset[str]
    arrest: frozenset[str]
    convict: frozenset[str]
    plead: frozenset[str]
    claim_verbs: frozenset[str]
    claim_objects: frozenset[str]
    deny: frozenset[str]
    deny_objects: frozenset[str]
    hedges: frozenset[str]
    suspects: frozenset[str]
    doers: frozenset[str]
    masterminds: frozenset[str]
    tie: frozenset[str]
    point: frozenset[str]
    nameless: frozenset[str]
    shared: frozenset[str]
    part: frozenset[str]
    take: frozenset[str]
    implicated: frozenset[str]
    hands: frozenset[str]


@lru_cache(maxsize=1)
def blame_words() -> BlameWords:
    """Load the words of blame."""
    table = word_list("acts")["blame"]
    return BlameWords(**{name: words(table[name]) for name in BlameWords.__slots__})


@dataclass(frozen=True, slots=True)
class SideWords:
    """Words that tell the forces of a state from those that fight it, and its houses."""

    irregular: frozenset[str]
    fighters: frozenset[str]
    voices: frozenset[str]
    police: frozenset[str]
    military: frozenset[str]
    seats: tuple[tuple[str, str], ...]


@lru_cache(maxsize=1)
def side_words() -> SideWords:
    """Load the words for the sides of a state."""
    table = word_list("acts")["sides"]
    return SideWords(
        irregular=words(table["irregular"]),
        fighters=words(table["fighters"]),
        voices=words(table["voices"]),
        police=words(table["police"]),
        military=words(table["military"]),
        seats=tuple((country, seat) for country, row in table["seats"].items() for seat in row),
    )


@dataclass(frozen=True, slots=True)
class DamageWords:
    """Words that say things broke, burned or were taken; tables map a word to its effect."""

    verbs: dict[str, str]
    nouns: dict[str, str]
    things: frozenset[str]
    places: frozenset[str]
    aircraft: frozenset[str]
    abstract: frozenset[str]


@lru_cache(maxsize=1)
def damage_words() -> DamageWords:
    """Load the words of damage."""
    table = word_list("acts")
    things = table["things"]
    return DamageWords(
        verbs=by_word(table["damage_verbs"]),
        nouns=by_word(table["damage_nouns"]),
        things=words(things["words"]),
        places=words(things["places"]),
        aircraft=words(things["aircraft"]),
        abstract=words(things["abstract"]),
    )


@dataclass(frozen=True, slots=True)
class ReactionWords:
    """Words of reacting; verbs and nouns map to what they say, phrases are listed with it."""

    verbs: dict[str, str]
    nouns: dict[str, str]
    phrases: tuple[tuple[str, str], ...]
    needs: dict[str, frozenset[str]]
    mute: frozenset[str]
    duties: frozenset[str]
    duty_verbs: frozenset[str]


@lru_cache(maxsize=1)
def reaction_words() -> ReactionWords:
    """Load the words of reacting."""
    table = word_list("acts")
    phrases = ((phrase, kind) for kind, row in table["reaction_phrases"].items() for phrase in row)
    return ReactionWords(
        verbs=by_word(table["reaction_verbs"]),
        nouns=by_word(table["reaction_nouns"]),
        phrases=tuple(phrases),
        needs={
            verb: words(row["after"])
            for row in table["reaction_needs"]
            for verb in row["verbs"].split()
        },
        mute=words(table["reaction_mute"]["words"]),
        duties=words(table["reaction_duties"]["modals"]),
        duty_verbs=words(table["reaction_duties"]["verbs"]),
    )
