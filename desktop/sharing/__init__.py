"""Saving a copy to hand on."""
