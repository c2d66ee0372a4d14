"""Reading the words of a text: folding, dates, zones, passages, quantities and hedges."""
