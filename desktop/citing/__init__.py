"""References to the sources: taken in, given out, copied."""
