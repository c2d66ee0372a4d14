"""What the sources claim, seen beside one another: cards, matrix, figures, names."""
