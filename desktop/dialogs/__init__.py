"""The dialogs of the window: each asks for one thing, or tells one thing."""
