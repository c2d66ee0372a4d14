"""What the sources say of one event, set beside one another."""
