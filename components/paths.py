"""Where the files are that are no modules: the page's script, its settings, borders and samples."""

from pathlib import Path

_ABOVE = Path(__file__).resolve().parents[1]
_INSTALLED = _ABOVE / "dateline"  # a wheel puts them there, so that nothing stands loose among other packages

ROOT = _INSTALLED if (_INSTALLED / "static").is_dir() else _ABOVE
