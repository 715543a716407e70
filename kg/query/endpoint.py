"""`kg serve`: a read-only SPARQL 1.1 Protocol endpoint, a query page, and a page or RDF for every IRI of a build."""

from __future__ import annotations

import json
import re
import threading
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any, Final
from urllib.parse import parse_qsl, unquote, urlsplit

from kg.errors import KGError, QueryError
from kg.ids import to_iri
from kg.ontology import ONTOLOGY
from kg.ontology import folder as ontology_folder
from kg.query.negotiation import GRAPHS, MEDIA_TYPES, PAGES, ROWS, choose
from kg.query.sparql import base_of
from kg.query.workers import Job, Limits, QueryTimeout, Reply, Workers

__all__ = ["Limits", "Server", "make_server"]

MAX_BODY: Final = 1_000_000
"""Bytes that a request may send: no query is longer."""
MAX_REQUESTS: Final = 32
"""Requests answered at a time; further ones are told to come again."""

# A row for each thing said of an IRI; observations are named by what they say.
_FORWARD = """SELECT ?predicate ?object ?label { <IRI> ?predicate ?object
  OPTIONAL { ?object rdfs:label ?name }
  OPTIONAL { ?object kg:indicator ?indicator ; kg:value ?value OPTIONAL { ?object kg:unit ?unit } OPTIONAL { ?object kg:period ?when } }
  BIND (COALESCE(?name, CONCAT(?indicator, " ", STR(?value), COALESCE(?unit, ""), COALESCE(CONCAT("（", STR(?when), "）"), ""))) AS ?label)
} ORDER BY ?predicate ?label ?object LIMIT 2000"""
_BACKWARD = """SELECT ?subject ?predicate ?label { ?subject ?predicate <IRI> ; rdfs:label ?label }
ORDER BY ?predicate ?label ?subject LIMIT 500"""
_QUOTES = """SELECT DISTINCT ?predicate ?subject ?name ?quote ?source ?label {
  { ?statement rdf:subject <IRI> } UNION { ?statement rdf:object <IRI> } UNION { ?statement kg:post <IRI> }
  UNION { ?any oa:hasSource <IRI> . ?statement kg:evidence ?any }
  UNION { ?any kg:inArticle <IRI> . ?statement kg:evidence ?any }
  UNION { BIND (<IRI> AS ?statement) }
  ?statement rdf:predicate ?predicate ; rdf:subject ?subject ; kg:evidence ?evidence .
  ?evidence oa:exact ?quote ; oa:hasSource ?source .
  OPTIONAL { ?subject rdfs:label ?name }
  OPTIONAL { ?source rdfs:label ?label }
} ORDER BY ?source ?quote ?predicate LIMIT 300"""
_DESCRIBE = "CONSTRUCT { <IRI> ?p ?o } { <IRI> ?p ?o }"
_DESCRIBE_TERM = "CONSTRUCT { <IRI> ?p ?o } { GRAPH <" + ONTOLOGY + "> { <IRI> ?p ?o } }"


@dataclass(frozen=True, slots=True)
class Answered:
    """What goes back to the client."""

    status: int
    body: bytes
    media: str
    headers: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Asked:
    """A request, taken apart."""

    method: str
    path: str
    parameters: tuple[tuple[str, str], ...]
    accept: str
    media: str
    host: str
    """Name and port by which the client knows the server."""
    body: bytes

    def get(self, name: str) -> str:
        """The first value of a parameter, or nothing."""
        return next((value for key, value in self.parameters if key == name), "")

    def all(self, name: str) -> tuple[str, ...]:
        """All values of a parameter."""
        return tuple(value for key, value in self.parameters if key == name)


class HTTPError(Exception):
    """A request that cannot be answered, with its status and one line for the client."""

    def __init__(self, status: int, message: str) -> None:
        """Take status and message."""
        super().__init__(message)
        self.status = status


