"""Copies to hand on: chosen persons under other names, and no trace of the machine."""
