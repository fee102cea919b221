"""One file a step, named for what it brings; its number is `schema.VERSION` after it."""
