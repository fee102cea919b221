"""Our own compact encoder: marks every piece of a sentence, and ties figures to their sources."""
