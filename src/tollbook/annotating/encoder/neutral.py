"""Words that must make no difference, so the encoder never sees which of them stands there.

Who is called a terrorist and who a fighter, which person, town, nation or faith, which word
for saying or for killing: none of it says how to read a sentence. Each kind of word has one
stand-in, and whatever the encoder makes of one it makes of all. Whom the words count the
grammar knows, and tells it by hints. It learns from stand-ins too: names are where it learned
texts by heart instead of learning to read.
"""

from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from tollbook.annotating.encoder.pieces import Piece, Vocabulary, words_of
from tollbook.extracting.parsing.tagging import known_tag
from tollbook.extracting.situating.countries import demonyms

# The first of each kind stands in for the others.
_KINDS: Final = (
    "fighters rebels militants insurgents terrorists gunmen extremists guerrillas jihadists "
    "soldiers troops militiamen radicals separatists islamists partisans mujahideen mujahedeen "
    "servicemen commandos marines",
    "fighter rebel militant insurgent terrorist gunman extremist guerrilla soldier jihadist",
    "army militia",
    "government regime junta",
    "mosque church synagogue temple",
    "said reported announced declared stated asserted insisted maintained claimed boasted admitted "
    "acknowledged conceded",
    "dead fatalities martyrs",
    "killed murdered slain slaughtered massacred assassinated liquidated martyred executed",
)
_STAND_INS: Final = {word: kind.split()[0] for kind in _KINDS for word in kind.split()}

# Every name of a person, a place, a body or a people.
_NAME: Final = "johnson"
# Names that the list of words takes for something else, and peoples of no one country.
_NAMES: Final = frozenset(
    "john william frank jack donna maria louis wei lima "
    "muslim christian jewish jew hindu sunni shia shiite catholic orthodox protestant buddhist "
    "sikh arab kurd kurdish tamil muslims christians jews hindus sunnis shias shiites catholics "
    "protestants buddhists sikhs arabs kurds tamils".split()
)
# Written as names are, and they tell when, or what somebody is.
_NO_NAMES: Final = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may "
    "june july august september october november december jan feb mar apr jun jul aug sep sept oct "
    "nov dec mr mrs ms dr gen col maj capt lt sgt gov sen rep president un u s i".split()
)


def read_pieces(text: str, start: int, end: int, known: Vocabulary) -> Iterator[Piece]:
    """Cut a stretch of a text into pieces, with stand-ins for words that must not matter.

    Returns:
        Pieces in text order; a stand-in stands where the whole word does. Offsets are code
        points into `text`.
    """
    for word, places in words_of(text, start, end):
        other = stand_in(word, is_capital=text[places[0]].isupper())
        if other is not None:
            yield known.number(other), places[0], places[-1] + 1
            continue
        for piece, first, stop in known.cut_word(word):
            yield piece, places[first], places[stop - 1] + 1


@lru_cache(maxsize=1 << 16)
def stand_in(word: str, *, is_capital: bool) -> str | None:
    """Give the word that stands in for another, or None where it stands for itself.

    Args:
        word: in lower case, without accents.
        is_capital: whether it is written with a capital letter.

    Example:
        >>> stand_in("terrorists", is_capital=False), stand_in("hospital", is_capital=True)
        ('fighters', None)
    """
    kind = _STAND_INS.get(word)
    if kind is not None or not is_capital:
        return kind
    return _NAME if _is_name(word) else None


def _is_name(word: str) -> bool:
    if word in _NO_NAMES or not word[0].isalpha():
        return False
    return known_tag(word) in (None, "NNP", "NNPS") or word in _NAMES or word in demonyms()
