"""The error family: catch PipelineError for all of it, a leaf for one case."""


class UsageError(Exception):
    """The command line asks for what cannot be; nothing was written."""


class PipelineError(Exception):
    """Base of every error the pipeline raises on purpose; its text is fit for a reader."""


class ArticleError(PipelineError):
    """One article cannot be read or analysed; the others can.

    source: the file or line it came from, where known.
    """

    def __init__(self, message: str, *, source: str | None = None) -> None:
        super().__init__(message)
        self.source = source


class ClusterError(PipelineError):
    """The cluster has ended or cannot do the work; what is written stays, and the run can be resumed."""


class ModelError(PipelineError):
    """The language model is missing or unfit; the text says what to type."""


class GazetteerError(PipelineError):
    """The gazetteer can be neither opened nor built; the text says what to do."""
