"""The page's parts: pure figure and text builders, and one panel a file that shows them."""
