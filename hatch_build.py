"""Gives the wheel the dependencies of requirements.in, so that they stand in one place."""

import re
from pathlib import Path

from hatchling.metadata.plugin.interface import MetadataHookInterface


class Requirements(MetadataHookInterface):
    """Fills in `dependencies` of pyproject.toml."""

    def update(self, metadata: dict[str, object]) -> None:
        """Add every requirement, without its comment."""
        lines = (Path(self.root) / "requirements.in").read_text(encoding="utf-8").splitlines()
        metadata["dependencies"] = [line for raw in lines if (line := re.sub(r"\s*#.*", "", raw).strip())]
