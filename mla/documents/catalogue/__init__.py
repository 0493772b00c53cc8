"""The formal papers, one module for those that kinds of request share and one for each kind that has its own."""
