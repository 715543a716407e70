"""A graph at hand in a notebook: tables, quotations, neighbourhoods, timelines, pictures and maps, all without a network."""
