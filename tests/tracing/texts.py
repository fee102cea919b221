"""Invented reports of one market bombing, as an agency, its customers and others print them."""

from datetime import date, datetime

from tollbook.document import Document

LEAD = (
    "OKER (Coast Wire) - A car bomb killed 12 people and wounded 30 at the main market of Oker on"
    " Tuesday, police in the provincial capital said."
)
MIDDLE = (
    "The bomb went off shortly after dawn, when farmers from the villages of the valley were"
    " setting up their stalls, a reporter of the agency saw."
)
END = (
    "Soldiers closed the bridge over the river and searched lorries on the road to Vell. Shops"
    " stayed shut for the rest of the day."
)
WIRE = f"{LEAD}\n\n{MIDDLE}\n\n{END}"
OTHER = (
    "The doctors of the clinic at Sarn had no beds left when the second lorry came in from the"
    " mine. Nine men were dead before they reached the gate, the head nurse told this paper, and"
    " four more had burns that the clinic cannot treat. The owner of the mine was not to be found."
    " His brother said that the shaft had been inspected in spring, and that the lamps were new."
)
NOTICE = (
    "Sign in using your Vell Post account. By submitting your registration information, you agree"
    " to our terms. We have sent a confirmation to your address; please click on the link to"
    " activate your account. Thank you for registering! We look forward to seeing you on our pages"
    " often. All rights reserved."
)


def printed(
    text: str = WIRE,
    *,
    publisher: str | None = "Coast Wire",
    published: date | datetime | None = date(2031, 3, 4),
    title: str | None = "Bomb at the market of Oker kills 12",
    url: str | None = None,
) -> Document:
    return Document(
        text=text,
        name=f"{publisher}.txt",
        title=title,
        publisher=publisher,
        published_at=published,
        url=url,
    )
