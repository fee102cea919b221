"""One file a suite, each with a function `measure`; `evaluating.registry` finds them by name."""
