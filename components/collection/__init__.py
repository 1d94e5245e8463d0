"""The views of a collection: several articles together."""
