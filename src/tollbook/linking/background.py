"""Totals of a war or a campaign: which of them are about the same countries."""

from tollbook.linking.evidence import Evidence


def theme_of(evidence: Evidence) -> tuple[str, ...]:
    """Say what a total is about: its countries, or its places and days, or its report alone.

    Whether two totals of a war cover the same years is not asked: they are shown, not added.
    """
    if evidence.countries:
        return tuple(sorted(evidence.countries))
    if evidence.places and evidence.days is not None:
        days = evidence.days
        return (days.first.isoformat(), days.last.isoformat(), *sorted(evidence.places))
    return (evidence.document_id,)
