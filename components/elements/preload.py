"""What the browser can fetch while the reader looks for an article, so that the first chart need not wait for it."""

import plotly.graph_objects as go
import streamlit as st


def warm_charts() -> None:
    """Draw a chart that nobody sees: the chart library is the largest file of the page, 4.7 MB."""
    with st.container(key="warm"):
        st.plotly_chart(go.Figure(layout={"height": 10}), key="warm-chart", config={"displayModeBar": False})
