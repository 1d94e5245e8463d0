"""The version, in one place; pyproject.toml and the report read it."""

VERSION = "0.2.0"
