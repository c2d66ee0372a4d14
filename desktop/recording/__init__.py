"""Recording what sources say: claims, links, notes, names, and the words each rests on."""
