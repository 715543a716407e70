"""Chinese official news in, a knowledge graph out, every edge with its sentence."""
