"""How long one posterior takes, and one whole reconciliation: `python benchmarks/posterior.py`.

Bamako's claims on the killed, with those on killed and injured together. Grids are cached, as
they are in use; nothing else is.
"""

from collections.abc import Callable
from statistics import median
from time import perf_counter

from tollbook.claim import Group, Harm, SourceKind, Stance, TollClaim
from tollbook.reconciling import reconcile
from tollbook.reconciling.lineage import trace
from tollbook.reconciling.posterior import posterior
from tollbook.reconciling.statements import gather
from tollbook.reconciling.testimony import hear
from tollbook.testing import claim

DIPLOMAT, DOCUMENT = SourceKind.DIPLOMAT, SourceKind.DOCUMENT


def bamako() -> list[TollClaim]:
    """Build what was said of the killed."""
    hedged = Stance.HEDGED
    both, forces = Harm.KILLED_OR_INJURED, Group.SECURITY_FORCE
    return [
        claim("more than 70", source="diplomats and officers", source_kind=DIPLOMAT, stance=hedged),
        claim("77", source="a security source", anonymous=True, relay="AFP"),
        claim("about 100", source="a document", source_kind=DOCUMENT),
        claim("81", source="a document", source_kind=DOCUMENT, part_of=True),
        claim("in the 70s", source="two diplomats", source_kind=DIPLOMAT, stance=hedged),
        claim("some", group=forces, source="the army", source_kind=SourceKind.MILITARY),
        claim("hundreds", harm=both, source="a third diplomat", source_kind=DIPLOMAT),
        claim(
            "hundreds",
            harm=both,
            group=forces,
            source="JNIM",
            source_kind=SourceKind.ARMED_GROUP,
        ),
    ]


def milliseconds(work: Callable[[], object], times: int = 300) -> float:
    """Time a piece of work: the median over many runs, after one to warm up."""
    work()
    taken = []
    for _ in range(times):
        begun = perf_counter()
        work()
        taken.append(1000 * (perf_counter() - begun))
    return median(taken)


def measure() -> dict[str, float]:
    """Measure one posterior and one whole reconciliation, in milliseconds."""
    claims = bamako()
    heard = hear(gather(claims, trace(claims)), Harm.KILLED, Group.PEOPLE)
    return {
        "one posterior": milliseconds(lambda: posterior(heard)),
        "reconcile, five tolls with rulings and explanations": milliseconds(
            lambda: reconcile(claims), times=50
        ),
    }


if __name__ == "__main__":
    for name, taken in measure().items():
        print(f"{taken:8.3f} ms  {name}")
