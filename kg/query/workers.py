"""Queries in processes of their own, so that one that runs too long can be stopped: what the endpoint answers with."""

from __future__ import annotations

import multiprocessing
import queue
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any, Final

from kg.errors import KGError, QueryError

_START_SECONDS: Final = 60.0


class QueryTimeout(QueryError):
    """A query ran longer than it may, or no worker came free in time."""


@dataclass(frozen=True, slots=True)
class Limits:
    """What one query may use."""

    seconds: float = 10.0
    rows: int = 10_000
    megabytes: int = 2048
    """Address space of a worker beyond what the store maps; 0 for no limit."""


@dataclass(frozen=True, slots=True)
class Job:
    """A query to answer: SPARQL, or a prepared question with its values."""

    sparql: str = ""
    question: str = ""
    values: Mapping[str, str] | None = None
    default_graphs: tuple[str, ...] = ()
    named_graphs: tuple[str, ...] = ()
    rows_form: str = "json"
    """Form for `SELECT` and `ASK`, of `kg.query.results.format_answer`."""
    graph_form: str = "turtle"
    """Form for `CONSTRUCT` and `DESCRIBE`."""


@dataclass(frozen=True, slots=True)
class Reply:
    """An answer as text in the form that was used."""

    text: str
    form: str
    rows: int
    truncated: bool


class Workers:
    """A few processes that each hold the store open for reading."""

    def __init__(self, folder: Path, limits: Limits, *, count: int = 2) -> None:
        """Start the processes.

        Raises:
            InputError: Where the folder holds no build.
        """
        from kg.query.sparql import open_store

        open_store(folder, on_disk=True)  # makes the store once, and fails here rather than in a worker
        self._limits = limits
        self._folder = folder
        self._idle: queue.Queue[_Worker] = queue.Queue()
        self._all: set[_Worker] = set()
        for _ in range(count):
            self._add()

    def run(self, job: Job) -> Reply:
        """Answer a query.

        Raises:
            QueryError: On a query that is wrong, refused, or takes too long.
        """
        try:
            worker = self._idle.get(timeout=self._limits.seconds)
        except queue.Empty:
            raise QueryTimeout("the server is busy with other queries; try again later") from None
        try:
            reply = worker.ask(job, self._limits.seconds)
        except (QueryTimeout, EOFError, OSError) as error:
            worker.stop()
            self._all.discard(worker)
            self._add()
            if isinstance(error, QueryTimeout):
                raise
            raise QueryError("the query needed more memory than it may; ask for less") from error
        self._idle.put(worker)
        if isinstance(reply, KGError):
            raise reply
        return reply

    def close(self) -> None:
        """Stop all processes."""
        for worker in self._all:
            worker.stop()
        self._all.clear()

    def _add(self) -> None:
        worker = _Worker(self._folder, self._limits)
        self._all.add(worker)
        self._idle.put(worker)


class _Worker:
    def __init__(self, folder: Path, limits: Limits) -> None:
        context = multiprocessing.get_context("spawn")  # a fork of a server with threads may hang
        self._line, theirs = context.Pipe()
        self._process = context.Process(target=_serve, args=(theirs, folder, limits), daemon=True)
        self._process.start()
        theirs.close()
        self._ready = False

    def ask(self, job: Job, seconds: float) -> Reply | KGError:
        if not self._ready:  # the clock runs from when the store is open
            if not self._line.poll(_START_SECONDS):
                raise QueryTimeout("the store takes too long to open; try again later")
            self._line.recv()
            self._ready = True
        self._line.send(job)
        if not self._line.poll(seconds):
            raise QueryTimeout(f"the query took longer than {seconds:g} seconds and was stopped; narrow it or add LIMIT")
        reply: Reply | KGError = self._line.recv()
        return reply

    def stop(self) -> None:
        self._process.kill()
        self._process.join()
        self._process.close()
        self._line.close()


def _serve(line: Connection, folder: Path, limits: Limits) -> None:
    """The life of a worker: open the store, then answer one job after another until the line is closed."""
    from kg.query.sparql import base_of, open_store

    base = base_of(folder)
    store = open_store(folder, on_disk=True)
    _limit_memory(limits.megabytes)
    line.send("ready")
    with suppress(EOFError, KeyboardInterrupt):
        while True:
            job: Job = line.recv()
            try:
                line.send(_answer(store, job, base, limits))
            except KGError as error:
                line.send(error)


def _answer(store: Any, job: Job, base: str, limits: Limits) -> Reply:
    from kg.query.questions import answer
    from kg.query.results import format_answer
    from kg.query.sparql import run

    if job.question:
        found = answer(store, job.question, job.values or {}, base=base, limit=limits.rows)
    else:
        found = run(
            store,
            job.sparql,
            base=base,
            limit=limits.rows,
            default_graphs=job.default_graphs,
            named_graphs=job.named_graphs,
        )
    form = job.graph_form if found.is_graph else job.rows_form
    if found.boolean is not None and form in ("csv", "tsv"):
        form = "json"
    return Reply(format_answer(found, form, base=base), form, len(found), found.truncated)


def _limit_memory(megabytes: int) -> None:
    """Bound the address space, where the system can: what a query may need on top of what is in use now."""
    try:
        import resource
    except ImportError:  # not on this system; the time limit remains
        return
    if megabytes:
        with suppress(ValueError, OSError):
            used = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[0]) * resource.getpagesize()
            bound = used + megabytes * 1_000_000
            resource.setrlimit(resource.RLIMIT_AS, (bound, bound))
