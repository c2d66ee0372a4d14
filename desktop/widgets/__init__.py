"""Small widgets shared by all parts of the window. They know themes and words, no corpus."""
