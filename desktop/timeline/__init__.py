"""The timeline: lanes of marks, the happened handle and the known-by handle."""
