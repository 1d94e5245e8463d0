"""Article text as safe HTML: highlighted mentions and passages. No Streamlit."""
