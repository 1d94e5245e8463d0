"""What tests, benchmarks and scripts share: the page as a process, visitors, invented articles, quality scores."""
