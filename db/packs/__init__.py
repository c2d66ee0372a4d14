"""Cases and packs: annotations that travel without the annotated texts."""
