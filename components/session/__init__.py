"""The state of one visit: session state, caches, address."""
