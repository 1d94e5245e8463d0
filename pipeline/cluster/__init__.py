"""The same batch on a Ray cluster."""
