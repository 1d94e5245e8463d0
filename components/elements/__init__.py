"""Widgets of our own: custom components, tables, notices, buttons."""
