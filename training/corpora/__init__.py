"""The corpora beside the repository -> sheets, one file a kind; each says what it knows."""
