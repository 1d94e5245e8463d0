"""Many articles at once: counted, listed, merged and compared by SQL; of one visit, or of a folder of Parquet."""

from pipeline.collection.collection import Collection
from pipeline.collection.model import UNNAMED, Comparison, Failure, Filter, Summary

__all__ = ["UNNAMED", "Collection", "Comparison", "Failure", "Filter", "Summary"]
