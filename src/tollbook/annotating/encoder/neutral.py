"""Words that must make no difference, so the encoder never sees which of them stands there.

Who is called a terrorist and who a fighter, which army, which faith, which nation: none of it
says how to read a sentence. Each kind of word has one stand-in, and whatever the encoder
makes of one it makes of all. Whom the words count the grammar knows, and tells it by hints.

Only words that are one piece are stood in for; longer names are read as they stand.
"""

from functools import lru_cache
from typing import Final

import numpy as np
from numpy.typing import NDArray

from tollbook.annotating.encoder.pieces import vocabulary

Ids = NDArray[np.int64]

# The first of each kind stands in for the others.
_KINDS: Final = (
    "fighters rebels militants insurgents terrorists gunmen extremists guerrillas jihadists "
    "soldiers troops militiamen radicals separatists islamists",
    "fighter rebel militant insurgent terrorist gunman extremist guerrilla soldier jihadist",
    "army militia",
    "government regime junta",
    "syrian iraqi israeli palestinian turkish kurdish russian ukrainian malian nigerian somali "
    "afghan pakistani indian sudanese ethiopian congolese colombian egyptian lebanese iranian "
    "american french british salvadoran peruvian chilean yemeni libyan algerian saudi arab "
    "burmese armenian serbian croatian albanian chechen georgian tamil kenyan ugandan rwandan",
    "syrians iraqis israelis palestinians turks kurds russians ukrainians indians americans "
    "arabs serbs croats albanians armenians tamils afghans",
    "muslim christian jewish hindu sunni shia shiite catholic orthodox protestant buddhist sikh",
    "muslims christians jews hindus sunnis shiites catholics protestants buddhists sikhs",
    "syria iraq israel turkey russia ukraine mali nigeria somalia afghanistan pakistan india "
    "sudan ethiopia congo colombia egypt lebanon iran yemen libya algeria peru chile niger chad "
    "myanmar burma armenia azerbaijan serbia kenya uganda rwanda burundi",
    "hamas isis hezbollah taliban fatah",
    "mosque church synagogue temple",
)


@lru_cache(maxsize=1)
def _stand_ins() -> Ids:
    known = vocabulary()
    table = np.arange(known.size, dtype=np.int64)
    for words in _KINDS:
        cut = [list(known.cut(word, 0, len(word))) for word in words.split()]
        whole = [pieces[0][0] for pieces in cut if len(pieces) == 1]
        table[whole] = whole[0]
    return table


def neutral(ids: Ids) -> Ids:
    """Put stand-ins for words of which it must not matter which one it is.

    Args:
        ids: pieces, any shape.
    """
    stood_in: Ids = _stand_ins()[ids]
    return stood_in
