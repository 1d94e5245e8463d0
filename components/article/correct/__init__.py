"""The forms by which a reader corrects one fact of an article."""
