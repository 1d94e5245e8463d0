"""Many articles through worker processes into files."""
