"""Changes that the long checks make to files and summaries, to see that they are noticed."""
