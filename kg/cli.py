"""The command line: parses arguments, calls the library, prints. Data to stdout, messages to stderr."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path

import click

from kg.errors import KGError
from kg.query import commands
from kg.version import package_version

_FINDINGS, _FAILED = 1, 2


class _Group(click.Group):
    """Shows our own errors as one line with exit status 2 instead of a traceback."""

    def invoke(self, ctx: click.Context) -> object:
        """Run a command."""
        try:
            return super().invoke(ctx)
        except KGError as error:
            click.echo(f"kg: {error}", err=True)
            ctx.exit(_FAILED)


@click.group(cls=_Group, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_version(), prog_name="kg")
def main() -> None:
    """Turn Chinese official news into a knowledge graph whose every edge opens the sentence it came from.

    \b
    kg build corpus --out out     read articles, write the graph
    kg stats out                  what is in it
    kg query out 'SELECT …'       ask it (SPARQL)
    kg explain out 刘健           what was said where, by which rule

    Then open out/graph.html in a browser; it needs no internet.
    """


@main.command()
@click.argument("inputs", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option(
    "--out", "folder", required=True, type=click.Path(path_type=Path, file_okay=False), help="Folder to write the graph to."
)
@click.option("--published", default="", metavar="DATE", help="ISO date of articles whose manifest gives none (2022-07-14).")
@click.option("--place", default="", help="The paper's division, by name (上海市金山区) or code (310116).")
@click.option(
    "--lexicon",
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    help="Names of your own: a CSV file with the columns name,type,kind,aliases.",
)
@click.option(
    "--rules", type=click.Path(path_type=Path, exists=True, file_okay=False), help="A folder with rules of your own (*.toml)."
)
@click.option("--quiet", is_flag=True, help="No progress bar, no summary.")
def build(
    inputs: tuple[Path, ...], folder: Path, published: str, place: str, lexicon: Path | None, rules: Path | None, quiet: bool
) -> None:
    """Build a graph from .txt and .md files and folders of them.

    A manifest.csv beside the files (file,title,publisher,published,place,url) gives their dates and places; what it leaves out is
    taken from the text where the text says it. Exit status: 0 all was read, 1 something was skipped, 2 nothing could be done.
    """
    from kg.build import build as build_graph
    from kg.build import write

    read = None
    if lexicon or rules:
        from kg.extension import reader

        _stop_at([*(_problems(lexicon) if lexicon else []), *(_problems(rules) if rules else [])])
        read = reader(lexicon=lexicon, rules=rules)
    bar = _plain if quiet else _progress
    graph = build_graph(*inputs, published=published, place=place, progress=bar, read=read)
    write(graph, folder)
    for line in graph.report["skipped"]:
        click.echo(f"kg: skipped {line}", err=True)
    if not quiet:
        click.echo(
            f"{len(graph.documents)} documents, {len(graph.entities)} entities, {len(graph.statements)} statements → {folder}\n"
            f"Look:  open {folder / 'graph.html'} in a browser\nAsk:   kg query {folder} 'SELECT …'   or   kg stats {folder}",
            err=True,
        )
    if graph.report["skipped"]:
        sys.exit(_FINDINGS)


@main.command()
@click.argument("folder", type=click.Path(path_type=Path, exists=True, file_okay=False))
@click.option("--format", "form", type=click.Choice(["table", "json"]), default="table", show_default=True)
def stats(folder: Path, form: str) -> None:
    """Count what a build found: entities by type, statements by predicate, what was skipped."""
    from kg.graph import KnowledgeGraph

    graph = KnowledgeGraph.load(folder)
    if form == "json":
        click.echo(json.dumps(graph.report, ensure_ascii=False, indent=1))
        return
    click.echo(f"documents  {len(graph.documents)}")
    for title in ("entities", "statements"):
        counts: dict[str, int] = graph.report[title]
        click.echo(f"{title}  {sum(counts.values())}")
        for name, count in sorted(counts.items(), key=lambda item: (-item[1], item[0])):
            click.echo(f"  {name:<16}{count:>8}")
    for line in graph.report["skipped"]:
        click.echo(f"skipped  {line}")


@main.command()
@click.argument("folder", type=click.Path(path_type=Path, exists=True, file_okay=False))
@click.argument("what")
@click.option("--most", default=20, show_default=True, help="Statements to show.")
def explain(folder: Path, what: str, most: int) -> None:
    """Show what was said where, by which rule, of a statement or an entity (identifier or name)."""
    from kg.explain import explain as lines_of
    from kg.graph import KnowledgeGraph

    for line in lines_of(KnowledgeGraph.load(folder), what, most=most):
        click.echo(line)


@main.command()
@click.argument("path", type=click.Path(path_type=Path, exists=True))
def check(path: Path) -> None:
    """Check rules (*.toml) and lexicons (*.csv) of your own, in a folder, or one lexicon.

    Every rule must compile and read its yes and no examples right; every name must have a type that kg knows.
    """
    _stop_at(_problems(path))
    click.echo(f"{path}: all is well", err=True)


def _problems(path: Path) -> list[str]:
    """What is wrong with the user's rules and lexicons at a path, one line each."""
    from kg.extension import check_names
    from kg.relations.rules import check_rules

    if path.is_file():
        return check_names(path)
    lexicons = sorted(path.glob("*.csv"))
    problems = [line for lexicon in lexicons for line in check_names(lexicon)]
    if lexicons and not any(path.glob("*.toml")):
        return problems
    return [*problems, *check_rules(path)]


def _stop_at(problems: Sequence[str]) -> None:
    for problem in problems:
        click.echo(problem, err=True)
    if problems:
        sys.exit(_FINDINGS)


def _plain(files: Sequence[tuple[str, Path]]) -> Iterable[tuple[str, Path]]:
    return files


def _progress(files: Sequence[tuple[str, Path]]) -> Iterable[tuple[str, Path]]:
    """A bar on a terminal, a plain line elsewhere."""
    if not sys.stderr.isatty():
        click.echo(f"reading {len(files)} files", err=True)
        return files
    from tqdm import tqdm

    bar: Iterable[tuple[str, Path]] = tqdm(files, unit="file", leave=False)
    return bar


for _command in commands.COMMANDS:
    main.add_command(_command)

if __name__ == "__main__":
    main()
