"""Everything the author wrote, immutable, with every name already looked up."""
