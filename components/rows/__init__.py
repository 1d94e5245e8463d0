"""Facts as the rows that tables, charts and reports show. No Streamlit."""
