"""The self-contained HTML report of an article or a collection. No Streamlit."""
