"""The articles of a visit and the queue before the model, without Streamlit."""
