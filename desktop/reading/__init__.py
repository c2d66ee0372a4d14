"""The text pane of the program: passages laid out, read, selected and kept side by side."""
