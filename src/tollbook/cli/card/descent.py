"""What a card says of a report that repeats another, and of one that others repeat."""

from collections.abc import Collection, Iterator, Mapping

from tollbook.document import Imprint
from tollbook.drawing.wording import clean, imprint_in_words, listed, outlet
from tollbook.incident import Copy, Descent


def descent(
    imprint: Imprint, copies: Collection[Copy], imprints: Mapping[str, Imprint]
) -> Iterator[str]:
    """Say in lines what a report repeats, or who printed it too.

    Args:
        imprint: the report.
        copies: which reports of the incident repeat which.
        imprints: the reports of the incident by document id.

    Example:
        >>> from tollbook.testing import claim
        >>> first = claim("12", publisher="Coast Wire", document="a").imprint
        >>> later = claim("12", publisher="Vell Post", document="b").imprint
        >>> copy = Copy(document_id="b", root_id="a", descent=Descent.COPY, because="copy")
        >>> told = {"a": first, "b": later}
        >>> [*descent(first, [copy], told)]
        ['printed by 2 outlets: Coast Wire and Vell Post']
        >>> [*descent(later, [copy], told)]
        ['copy; first printed by Coast Wire, no date']
    """
    for copy in copies:
        root = imprints.get(copy.root_id)
        if copy.document_id == imprint.document_id:
            first = "" if root is None else f"; first printed by {imprint_in_words(root)}"
            yield f"{clean(copy.because)}{first}"
    printed = [
        imprints[copy.document_id]
        for copy in copies
        if copy.root_id == imprint.document_id
        and copy.document_id in imprints
        and copy.descent is not Descent.REVISION
    ]
    outlets = dict.fromkeys(outlet(each) for each in (imprint, *printed))
    if len(outlets) > 1:
        yield f"printed by {len(outlets)} outlets: {listed(outlets)}"
