"""A gazetteer of a few invented places, for tests."""

from tollbook.place import GazetteerEntry

_PLACES = (
    ("Sarn", "P.PPL", 14.0, -4.0, 20_000),
    ("Oker", "P.PPL", 14.6, -4.5, 50_000),
    ("Mopala", "P.PPLC", 12.0, -8.0, 900_000),
    ("Taval", "A.ADM1", 14.5, -4.2, 0),
    ("Marland", "A.PCLI", 15.0, -5.0, 0),
)


class FewPlaces:
    """Three towns, a province and a country."""

    def __init__(self) -> None:
        self._entries = {
            name.lower(): GazetteerEntry(
                id=f"x:{name}",
                name=name,
                latitude=latitude,
                longitude=longitude,
                feature=feature,
                country="XM",
                adm1="" if feature == "A.PCLI" else "Taval",
                population=population,
            )
            for name, feature, latitude, longitude, population in _PLACES
        }

    def knows(self, name: str) -> bool:
        return name.lower() in self._entries

    def named(self, name: str) -> tuple[GazetteerEntry, ...]:
        found = self._entries.get(name.lower())
        return () if found is None else (found,)

    def find(self, name: str) -> tuple[GazetteerEntry, ...]:
        return self.named(name)
