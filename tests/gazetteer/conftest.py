"""A small gazetteer of invented places, written and read as the shipped one is."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tollbook.gazetteer import Gazetteer, open_gazetteer
from tollbook.gazetteer.shelf import Shelf
from tollbook.gazetteer.writing import Listing, write
from tollbook.place import GazetteerEntry


def listing(name: str, *also: str, at: tuple[float, float] = (1.5, 2.5), **said: object) -> Listing:
    """A place with dull defaults; its id is its name."""
    fields: dict[str, object] = {"id": f"test:{name}", "feature": "P.PPL", "country": "ZZ"} | said
    entry = GazetteerEntry(name=name, latitude=at[0], longitude=at[1], **fields)  # type: ignore[arg-type]
    return Listing(entry=entry, also=also)


INVENTED = [
    listing("Zedland", feature="A.PCLI", at=(10.0, 10.0), population=9_000_000),
    listing("Upper Province", feature="A.ADM1", adm1="Upper Province", at=(11.0, 10.0)),
    listing("Lower Province", feature="A.ADM1", adm1="Lower Province", at=(9.0, 10.0)),
    listing("Al Marsalah", "Marsalah", "المرسلة", adm1="Upper Province", at=(11.2, 10.1)),
    listing("Marsalah", adm1="Lower Province", at=(9.1, 10.1), population=70_000),
    listing("Qorundel", adm1="Lower Province", at=(9.12, 10.12), population=600_000),
    listing(
        "Old Market", feature="P.PPLX", adm1="Lower Province", adm2="Qorundel", at=(9.13, 10.1)
    ),
    listing("Date Line Rock", country="", feature="T.ISL", at=(0.0, 179.99)),
    listing("Fiddlemark", "Fid.", country="YY", at=(-40.5, -70.5)),
]


@pytest.fixture
def invented(tmp_path: Path) -> Iterator[Gazetteer]:
    write(tmp_path / "invented.sqlite", INVENTED, {"attribution": "Places: invented."})
    places = Gazetteer([Shelf(tmp_path / "invented.sqlite")])
    yield places
    places.close()


@pytest.fixture(scope="session")
def shipped(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Gazetteer]:
    with pytest.MonkeyPatch.context() as patch:
        # Whoever runs the tests may have a gazetteer of their own.
        patch.setenv("XDG_DATA_HOME", str(tmp_path_factory.mktemp("nothing")))
        places = open_gazetteer()
    yield places
    places.close()
