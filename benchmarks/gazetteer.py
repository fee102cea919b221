"""How long looking a place up takes, on names nobody asked for before."""

import time
from collections.abc import Callable, Sequence
from statistics import median

from tollbook.gazetteer import Gazetteer, open_gazetteer
from tollbook.gazetteer.opening import shipped_gazetteer

WELL_SPELLED = """
    Bamako|Aleppo|Kharkiv|Mogadishu|Goma|Kandahar|Deir ez-Zor|Maiduguri|San Salvador|Bogotá|
    Sarajevo|Grozny|Sittwe|Jaffna|Srinagar|El Fasher|Juba|Mekele|Bangui|Ouagadougou|Niamey|
    Timbuktu|Kidal|Mariupol|Khan Younis|Beirut|Sanaa|Taiz|Mosul|Fallujah|Kunduz|Peshawar|
    Quetta|Marawi|Cotabato
"""
MISSPELLED = """
    Deir Ezzour|Zaporizhia|Mogadisho|Donetzk|Sarayevo|Kandaharr|Banankabugou|Timbuctu|Wagadougo|
    Aleppoo|Falujjah|Srebrenitsa|Kabbul|Jalalabbad|Mazar e Sharief|Bukavvu|Maidugury|Galkaio|
    Mekelleh|Marioupoll|Khartum North|Omdurmann|Adis Abeba|Nayrobi|Karatchi|
    Peshavar|Quetah|Kathmando|Grozniy
"""
STRANGERS = """
    On Tuesday|Officials Said|The Ministry|Red Cross Society|Human Rights Watch|Prime Minister|
    Security Council|Associated Press|Second Division|Health Minister|Supreme Court|Defence Staff
"""


def main() -> None:
    """Print what each kind of look-up takes, beside what is asked."""
    began = time.process_time()
    places = open_gazetteer()
    opened = time.process_time() - began
    size = shipped_gazetteer().stat().st_size / 1e6
    print(f"{'its file':28}{size:>10.1f} MB  asked: 30 or less")
    print(f"{'opening it':28}{opened * 1e3:>10.1f} ms")
    for what, look_up, names, asked in (
        ("is it a name? (names)", Gazetteer.knows, WELL_SPELLED, "20 µs"),
        ("is it a name? (others)", Gazetteer.knows, STRANGERS, "20 µs"),
        ("all of a name", Gazetteer.named, WELL_SPELLED, ""),
        ("find, well spelled", Gazetteer.find, WELL_SPELLED, "1,000 µs"),
        ("find, misspelled", Gazetteer.find, MISSPELLED, "1,000 µs"),
    ):
        middle, worst = timed(look_up, split(names))
        said = f"asked: under {asked}" if asked else ""
        print(f"{what:28}{middle:>10,.0f} µs  {worst:>8,.0f} at most   {said}")
    places.close()


def timed(look_up: Callable[[Gazetteer, str], object], names: Sequence[str]) -> tuple[float, float]:
    """Give the median and the largest of the microseconds of a core, best of five for each name.

    A gazetteer keeps its answers, so each pass has a new one; the file is warm.
    """
    best = [float("inf")] * len(names)
    for _ in range(5):
        places = open_gazetteer()
        places.find("Warming Up")
        for at, name in enumerate(names):
            began = time.process_time()
            look_up(places, name)
            best[at] = min(best[at], time.process_time() - began)
        places.close()
    return median(best) * 1e6, max(best) * 1e6


def split(names: str) -> list[str]:
    """Give the names of a list written with bars."""
    return [name.strip() for name in names.split("|")]


if __name__ == "__main__":
    main()
