"""Text -> sentences, tokens, tags and chunks: what later rules look at."""
