"""What stands around every view: masthead, input, navigation."""
