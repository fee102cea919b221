"""The page on how well it reads: one section per suite, from what was kept of its runs."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from tollbook.evaluating.quality import PART, RULES, Kept
from tollbook.evaluating.registry import SUITES
from tollbook.evaluating.reliability import KEPT, Reliability
from tollbook.evaluating.reliability_diagram import diagram
from tollbook.evaluating.results import Summary, share, verdict
from tollbook.evaluating.suite import Figure

WRITTEN = "<!-- Written by `make quality` from docs/quality/*.json; not by hand. -->"
KINDS_SHOWN = 20
OTHERS_SHOWN = 5
WIDEST = 6

_OPENING = """\
# How well it reads

Measured on texts that others annotated or coded, which are not part of tollbook; whoever has them
measures again with `make quality` or, one at a time, `tollbook evaluate SUITE --data DIR`. All
figures are those of the *dev* parts, by which this version was chosen (for MUC-4 that is TST3), so
on new text expect a little less. **Value** is what the default annotator reaches, **rules** what
rules alone reach, **baseline** what a plain method reaches on the same texts in the same run, and
**peer** the best figure published by others, who often measured on another part: their name says
which. F1, accuracies and other shares lie between 0 and 1."""


def page(kept: Mapping[str, Kept]) -> str:
    """Write the whole page."""
    sections = [_section(name, of) for name, of in kept.items()]
    return "\n\n".join([WRITTEN, _OPENING, _against_targets(kept), *sections]) + "\n"


def drawings(kept: Mapping[str, Kept]) -> dict[str, str]:
    """Draw the reliability of every suite whose texts tell how far confidence holds."""
    return {
        _drawing(name): diagram(of.runs[0].reliability, f"Reliability on {name}, {PART}")
        for name, of in kept.items()
        if of.runs[0].reliability
    }


def _drawing(suite: str) -> str:
    return f"reliability-{suite}.svg"


def _against_targets(kept: Mapping[str, Kept]) -> str:
    rows = [
        (name, _label(figure), share(figure.value), share(figure.target), _mark(figure))
        for name, of in kept.items()
        for figure in of.runs[0].figures
        if figure.target is not None
    ]
    held = sum(figure.is_held is True for of in kept.values() for figure in of.runs[0].figures)
    table = _table(("suite", "figure", "value", "target", ""), rows, left=2)
    return f"## Against the targets\n\n{held} of {len(rows)} targets are held.\n\n{table}"


def _section(name: str, kept: Kept) -> str:
    best, rules = kept.runs[0], next((r for r in kept.runs[1:] if r.annotator == RULES), None)
    measured = (
        f"{best.documents:,} documents, read by {best.annotator}. "
        f"Measured on {kept.measured_on:%d %B %Y}."
    )
    parts = [f"## {name}", SUITES[name].about, measured, _figures(best, rules)]
    parts += _by_section(best)
    if best.notes:
        parts.append("\n".join(f"* {note}" for note in best.notes))
    if any(figure.is_held is False for figure in best.figures) and best.mistakes:
        parts += _mistakes(best)
    if best.reliability:
        parts += _reliability(name, best.reliability)
    return "\n\n".join(parts)


def _figures(best: Summary, rules: Summary | None) -> str:
    """Lay out the figures about all texts, and those of some texts that have a target or peer."""
    by_rules = {} if rules is None else {_label(f): f.value for f in rules.figures}
    has_ratio = any(figure.precision is not None for figure in best.figures)
    heads = ["figure", "on", "value", *(["P", "R"] if has_ratio else [])]
    heads += [*([RULES] if rules else []), "baseline", "peer", "target", ""]
    rows = [
        [
            _label(figure),
            f"{figure.of:,}",
            share(figure.value),
            *([share(figure.precision), share(figure.recall)] if has_ratio else []),
            *([share(by_rules.get(_label(figure)))] if rules else []),
            share(figure.baseline),
            f"{share(figure.peer)} {figure.peer_name or ''}".strip(),
            share(figure.target),
            _mark(figure),
        ]
        for figure in best.figures
        if _is_main(figure)
    ]
    return _table(heads, rows, left=1)


def _by_section(best: Summary) -> Iterator[str]:
    """Lay out what was measured on some of the texts only: a column, or a row, for each kind."""
    figures = [figure for figure in best.figures if not _is_main(figure)]
    sections = list(dict.fromkeys(figure.section for figure in figures))
    if not sections:
        return
    names = list(dict.fromkeys(figure.name for figure in figures))
    values = {(figure.name, figure.section): _value_and_count(figure) for figure in figures}
    yield "By kind of text, with how many each rests on:"
    if len(sections) <= WIDEST:
        rows = [[name, *(values.get((name, of), "") for of in sections)] for name in names]
        yield _table(["figure", *sections], rows, left=1)
    else:
        rows = [[of, *(values.get((name, of), "") for name in names)] for of in sections]
        yield _table(["", *names], rows, left=1)


def _is_main(figure: Figure) -> bool:
    return not figure.section or figure.target is not None or figure.peer is not None


def _value_and_count(figure: Figure) -> str:
    return "" if not figure.of else f"{share(figure.value)} ({figure.of:,})"


def _label(figure: Figure) -> str:
    return f"{figure.name}, {figure.section}" if figure.section else figure.name


def _mark(figure: Figure) -> str:
    return "**missed**" if figure.is_held is False else verdict(figure)


def _mistakes(best: Summary) -> Iterator[str]:
    yield f"### Where {best.suite} is read wrongly"
    every, worst = sum(best.mistakes.values()), sum(best.worst.values())
    ordered = sorted(
        best.mistakes, key=lambda kind: (-best.worst.get(kind, 0), -best.mistakes[kind], kind)
    )
    cut = len(best.worst) + OTHERS_SHOWN if worst else KINDS_SHOWN
    rows = [(kind, best.worst.get(kind, 0), best.mistakes[kind]) for kind in ordered[:cut]]
    if ordered[cut:]:
        others = sum(best.mistakes[kind] for kind in ordered[cut:])
        rows.append((f"{len(ordered[cut:])} other kinds", 0, others))
    if worst:
        yield f"Kinds of mistakes among the {worst} worst, and among all {every:,}."
        cells = [[kind, str(of_worst), str(of_all)] for kind, of_worst, of_all in rows]
        yield _table(("mistake", f"worst {worst}", "all"), cells, left=1)
    else:
        yield f"Kinds of mistakes among all {every:,}; none is worse than another."
        yield _table(("mistake", "all"), [[kind, str(of_all)] for kind, _, of_all in rows], left=1)


def _reliability(suite: str, fields: Mapping[str, Reliability]) -> Iterator[str]:
    yield f"### How far confidence holds on {suite}"
    yield (
        "Of what is held 90 % probable nine in ten should be right. The error is the mean distance "
        "of the two over ten bins; Brier's score is the mean squared distance of each probability "
        "from what came true."
    )
    yield f"![Reliability on {suite}, in the table below](figures/{_drawing(suite)})"
    yield (
        "Right is how much is right of everything, then of the surest part: what is gained by "
        "leaving the rest to a person."
    )
    heads = [f"surest {held:.0%}" if held < 1 else "right" for held in KEPT]
    rows = [
        [
            name,
            f"{one.count:,}",
            share(one.error),
            share(one.brier),
            *(share(part.share_right) for part in one.surest),
        ]
        for name, one in fields.items()
    ]
    yield _table(["field", "on", "error", "Brier", *heads], rows, left=1)


def _table(heads: Sequence[str], rows: Iterable[Sequence[str]], left: int) -> str:
    rule = ["---"] * left + ["--:"] * (len(heads) - left)
    lines = [heads, rule, *rows]
    return "\n".join("|" + "|".join(f" {cell} " for cell in line) + "|" for line in lines)
