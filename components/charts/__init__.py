"""Charts as plotly figures for the page and as SVG for pictures and reports. No Streamlit."""
