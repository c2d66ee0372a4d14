"""`triptych-cli share`."""
