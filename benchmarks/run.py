"""Speed, start-up and memory, in one run on one machine: `make bench`.

Other extractors read the same texts in the same run, so that the ratios mean something on a
machine of any speed. Every figure is printed with what is asked of it.
"""

import argparse
import json
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from importlib import import_module
from pathlib import Path
from typing import Any

from benchmarks.texts import annotated_reports, example_texts
from tollbook.annotating import Annotator, annotator
from tollbook.document import Document
from tollbook.evaluating import plain_regex
from tollbook.evaluating.gold import GoldReport
from tollbook.evaluating.matching import compare
from tollbook.evaluating.scores import SHARES, Scores, score
from tollbook.exporting.predictions import prediction
from tollbook.pipeline import tell

Reader = Callable[[str], object]
ROOT = Path(__file__).resolve().parent.parent
PASSES = 3
OURS = "tollbook"


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--corpus", type=Path, default=Path("../shared"))
    corpus = parser.parse_args(arguments).corpus
    reports = annotated_reports(corpus)
    texts = [report.text for report in reports] or example_texts()
    say_speed(texts)
    say_figures(reports)
    seed = corpus / "seed/bamako-2024-09-17.txt"
    say_children(seed if seed.exists() else ROOT / "examples/bamako/01-agency-flash.md")
    say_posterior()
    say_gazetteer()
    say_tracing()
    return 0


# How fast


def say_speed(texts: Sequence[str]) -> None:
    """Print how many reports a second each extractor reads on one core, best of some passes."""
    size = sum(map(len, texts)) / len(texts)
    print(f"reading {len(texts)} reports of {size:,.0f} characters on average, one core")
    readers = {OURS: reads_with(annotator())} | {
        "  by rules only": reads_with(annotator("rules")),
        "  encoder, where harm is near": reads_with(annotator("encoder")),
        "  encoder, every sentence": reads_with(annotator("encoder", reads_all=True)),
        "plain regular expressions": plain_regex.extract,
    }
    speeds = {name: speed(reader, texts) for name, reader in readers.items()}
    spacy = spacy_reader()
    if spacy is None:
        print("  spaCy is not installed; its row is missing")
    else:
        speeds["blank spaCy with sentences"] = speed(spacy, texts)
    for name, reports_a_second in speeds.items():
        ratio = speeds[OURS] / reports_a_second
        asked = "asked: 20 or more" if name == OURS else f"tollbook runs at {ratio:.3f} of it"
        print(f"  {name:30}{reports_a_second:>10,.1f} reports/s   {asked}")


def reads_with(marks: Annotator) -> Reader:
    """Read a text as `tollbook read --annotator NAME` does."""
    return lambda text: tell(Document(text=text, name="text"), marks)


def spacy_reader() -> Reader | None:
    """Give spaCy's tokens and sentences, without any model; None where it is not installed."""
    try:
        spacy = import_module("spacy")
    except ImportError:
        return None
    pipeline = spacy.blank("en")
    pipeline.add_pipe("sentencizer")
    read: Reader = pipeline
    return read


def speed(reader: Reader, texts: Sequence[str]) -> float:
    """Give reports a second; the first text is read once before, to have everything loaded."""
    reader(texts[0])
    return len(texts) / min(one_pass(reader, texts) for _ in range(PASSES))


def one_pass(reader: Reader, texts: Sequence[str]) -> float:
    """Give the seconds of a core that reading all texts takes, however busy the machine is."""
    began = time.process_time()
    for text in texts:
        reader(text)
    return time.process_time() - began


# How well


def say_figures(reports: Sequence[GoldReport]) -> None:
    """Print what the plain way reaches where we reach what we reach."""
    if not reports:
        print("no annotated reports at hand; nothing to compare with")
        return
    ours = score(compare(r, prediction(tell(r.document))) for r in reports)
    plain = score(compare(r, plain_regex.extract(r.text)) for r in reports)
    print("F1 on these reports (found / figure / whole)")
    print(f"  {OURS:28}{shares(ours)}")
    print(f"  {'plain regular expressions':28}{shares(plain)}")


def shares(scores: Scores) -> str:
    """Write the three figures that matter."""
    return " / ".join(f"{scores.ratio(name).f1:.3f}" for name in SHARES)


# Start-up, memory, posterior


def say_children(report: Path) -> None:
    """Print start-up times and the peak memory of a folder, each in a process of its own."""
    command = [sys.executable, "-m", "benchmarks.children", str(report)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    if done.returncode != 0:
        print(f"start-up and memory could not be measured: {done.stderr.strip()}")
        return
    measured: dict[str, Any] = json.loads(done.stdout)
    card, folder = measured["card"], measured["folder"]
    print("from start to end, in a process of its own")
    print(f"  {'tollbook --help':28}{measured['help']['seconds']:>10.3f} s   asked: under 0.3")
    print(f"  {'one report to its card':28}{card['seconds']:>10.3f} s   asked: under 1.5")
    print(f"  {'2,000 reports as jsonl':28}{folder['seconds']:>10.3f} s")
    print(f"  {'  its peak memory':28}{folder['megabytes']:>10.1f} MB  asked: under 300")


def say_posterior() -> None:
    """Print what one posterior takes."""
    print("one posterior (asked: under 1 ms)")
    say_module("benchmarks.posterior")


def say_gazetteer() -> None:
    """Print what looking a place up takes."""
    print("looking a place up, one core")
    say_module("benchmarks.gazetteer")


def say_tracing() -> None:
    """Print what finding out who copies whom takes."""
    print("copies, one core")
    say_module("benchmarks.tracing")


def say_module(name: str) -> None:
    """Print what a benchmark in a process of its own says."""
    command = [sys.executable, "-m", name]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    said = done.stdout if done.returncode == 0 else f"could not be measured: {done.stderr}"
    print("\n".join(f"  {line}" for line in said.strip().splitlines()))


if __name__ == "__main__":
    sys.exit(main())
