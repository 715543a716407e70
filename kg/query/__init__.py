"""Questions to a graph: SPARQL, named questions, an endpoint."""
