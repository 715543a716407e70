"""Graph to files: one module per format, each with a `write_` function and, where it makes sense, a `read_`."""
