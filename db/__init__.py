"""The corpus and everything that can be done to it without a screen."""
