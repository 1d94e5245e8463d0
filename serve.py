"""Serves the page behind its shield: `streamlit run serve.py`. The page itself is app.py and also runs alone."""

from streamlit.starlette import App

from components.server.shield import Shield, on_fault, on_start

app = App("app.py", middleware=[(Shield, (), {})], lifespan=on_start, on_script_error=on_fault)  # type: ignore[list-item]
