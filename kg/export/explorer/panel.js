// The side panel: an entity with what is said of it, or a relation with the sentences it rests on.

const MOST_ROWS = 25;

function openPanel(element, store, claims, say, actions) {
  const { entities, types, looks } = store.data;
  const look = (e) => looks[types.indexOf(store.type(e))];
  const text = (words, properties = {}) => make("span", { className: "text", ...properties }, words);

  function link(e, label) {
    return make("button", { type: "button", className: "link text", onclick: () => actions.open(e) }, label || store.name(e));
  }
  function proofLink(statements) {
    const count = statements.reduce((sum, s) => sum + store.firstEvidence[s + 1] - store.firstEvidence[s], 0);
    return make(
      "button",
      { type: "button", className: "link", onclick: () => actions.read(statements) },
      count > 1 ? `${say("sentence")} ×${count}` : say("sentence"),
    );
  }
  function span(each) {
    return each.first && each.last && each.first !== each.last ? `${each.first} – ${each.last}` : each.first || "";
  }
  function section(title, ...children) {
    return make("section", {}, make("h3", {}, title), ...children);
  }
  /** A list of which the rest opens on demand. */
  function list(className, entries, row) {
    const out = make("ul", { className }, entries.slice(0, MOST_ROWS).map(row));
    if (entries.length <= MOST_ROWS) return [out];
    const more = make(
      "button",
      {
        type: "button",
        onclick: () => {
          out.append(...entries.slice(MOST_ROWS, 500).map(row));
          more.remove();
        },
      },
      `${say("more")} (${entries.length - MOST_ROWS})`,
    );
    return [out, more];
  }
  function copyButton(label, content) {
    const button = make(
      "button",
      {
        type: "button",
        onclick: () =>
          copy(content()).then(() => {
            button.textContent = say("copied");
          }),
      },
      label,
    );
    return button;
  }
  async function copy(content) {
    try {
      await navigator.clipboard.writeText(content);
      return;
    } catch {
      /* a page opened from a disk may lack the right: the old way then */
    }
    const area = make("textarea", { value: content });
    document.body.append(area);
    area.select();
    document.execCommand("copy");
    area.remove();
  }

  function chart(group) {
    const rows = group.rows.filter((row) => Number.isFinite(Number(row.value)) && (row.period || row.first)).slice(-12);
    if (rows.length < 2) return null;
    const most = Math.max(...rows.map((row) => Math.abs(Number(row.value)))) || 1;
    const step = 320 / rows.length,
      width = Math.min(46, step * 0.62);
    const picture = draw("svg", { class: "chart", viewBox: "0 0 330 116", role: "img", "aria-label": group.indicator });
    rows.forEach((row, at) => {
      const height = Math.max(1, (Math.abs(Number(row.value)) / most) * 74),
        x = 5 + at * step + (step - width) / 2;
      picture.append(draw("rect", { x, y: 94 - height, width, height, rx: 2, ...(row.expected ? { class: "hollow" } : {}) }));
      if (rows.length <= 6)
        picture.append(
          draw("text", { x: x + width / 2, y: 89 - height, "text-anchor": "middle" }, amount(row.value, "", say.language())),
        );
      if (rows.length <= 6 || at % 2 === 0)
        picture.append(
          draw(
            "text",
            { x: x + width / 2, y: 110, "text-anchor": "middle", class: "axis" },
            (row.period || row.first).slice(0, 7),
          ),
        );
    });
    return picture;
  }

  function showEntity(e, pass) {
    const facts = entities.facts[e] || {},
      kind = store.data.kinds[entities.kind[e]];
    const out = [
      make(
        "p",
        { className: "kindline" },
        glyph(look(e)),
        say.of("names", store.type(e)),
        kind ? ` · ${say.term("kind", kind)}` : "",
      ),
      make("h2", { className: "text" }, store.name(e)),
    ];
    if (entities.aliases[e])
      out.push(
        make(
          "ul",
          { className: "names", "aria-label": say("aliases") },
          entities.aliases[e].map((alias) => make("li", {}, text(alias))),
        ),
      );
    out.push(
      make(
        "div",
        { className: "actions" },
        make("button", { type: "button", onclick: () => actions.open(e) }, say("open")),
        make("button", { type: "button", onclick: () => actions.grow(e) }, say("expand")),
        copyButton(say("copyLink"), () => actions.address(e)),
      ),
    );
    const rows = [];
    if (facts.code) rows.push([say("code"), text(String(facts.code))]);
    if (facts.level) rows.push([say("level"), text(say.term("level", String(facts.level)))]);
    if (facts.parent) {
      const parent = store.find(String(facts.parent));
      rows.push([say("parent"), parent >= 0 ? link(parent) : text(String(facts.parent))]);
    }
    if (facts.renamed) rows.push([say("renamed"), text(String(facts.renamed))]);
    if (facts.longitude && facts.latitude) rows.push([say("coordinates"), `${facts.longitude}, ${facts.latitude}`]);
    for (const each of claims.dates(e, pass))
      rows.push([say("date"), make("span", {}, each.date, " ", proofLink(each.statements))]);
    rows.push([say("id"), text(entities.id[e])]);
    if (entities.mentions[e]) rows.push([say("mentions"), String(entities.mentions[e])]);
    out.push(
      make(
        "dl",
        { className: "facts" },
        rows.flatMap(([term, value]) => [make("dt", {}, term), make("dd", {}, value)]),
      ),
    );

    for (const each of claims.conflicts(e)) out.push(flag(each));

    const posts = claims.posts(e, pass);
    if (posts.length) {
      out.push(
        section(
          say(store.subject[posts[0].statements[0]] === e ? "posts" : "people"),
          ...list("timeline", posts, (post) =>
            make(
              "li",
              { className: post.former ? "hollow" : "" },
              make("time", {}, span(post)),
              text(say.term("title", post.title)),
              post.title ? " · " : "",
              link(post.who),
              post.former ? ` (${say("former")})` : "",
              " ",
              proofLink(post.statements),
            ),
          ),
        ),
      );
    }
    const cycle = claims.cycle(e, pass);
    if (cycle.length) {
      out.push(
        section(
          say("cycle"),
          ...list("timeline", cycle, (step) =>
            make(
              "li",
              { className: step.expected ? "hollow" : "" },
              make("time", {}, step.date),
              say.term("stage", step.stage),
              step.expected ? ` (${say("expected")})` : "",
              " ",
              proofLink(step.statements),
            ),
          ),
        ),
      );
    }
    const numbers = claims.numbers(e, pass);
    if (numbers.length) {
      const lines = numbers.flatMap((group) => group.rows.map((row) => [group, row]));
      const line = ([group, row]) =>
        make(
          "tr",
          {},
          make("td", {}, text(group.indicator), row.expected ? ` (${say("expected")})` : ""),
          make(
            "td",
            { className: "number", title: `${row.value} ${group.unit}` },
            text(amount(row.value, group.unit, say.language())),
          ),
          make("td", {}, row.period || row.first, " ", proofLink(row.statements)),
        );
      const body = make("tbody", {}, lines.slice(0, MOST_ROWS).map(line));
      const head = make(
        "thead",
        {},
        make(
          "tr",
          {},
          ["indicator", "value", "period"].map((key) => make("th", { scope: "col" }, say(key))),
        ),
      );
      const more =
        lines.length > MOST_ROWS
          ? make(
              "button",
              {
                type: "button",
                onclick: (event) => {
                  body.append(...lines.slice(MOST_ROWS, 500).map(line));
                  event.target.remove();
                },
              },
              `${say("more")} (${lines.length - MOST_ROWS})`,
            )
          : null;
      out.push(
        section(
          say("numbers"),
          ...numbers
            .slice(0, 4)
            .map((group) => {
              const bars = chart(group);
              return (
                bars &&
                make(
                  "div",
                  {},
                  make("small", { className: "text" }, [group.indicator, group.unit].filter(Boolean).join(" / ")),
                  bars,
                )
              );
            })
            .filter(Boolean),
          make("table", {}, head, body),
          more || "",
        ),
      );
    }
    for (const group of claims.neighbours(e, pass)) {
      if (group.predicate === "holdsPost") continue;
      out.push(
        section(
          `${say.of(group.forward ? "forward_of" : "backward_of", group.predicate)} (${group.entries.length})`,
          ...list("near", group.entries, (each) => {
            const role = store.qualifier(each.statements[0]).role;
            return make(
              "li",
              {},
              glyph(look(each.entity)),
              make("span", {}, link(each.entity), role ? make("small", {}, " " + say.term("role", role)) : "", " "),
              make("span", { className: "when" }, each.first, " ", proofLink(each.statements)),
            );
          }),
        ),
      );
    }
    const docs = entities.docs[e];
    if (docs.length) {
      const { title, id, published } = store.data.documents;
      out.push(
        section(
          `${say("documents")} (${docs.length})`,
          ...list("near", docs, (doc) =>
            make("li", {}, text(title[doc] || id[doc]), make("span", { className: "when" }, published[doc])),
          ),
        ),
      );
    }
    return out;
  }

  function flag(conflict) {
    const kind = { post: "conflictPost", amount: "conflictAmount", date: "conflictDate" }[conflict.kind];
    const what = conflict.kind === "date" ? say.term("stage", conflict.what) : conflict.what;
    return make(
      "p",
      { className: "flag" },
      "⚠ ",
      make("strong", {}, say("conflicts")),
      ` · ${say(kind)}: `,
      text(what),
      " ",
      proofLink(conflict.statements),
    );
  }

  function quote(proof) {
    const parts = [],
      bounds = new Set([0, proof.text.length]);
    proof.marks.forEach((at) => bounds.add(Math.min(at, proof.text.length)));
    const order = [...bounds].sort((a, b) => a - b);
    for (let at = 0; at + 1 < order.length; at++) {
      const piece = proof.text.slice(order[at], order[at + 1]);
      const role = ["subject", "object", "trigger"].find(
        (_, row) => proof.marks[row * 2] <= order[at] && order[at + 1] <= proof.marks[row * 2 + 1],
      );
      parts.push(role ? make("mark", { className: role, title: say(role) }, piece) : piece);
    }
    return make("blockquote", { className: "text", lang: "zh-CN" }, parts);
  }

  function sentenceOf(s) {
    const { title, role, stage, indicator, unit = "", period, expected, end } = store.qualifier(s);
    const extra = [
      title && say.term("title", title),
      role && say.term("role", role),
      stage && say.term("stage", stage),
      indicator,
      period,
      expected && say("expected"),
      end && say("former"),
    ]
      .filter(Boolean)
      .join(" · ");
    const value = store.value(s);
    const target =
      store.object[s] >= 0
        ? link(store.object[s])
        : text(
            typeof value === "number" || Array.isArray(value)
              ? amount(value, unit, say.language())
              : store.predicateName(s) === "observed"
                ? `${value} ${unit}`
                : String(value),
          );
    return make(
      "p",
      { className: "said" },
      link(store.subject[s]),
      ` — ${say.of("forward_of", store.predicateName(s))}`,
      extra ? text(` (${extra})`) : "",
      " → ",
      target,
    );
  }

  function showStatements(statements) {
    const out = [];
    const ends = (s) => [store.subject[s], store.object[s]].filter((e) => e >= 0);
    const common = statements
      .slice(1)
      .reduce((kept, s) => kept.filter((e) => ends(s).includes(e)), statements.length ? ends(statements[0]) : []);
    if (common.length) out.push(make("h2", { className: "text" }, common.map(store.name).join(" — ")));
    out.push(
      make(
        "p",
        { className: "key" },
        ["subject", "object", "trigger"].map((role) => make("mark", { className: role }, say(role))),
      ),
    );
    const row = (s) => {
      const proofs = store.evidenceOf(s),
        reported = store.qualifier(s).reported,
        date = store.qualifier(s).date;
      return make(
        "li",
        { className: "claim" },
        sentenceOf(s),
        make(
          "p",
          { className: "meta" },
          date ? `${say("date")} ${date} · ` : "",
          reported ? `${say("reported")} ${reported} · ` : "",
          `${say("confidence")} ${(store.sure[s] / 100).toFixed(2)} `,
          make("meter", { min: 0, max: 1, value: store.sure[s] / 100, "aria-label": say("confidence") }),
        ),
        claims.conflictsOf(s).map(flag),
        proofs.length
          ? proofs.map((proof) =>
              make(
                "div",
                {},
                quote(proof),
                make(
                  "p",
                  { className: "meta" },
                  text(proof.headline ? `《${proof.headline}》 ` : ""),
                  [proof.publisher, proof.published].filter(Boolean).join(" "),
                  make("br"),
                  text(`${proof.document}:${proof.start}–${proof.start + [...proof.text].length}`),
                  ` · ${say("rule")} `,
                  text(proof.rule),
                ),
                make(
                  "div",
                  { className: "actions" },
                  copyButton(say("cite"), () => claims.cite(proof)),
                  copyButton(say("copyLink"), () => actions.addressOf(s)),
                ),
              ),
            )
          : make("p", { className: "quiet" }, say("noEvidence")),
      );
    };
    return [...out, ...list("claims", statements, row)];
  }

  function showView(view) {
    const out = [
      make("p", {}, say("welcome")),
      make(
        "dl",
        { className: "facts" },
        [
          ["entities", store.size],
          ["statements", store.claims],
          ["files", store.data.documents.id.length],
        ].flatMap(([key, count]) => [make("dt", {}, say(key)), make("dd", {}, count.toLocaleString())]),
      ),
    ];
    if (store.data.left_out)
      out.push(make("p", { className: "flag", id: "leftOut" }, say("leftOut", { n: store.data.left_out.toLocaleString() })));
    types.forEach((type, at) => {
      const here = view.nodes.filter((e) => entities.type[e] === at);
      if (here.length)
        out.push(
          section(
            `${say.of("names", type)} · ${say("inView")} (${here.length})`,
            ...list("near", here, (e) =>
              make("li", {}, glyph(looks[at]), link(e), make("span", { className: "when" }, String(store.degree(e)))),
            ),
          ),
        );
    });
    return out;
  }

  return {
    entity: (e, pass) => {
      element.replaceChildren(...showEntity(e, pass));
      element.scrollTop = 0;
    },
    statements: (list) => {
      element.replaceChildren(...showStatements(list));
      element.scrollTop = 0;
    },
    view: (view) => {
      element.replaceChildren(...showView(view));
      element.scrollTop = 0;
    },
  };
}