class Server(ThreadingHTTPServer):
    """The HTTP server over one build."""

    daemon_threads = True

    def __init__(self, address: tuple[str, int], folder: Path, limits: Limits, cors: str) -> None:
        """Open the build and listen; raises `InputError` where there is no build."""
        self.base = base_of(folder)
        self.cors = cors
        self.workers = Workers(folder, limits)
        self.places = threading.BoundedSemaphore(MAX_REQUESTS)
        try:
            super().__init__(address, _Handler)
        except OSError as error:
            self.workers.close()
            raise QueryError(
                f"cannot listen at {address[0]}:{address[1]} ({error.strerror or error}); try another --port"
            ) from error

    def close(self) -> None:
        """Stop listening and end the workers."""
        self.server_close()
        self.workers.close()

    def answer(self, asked: Asked) -> Answered:
        """Answer a request; raises `HTTPError` or `KGError`."""
        path = asked.path
        if path == "/":
            from kg.query.pages import query_page

            return _page(query_page(self.base))
        if path == "/sparql":
            return self._sparql(asked)
        if path.startswith("/ask/"):
            values = {key: value for key, value in asked.parameters if key != "format"}
            form = _form(asked, ROWS)
            return _reply(self.workers.run(Job(question=path.removeprefix("/ask/"), values=values, rows_form=form)))
        if path == "/ontology":
            return _ontology(asked)
        return self._thing(asked)

    def _sparql(self, asked: Asked) -> Answered:
        if asked.method == "POST" and asked.media == "application/sparql-query":
            queries: tuple[str, ...] = (_text(asked.body),)
        elif asked.method == "POST" and asked.media == "application/x-www-form-urlencoded":
            form = tuple(parse_qsl(_text(asked.body), keep_blank_values=True))
            asked = replace(asked, parameters=form)
            queries = asked.all("query")
        elif asked.method == "POST" and asked.media == "application/sparql-update":
            raise HTTPError(403, "updates are refused: the graph is read-only")
        elif asked.method == "POST":
            raise HTTPError(415, "send application/sparql-query or application/x-www-form-urlencoded")
        else:
            queries = asked.all("query")
        if asked.all("update"):
            raise HTTPError(403, "updates are refused: the graph is read-only")
        if not queries:
            return self._service_description(asked)
        if len(queries) > 1:
            raise HTTPError(400, "give one query")
        rows, graphs = _wanted(asked)
        job = Job(
            sparql=queries[0],
            default_graphs=asked.all("default-graph-uri"),
            named_graphs=asked.all("named-graph-uri"),
            rows_form=rows,
            graph_form=graphs,
        )
        return _reply(self.workers.run(job))

    def _service_description(self, asked: Asked) -> Answered:
        """What the service can do, in RDF (SPARQL 1.1 Service Description)."""
        sd = "http://www.w3.org/ns/sparql-service-description#"
        names = ("SPARQL_Results_JSON", "SPARQL_Results_XML", "SPARQL_Results_CSV", "SPARQL_Results_TSV")
        formats = " , ".join(f"format:{name}" for name in (*names, "Turtle", "N-Triples", "JSON-LD", "RDF_XML"))
        construct = f"""PREFIX sd: <{sd}> PREFIX format: <http://www.w3.org/ns/formats/> PREFIX void: <http://rdfs.org/ns/void#>
            PREFIX me: <http://{asked.host}/sparql#>
            CONSTRUCT {{
              <http://{asked.host}/sparql> a sd:Service ; sd:endpoint <http://{asked.host}/sparql> ;
                sd:supportedLanguage sd:SPARQL11Query ; sd:resultFormat {formats} ; sd:defaultDataset me:dataset .
              me:dataset a sd:Dataset ; sd:defaultGraph me:graph ; sd:namedGraph me:ontology .
              me:graph a sd:Graph ; void:triples ?triples .
              me:ontology a sd:NamedGraph ; sd:name <{ONTOLOGY}> .
            }} {{ SELECT (COUNT(*) AS ?triples) {{ ?s ?p ?o }} }}"""
        return _reply(self.workers.run(Job(sparql=construct, graph_form=_form(asked, GRAPHS))))

    def _thing(self, asked: Asked) -> Answered:
        """What is known of an IRI: a page for people, RDF for programs."""
        local = asked.path.removeprefix("/")
        term = asked.path.startswith("/ontology/")
        iri = ONTOLOGY + asked.path.removeprefix("/ontology") if term else to_iri(local, self.base)
        if any(char in iri for char in '<>"{}|^`\\ ') or any(char < " " for char in iri):
            raise HTTPError(404, "nothing is known of this address")
        form = _form(asked, {**PAGES, **GRAPHS})
        if form == "html":
            return self._thing_page(iri, term)
        found = self.workers.run(
            Job(sparql=(_DESCRIBE_TERM if term else _DESCRIBE).replace("<IRI>", f"<{iri}>"), graph_form=form)
        )
        if not found.rows:
            raise HTTPError(404, f"nothing is known of {iri}")
        return _reply(found)

    def _thing_page(self, iri: str, term: bool) -> Answered:
        from kg.query.pages import thing_page

        graphs = (ONTOLOGY,) if term else ()
        sides = [
            json.loads(self.workers.run(Job(sparql=query.replace("<IRI>", f"<{iri}>"), default_graphs=graphs)).text)
            for query in (_FORWARD, _BACKWARD, *([] if term else [_QUOTES]))
        ]
        forward, backward, *quotes = (side["results"]["bindings"] for side in sides)
        if not forward and not backward:
            raise HTTPError(404, f"nothing is known of {iri}")
        return _page(thing_page(iri, forward, backward, self.base, quotes=quotes[0] if quotes else ()))


