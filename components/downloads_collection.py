"""Placeholder until the downloads of a collection are written."""

from components.collection_view import View


def show_downloads(view: View) -> None:
    """Nothing yet."""
