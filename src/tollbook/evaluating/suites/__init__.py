"""One file a suite; `tollbook evaluate` finds them by name."""
