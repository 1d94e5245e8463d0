"""What a reader has chosen, and what that leaves of an article. No Streamlit."""
