"""Commands over a finished build (`query`, `ask`, `validate`, `export`, `serve`, `ontology`), thin over the library."""

from __future__ import annotations

import sys
from pathlib import Path

import click

BUILD = click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
FORMAT = click.option(
    "--format", "form", default="table", show_default=True, help="table, csv, tsv, json, xml; graphs: turtle, nt, jsonld."
)
LIMIT = click.option("--limit", type=click.IntRange(min=1), help="Stop after so many rows.")


@click.command()
@BUILD
@click.argument("sparql", metavar="SPARQL")
@FORMAT
@LIMIT
def query(folder: Path, sparql: str, form: str, limit: int | None) -> None:
    """Answer a SPARQL query over the build in DIR.

    SPARQL is the query itself, @FILE to read one, or - for standard input. All prefixes of graph.ttl are declared already.

    \b
    kg query out 'SELECT ?name ?body { ?p kg:holdsPost/rdfs:label ?body ; rdfs:label ?name }'
    """
    from kg.query.results import format_answer
    from kg.query.sparql import base_of, open_store, run

    base = base_of(folder)
    answer = run(open_store(folder), _text(sparql), base=base, limit=limit)
    click.echo(format_answer(answer, form, base=base), nl=form == "table" or form == "json")


@click.command()
@BUILD
@click.argument("name", required=False)
@click.argument("values", metavar="[KEY=VALUE]...", nargs=-1)
@FORMAT
@LIMIT
def ask(folder: Path, name: str | None, values: tuple[str, ...], form: str, limit: int | None) -> None:
    """Ask one of the prepared questions of the build in DIR; without NAME, list them.

    People, places and bodies may be given by any of their names.

    \b
    kg ask out
    kg ask out who-held-post agency=区委 date=2022-07-14
    """
    from kg.query.questions import answer, load_questions, parse_values
    from kg.query.results import format_answer
    from kg.query.sparql import base_of, open_store

    questions = load_questions()
    if name is None:
        for question in questions.values():
            click.echo(f"{question.usage}\n    {question.captions['zh']}  {question.captions['en']}")
        return
    base = base_of(folder)
    found = answer(open_store(folder), name, parse_values(values), base=base, limit=limit)
    click.echo(format_answer(found, form, base=base), nl=form == "table" or form == "json")


@click.command()
@BUILD
@click.option("--lang", type=click.Choice(["zh", "en"]), default="zh", show_default=True, help="Language of the messages.")
@click.option("--limit", type=click.IntRange(min=1), default=100, show_default=True, help="Violations to print.")
def validate(folder: Path, lang: str, limit: int) -> None:
    """Check the build in DIR against the ontology's shapes; exit 1 where it violates them."""
    from kg.validation import validate_folder

    violations = validate_folder(folder)
    for violation in violations[:limit]:
        click.echo(violation.line(lang))
    left = len(violations) - limit
    click.echo(
        f"{len(violations)} violations{f', {left} not shown' if left > 0 else ''}" if violations else "conforms", err=True
    )
    if violations:
        sys.exit(1)


@click.command()
@BUILD
@click.option(
    "--format", "form", required=True, help="nt, nq, trig, jsonld, rdf12, turtle, graphml, gexf, neo4j, geojson or parquet."
)
@click.option(
    "--out", type=click.Path(path_type=Path), help="File (neo4j, parquet: folder) to write; by default beside the build."
)
def export(folder: Path, form: str, out: Path | None) -> None:
    """Write the build in DIR in another form."""
    from kg.export.formats import export_folder

    click.echo(export_folder(folder, form, out))


@click.command()
@BUILD
@click.option("--host", default="127.0.0.1", show_default=True, help="Address to listen at; 0.0.0.0 for all.")
@click.option("--port", default=8000, show_default=True, type=click.IntRange(0, 65535))
@click.option("--cors", default="", metavar="ORIGIN", help="Origin that may query from a browser; * for any.")
@click.option(
    "--timeout", default=10.0, show_default=True, type=click.FloatRange(min=0.1), help="Seconds that a query may take."
)
@click.option("--limit", default=10_000, show_default=True, type=click.IntRange(min=1), help="Rows that an answer may have.")
def serve(folder: Path, host: str, port: int, cors: str, timeout: float, limit: int) -> None:
    """Serve the build in DIR: a SPARQL endpoint, a query page, and a page for every IRI. Stop with Ctrl-C."""
    from kg.query.endpoint import Limits, make_server

    server = make_server(folder, host=host, port=port, cors=cors, limits=Limits(seconds=timeout, rows=limit))
    click.echo(f"http://{host}:{server.server_port}/ (endpoint: /sparql)", err=True)
    try:
        server.serve_forever()
    except KeyboardInterrupt:
        pass
    finally:
        server.close()


@click.command()
@click.option("--html", is_flag=True, help="A readable page rather than Turtle.")
def ontology(html: bool) -> None:
    """Print the ontology: its Turtle, or a page that describes every term."""
    from kg.ontology import folder

    if html:
        from kg.query.ontology_page import ontology_html

        click.echo(ontology_html(), nl=False)
    else:
        click.echo((folder() / "kg.ttl").read_text(encoding="utf-8"), nl=False)


COMMANDS = (query, ask, validate, export, serve, ontology)
"""What `kg.cli` registers."""


def _text(argument: str) -> str:
    """The query behind the argument: itself, a file's after `@`, or standard input's for `-`."""
    from kg.errors import QueryError

    if argument == "-":
        return sys.stdin.read()
    if argument.startswith("@"):
        try:
            return Path(argument[1:]).read_text(encoding="utf-8")
        except (OSError, UnicodeDecodeError) as error:
            raise QueryError(f"{argument[1:]}: {error}") from error
    return argument