def make_server(
    folder: str | Path, *, host: str = "127.0.0.1", port: int = 8000, cors: str = "", limits: Limits | None = None
) -> Server:
    """Open a build for serving; call `serve_forever()` on the result, and `close()` at the end.

    Args:
        port: Where to listen; 0 lets the system choose, and `server_port` tells.
        cors: The origin whose pages may query from a browser, `*` for any, empty for none.
        limits: Seconds, rows and memory that a query may use.

    Raises:
        InputError: Where the folder holds no build.
        QueryError: Where the port is taken.
    """
    return Server((host, port), Path(folder), limits or Limits(), cors)


class _Handler(BaseHTTPRequestHandler):
    """Takes requests apart and sends answers; what they say is `Server.answer`'s."""

    server: Server
    server_version = "kg"
    sys_version = ""
    protocol_version = "HTTP/1.1"
    timeout = 30  # seconds that a client may take to send its request

    def do_GET(self) -> None:
        self._serve()

    def do_HEAD(self) -> None:
        self._serve()

    def do_POST(self) -> None:
        self._serve()

    def do_OPTIONS(self) -> None:
        self._send(Answered(204, b"", "", {"Allow": "GET, HEAD, POST, OPTIONS"}))

    def _serve(self) -> None:
        if not self.server.places.acquire(blocking=False):
            self.close_connection = True
            self._send(_problem(503, "the server is busy; try again later"))
            return
        try:
            answered = self.server.answer(self._asked())
        except HTTPError as error:
            answered = _problem(error.status, str(error))
        except QueryTimeout as error:
            answered = _problem(503, str(error))
        except KGError as error:
            answered = _problem(403 if "refused" in str(error) else 400, str(error))
        finally:
            self.server.places.release()
        self._send(answered)

    def _asked(self) -> Asked:
        parts = urlsplit(self.path)
        length = self.headers.get("Content-Length", "0")
        body = b""
        if self.command == "POST":
            if not length.isdigit() or self.headers.get("Transfer-Encoding"):
                self.close_connection = True
                raise HTTPError(411, "say the length of the query")
            if int(length) > MAX_BODY:
                self.close_connection = True
                raise HTTPError(413, f"queries have at most {MAX_BODY} bytes")
            body = self.rfile.read(int(length))
        if self.command == "POST" and parts.path != "/sparql":
            raise HTTPError(405, "only /sparql takes POST")
        media = self.headers.get("Content-Type", "").partition(";")[0].strip().lower()
        parameters = tuple(parse_qsl(parts.query, keep_blank_values=True))
        host = self.headers.get("Host", "")
        if not re.fullmatch(r"[\w.-]+(:\d+)?|\[[0-9a-fA-F:]+\](:\d+)?", host):
            raise HTTPError(400, "the request has no proper Host")
        accept = ",".join(self.headers.get_all("Accept", []))
        return Asked(self.command, unquote(parts.path), parameters, accept, media, host, body)

    def _send(self, answered: Answered) -> None:
        with suppress(ConnectionError):  # the client went away
            self.send_response(answered.status)
            if answered.media:
                self.send_header("Content-Type", answered.media)
            for name, value in answered.headers.items():
                self.send_header(name, value)
            if self.server.cors:
                self.send_header("Access-Control-Allow-Origin", self.server.cors)
                self.send_header("Access-Control-Allow-Headers", "Accept, Content-Type")
                self.send_header("Access-Control-Expose-Headers", "X-Truncated")
            self.send_header("Vary", "Accept")
            self.send_header("X-Content-Type-Options", "nosniff")
            if answered.status != 204:
                self.send_header("Content-Length", str(len(answered.body)))
            self.end_headers()
            if self.command != "HEAD":
                self.wfile.write(answered.body)

    def log_message(self, format: str, *args: Any) -> None:
        """Keep quiet: queries are their asker's business."""


