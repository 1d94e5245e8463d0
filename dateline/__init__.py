"""The installed program: ``dateline FILES`` for the command line, ``dateline serve`` for the page."""
