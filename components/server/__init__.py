"""The server around the page: headers, hosts, limits, logs."""
