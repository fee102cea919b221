"""The texts that every extractor is timed on."""

from pathlib import Path

from tollbook.evaluating.gold import GoldReport, load_split

# The examples are few; read once, they would be over before the clock has ticked.
REPEATED = 20


def annotated_reports(corpus: Path) -> tuple[GoldReport, ...]:
    """Give every annotated report; none where they are not at hand."""
    gold = corpus / "claims-gold"
    return load_split(gold, "dev") + load_split(gold, "train") if gold.is_dir() else ()


def example_texts() -> list[str]:
    """Give the example reports that come with tollbook, often enough to be timed."""
    folder = Path(__file__).resolve().parent.parent / "examples/bamako"
    return [path.read_text("utf-8") for path in sorted(folder.glob("*.md"))] * REPEATED
