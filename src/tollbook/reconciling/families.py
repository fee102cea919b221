"""Which documents of an incident are one text, and which are versions of one page."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from tollbook.claim import TollClaim
from tollbook.document import Imprint
from tollbook.incident import Copy, Descent
from tollbook.reconciling.names import same_name
from tollbook.reconciling.updates import published_order
from tollbook.tracing.pages import page_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Families:
    """The documents that repeat another one, each with what it goes back to.

    `roots`: the earliest of its family, by document id. `wholes`: those whose whole text is
    that of another. `latest`: the last version of its page, by the id of every version.
    """

    roots: Mapping[str, str]
    wholes: frozenset[str]
    latest: Mapping[str, str]

    def root_of(self, document_id: str) -> str:
        """Give the document that this one goes back to, itself where it repeats none."""
        return self.roots.get(document_id, document_id)

    def page_of(self, document_id: str) -> str:
        """Give what all versions of a page have in common, the id where there is only one."""
        return self.latest.get(document_id, document_id)

    def are_one_text(self, one: str, other: str) -> bool:
        """Tell whether neither adds anything of its own: only to be asked of one family."""
        return {one, other} <= self.wholes


ALONE = Families(roots={}, wholes=frozenset(), latest={})


def families(claims: Iterable[TollClaim], copies: Collection[Copy]) -> Families:
    """Sort the documents that the claims stand in by what they repeat."""
    if not copies:
        return ALONE
    imprints = {claim.imprint.document_id: claim.imprint for claim in claims}
    roots = {copy.document_id: copy.root_id for copy in copies}
    wholes = {copy.document_id for copy in copies if copy.descent is not Descent.WIRE}
    return Families(
        roots=roots,
        wholes=frozenset(wholes | set(roots.values())),
        latest=_latest(imprints, copies),
    )


def _latest(imprints: Mapping[str, Imprint], copies: Collection[Copy]) -> dict[str, str]:
    """Find the last version of every page that has several."""
    latest: dict[str, str] = {}
    for copy in copies:
        revision = imprints.get(copy.document_id)
        if copy.descent is not Descent.REVISION or revision is None:
            continue
        kin = {copy.root_id, *(each.document_id for each in copies if each.root_id == copy.root_id)}
        versions = [
            imprint
            for document_id in kin
            if (imprint := imprints.get(document_id)) is not None and _is_page_of(imprint, revision)
        ]
        last = max(versions, key=_version_order)
        latest |= {version.document_id: last.document_id for version in versions}
    return latest


def _is_page_of(imprint: Imprint, revision: Imprint) -> bool:
    """Tell whether two documents of a family stood on one page, or came from one outlet."""
    pages = {page_of(imprint.url), page_of(revision.url)}
    if len(pages) == 1 and None not in pages:
        return True
    return (
        imprint.publisher is not None
        and revision.publisher is not None
        and same_name(imprint.publisher, revision.publisher)
    )


def _version_order(imprint: Imprint) -> tuple[object, ...]:
    return (*published_order(imprint.published_at), imprint.document_id)
