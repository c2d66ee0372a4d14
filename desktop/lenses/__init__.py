"""Lenses: what is marked in the words by lists, to be switched on and off."""
