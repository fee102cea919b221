"""Make `src/tollbook/data/word_tags.en.txt` from the lexicon that the package TextBlob carries.

Usage: python scripts/word_tags.py path/to/textblob/en/en-lexicon.txt
Source: Eric Brill, "A simple rule-based part of speech tagger" (1992), lexicon trained on the
Brown corpus and the Penn Treebank; MIT licence. Names are left out: what stands in no word
list is taken for a name.
"""

import re
import sys
from collections import defaultdict
from pathlib import Path

TARGET = Path(__file__).parent.parent / "src/tollbook/data/word_tags.en.txt"
HEADER = """\
# English words by their most frequent part of speech, one tag a line. Made by scripts/word_tags.py.
# From Brill's rule-based tagger v1.14, trained on the Brown corpus and the Penn Treebank.
# Copyright 1993 Massachusetts Institute of Technology and University of Pennsylvania. MIT license.
# Some words from the Twitter Part-of-Speech Annotated Data (Gimpel et al., 2011, Carnegie Mellon
# University), CC BY 3.0.
"""
LEFT_OUT = {"NNP", "NNPS", "FW", "SYM", "LS", "UH", ":", ".", "POS", "", "ND"}


def main() -> None:
    """Read the lexicon named on the command line and write the shipped list."""
    words_by_tag = defaultdict(set)
    for line in Path(sys.argv[1]).read_text(encoding="utf-8").splitlines():
        word, _, tags = line.partition(" ")
        tag = tags.split("|")[0].strip()
        if tag not in LEFT_OUT and re.fullmatch(r"[a-z][a-z'-]*", word) and len(word) < 20:
            words_by_tag[tag].add(word)
    lines = [f"{tag} {' '.join(sorted(words))}" for tag, words in sorted(words_by_tag.items())]
    TARGET.write_text(HEADER + "\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
