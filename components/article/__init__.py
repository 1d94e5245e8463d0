"""The views of one article."""
