"""What the window's actions do, by menu."""
