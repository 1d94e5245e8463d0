"""Speed and memory, as ratios to the bare spaCy pass within one run."""
