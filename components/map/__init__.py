"""Pins, borders, labels and frames of a map, as a plotly figure and as SVG. No Streamlit."""