def _wanted(asked: Asked) -> tuple[str, str]:
    """The forms for rows and for graphs; a client that accepts only one sort gets the default of the other."""
    named = asked.get("format")
    if named in (*ROWS.values(), *GRAPHS.values()):
        return (named if named in ROWS.values() else "json"), (named if named in GRAPHS.values() else "turtle")
    rows, graphs = choose(asked.accept, ROWS), choose(asked.accept, GRAPHS)
    if rows is None and graphs is None:
        raise HTTPError(406, f"answers come as {', '.join(dict.fromkeys([*ROWS, *GRAPHS]))}")
    return rows or "json", graphs or "turtle"


def _form(asked: Asked, offered: Mapping[str, str]) -> str:
    named = asked.get("format")
    if named in offered.values():
        return named
    form = choose(asked.accept, offered)
    if form is None:
        raise HTTPError(406, f"this comes as {', '.join(offered)}")
    return form


def _reply(reply: Reply) -> Answered:
    headers = {"X-Truncated": "true"} if reply.truncated else {}
    return Answered(200, reply.text.encode("utf-8"), MEDIA_TYPES[reply.form], headers)


def _page(html: str) -> Answered:
    policy = "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; connect-src 'self'; img-src data:"
    return Answered(200, html.encode("utf-8"), MEDIA_TYPES["html"], {"Content-Security-Policy": policy})


def _ontology(asked: Asked) -> Answered:
    if _form(asked, {**PAGES, "text/turtle": "turtle"}) == "html":
        from kg.query.ontology_page import ontology_html

        return _page(ontology_html())
    return Answered(200, (ontology_folder() / "kg.ttl").read_bytes(), MEDIA_TYPES["turtle"], {})


def _problem(status: int, message: str) -> Answered:
    return Answered(status, (message + "\n").encode("utf-8"), "text/plain; charset=utf-8", {})


def _text(body: bytes) -> str:
    try:
        return body.decode("utf-8")
    except UnicodeDecodeError:
        raise HTTPError(400, "the query is not UTF-8") from None
