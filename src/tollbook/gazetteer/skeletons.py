"""The consonants a name is built of: what transliterations of one name share.

Vowels come and go between spellings (Qusayr, Kuseir, Al-Qusair) and consonants slide into
their kin; the skeleton keeps one letter for each kin. Arabic and Cyrillic letters stand in
the same kins, so a name meets its transliterations. Pure.
"""

import re
from functools import lru_cache

from tollbook.gazetteer.folding import ARTICLE

# One letter for each kin; letters in none of them (vowels, h, w, y) leave no bone.
_KINS = {
    "b": "bpبپбп",
    "d": "dدضذظд",
    "t": "tتطثт",
    "f": "fvفфв",
    "g": "gjجغгж",
    "k": "kqcxكقخкхч",
    "l": "lلл",
    "m": "mمм",
    "n": "nنн",
    "r": "rرр",
    "s": "szسصزشсзшщц",
}
BONES = "".join(sorted(_KINS))
_BONE = {letter: bone for bone, letters in _KINS.items() for letter in letters}


class _Keeps(dict[int, str]):
    def __missing__(self, char: int) -> str:
        bone = _BONE.get(chr(char), "")
        self[char] = bone
        return bone


_TO_BONES = _Keeps()
_TWICE = re.compile(r"(.)\1+")
# Two letters that write one sound; without the h they would fall into two kins.
_SOUNDS = (
    ("sh", "s"),
    ("ch", "s"),
    ("kh", "k"),
    ("gh", "g"),
    ("ph", "f"),
    ("dj", "g"),
)


@lru_cache(maxsize=1 << 14)
def skeleton(folded: str) -> str:
    """Give the bones of a folded name; "" where the script has none.

    Example:
        >>> skeleton("deir al zor") == skeleton("dayr al zawr") == skeleton("deir ezzor")
        True
        >>> skeleton("bamako") == skeleton("باماكو") == skeleton("бамако")
        True
    """
    words = [word for word in folded.split() if word != ARTICLE]
    text = "".join(words)
    if "h" in text or "dj" in text:
        for written, heard in _SOUNDS:
            text = text.replace(written, heard)
    return _TWICE.sub(r"\1", text.translate(_TO_BONES))


def nearby(bones: str) -> set[str]:
    """Give a skeleton and those one bone away: one more, one less, another, two exchanged.

    The first bone stays. Of few bones nearly all names are neighbours: two have none but
    themselves, and three never lose one.

    Example:
        >>> nearby("bm")
        {'bm'}
        >>> {"bmg", "bmgk", "bk"} & nearby("bmk") == {"bmg", "bmgk"}
        True
    """
    found = {bones}
    if len(bones) > 2:
        for here in range(1, len(bones) + 1):
            before, after = bones[:here], bones[here:]
            found.update(before + bone + after for bone in BONES)
            found.update(before + bone + after[1:] for bone in BONES if after)
            if len(bones) > 3:
                found.update([before + after[1:], before + after[1:2] + after[:1] + after[2:]])
    # Bones that meet their like become one.
    return {one for one in found if not _TWICE.search(one)}
