"""The page that an address stands for, whatever way led to it."""

import re
from typing import Final

_ADDRESS: Final = re.compile(
    r"^(?:[a-z][a-z0-9+.-]*:)?//(?P<host>[^/?#]+)(?P<path>[^?#]*)(?:\?(?P<query>[^#]*))?",
    re.IGNORECASE,
)
_PREFIXES: Final = re.compile(r"^(?:www\d?|m|mobile|amp|touch)\.")
_TRACKING: Final = re.compile(
    r"^(?:utm_\w+|fbclid|gclid|dclid|msclkid|yclid|igshid|mc_[ce]id|cmpid?|ref|ref_src|referrer|"
    r"source|src|share|smid|ito|ocid|ncid|rss|feed|amp|outputtype|output|print|mobile|at_\w+|"
    r"_ga|spm|cx_\w+)$"
)
_AMP: Final = re.compile(r"(?:^|/)amp(?:/|$)|\.amp(?=\.|$)")


def page_of(url: str | None) -> str | None:
    """Name the page of an address: without scheme, `www`, mobile and AMP forms, and tracking.

    Returns:
        None where there is no address, or only that of a whole site: it shows another text
        every day.

    Example:
        >>> page_of("https://www.oker.example/2031/blast/?utm_source=x#top")
        'oker.example/2031/blast'
        >>> page_of("http://m.oker.example/amp/2031/blast?id=7&fbclid=q")
        'oker.example/2031/blast?id=7'
        >>> page_of("https://oker.example/")
    """
    found = None if url is None else _ADDRESS.match(url.strip())
    if found is None:
        return None
    host = _PREFIXES.sub("", found["host"].lower().rsplit("@", 1)[-1])
    host = re.sub(r":(?:80|443)$", "", host)
    path = re.sub(r"/{2,}", "/", _AMP.sub("/", found["path"])).rstrip("/")
    path = re.sub(r"/index\.(?:html?|php)$", "", path)
    asked = sorted(
        part
        for part in (found["query"] or "").split("&")
        if part and not _TRACKING.match(part.split("=", 1)[0].lower())
    )
    if not path and not asked:
        return None
    return f"{host}{path}" + (f"?{'&'.join(asked)}" if asked else "")
