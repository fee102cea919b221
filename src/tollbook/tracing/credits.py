"""Which agency a text says it is from: in its dateline, its byline, or under its last line."""

import re
from typing import Final

# As they sign. Bare initials count only where a signature stands.
_AGENCIES: Final = {
    "AFP": "AFP, Agence France-Presse",
    "AP": "AP, A.P., Associated Press",
    "Reuters": "Reuters, Thomson Reuters",
    "UPI": "UPI, United Press International",
    "dpa": "dpa, DPA, Deutsche Presse-Agentur",
    "EFE": "EFE, Agencia EFE",
    "ANSA": "ANSA",
    "Anadolu": "AA, Anadolu, Anadolu Agency",
    "Xinhua": "Xinhua, Xinhua News Agency",
    "TASS": "TASS, ITAR-TASS",
    "RIA Novosti": "RIA, RIA Novosti",
    "Interfax": "Interfax, Interfax-Ukraine",
    "SANA": "SANA",
    "IRNA": "IRNA",
    "Fars": "FNA, Fars News Agency",
    "KUNA": "KUNA",
    "PTI": "PTI, Press Trust of India",
    "IANS": "IANS",
    "ANI": "ANI",
    "Kyodo": "Kyodo, Kyodo News",
    "Yonhap": "Yonhap",
    "Bernama": "Bernama",
    "Belga": "Belga",
    "APA": "APA",
    "PA": "PA Media, Press Association",
    "CNN Wire": "CNN Wire, CNN Newsource",
    "Bay City News": "BCN, Bay City News, Bay City News Service",
    "City News Service": "CNS, City News Service",
}
_NAMES: Final = {form: name for name, forms in _AGENCIES.items() for form in forms.split(", ")}
_FORMS: Final = "|".join(re.escape(form) for form in sorted(_NAMES, key=len, reverse=True))
_SIGNED: Final = re.compile(
    rf"\((?:The )?(?P<bracketed>{_FORMS})\)"
    r"|(?:\b[Bb]y|\bBY|(?:©|\([Cc]\)|[Cc]opyright(?: ©)?)(?: ?\d{4})?|[Ss]ource:|[|—–])\s*"
    rf"(?:[Tt]he )?(?P<signed>{_FORMS})(?=[\s.,;:|)]|$)"
)
_DATELINE: Final = re.compile(
    r"^\W*[A-Z][\w .,'’/-]{1,60}\((?P<who>[^()\n]{2,40})\)\s*[-–—:]", re.MULTILINE
)
_OPENING: Final = 600


def credited(text: str, title: str | None = None) -> tuple[str, ...]:
    r"""List the agencies a text is signed with, and whoever its dateline names.

    Example:
        >>> credited("OKER (AFP) - Twelve people died.")
        ('AFP',)
        >>> credited("SARN (Vell Press) — Two died.\n\nCopyright 2031 The Associated Press")
        ('AP', 'Vell Press')
        >>> credited("AP teachers met in Oker.")
        ()
    """
    printed = text if title is None else f"{title}\n{text}"
    found = {_NAMES[match["bracketed"] or match["signed"]] for match in _SIGNED.finditer(printed)}
    dateline = _DATELINE.search(text[:_OPENING])
    if dateline is not None:
        who = " ".join(dateline["who"].split())
        found.add(_NAMES.get(who.removeprefix("The "), who))
    return tuple(sorted(found))
