// Everything that can be clicked, typed or pressed around the picture, and what it changes in the state.

const search = openSearch(store);

function toggleRow(set, name, label, mark, count) {
  const box = make("input", {
    type: "checkbox",
    value: name,
    id: `${set}-${name}`,
    onchange: () => {
      const off = new Set(state[set]);
      if (box.checked) off.delete(name);
      else off.add(name);
      go({ [set]: off }, { replace: true });
    },
  });
  return make(
    "div",
    { className: "row" },
    box,
    make("label", { htmlFor: box.id }, mark, make("span", {}, label)),
    make("span", { className: "count" }, count.toLocaleString()),
  );
}

function fillControls() {
  const perType = new Array(types.length).fill(0),
    perPredicate = new Array(predicates.length).fill(0);
  for (const type of entities.type) perType[type]++;
  for (const p of store.predicate) perPredicate[p]++;
  const legend = (id, word) => make("legend", { className: id === "predicates" ? "unseen" : "" }, say(word));
  $("types").replaceChildren(
    legend("types", "types"),
    ...types.map((type, at) => toggleRow("offTypes", type, say.of("names", type), glyph(store.data.looks[at]), perType[at])),
  );
  $("predicates").replaceChildren(
    legend("predicates", "predicates"),
    ...predicates.map((name, at) => toggleRow("offPredicates", name, say.of("forward_of", name), "", perPredicate[at])),
  );
  const containers = new Map();
  for (let s = 0; s < store.claims; s++)
    if (store.object[s] >= 0 && store.predicateName(s) === "locatedIn")
      containers.set(store.object[s], (containers.get(store.object[s]) || 0) + 1);
  const places = [...containers]
    .sort((a, b) => b[1] - a[1] || a[0] - b[0])
    .slice(0, 300)
    .map(([e]) => make("option", { value: store.name(e) }));
  $("places").replaceChildren(...places);
  const { id, title, published } = store.data.documents;
  $("documents").replaceChildren(
    ...id
      .slice(0, 400)
      .map((each, at) => make("option", { value: each }, [published[at], title[at]].filter(Boolean).join(" "))),
  );
  for (const key of ["from", "to"]) {
    $(key).min = store.firstMonth;
    $(key).max = store.lastMonth;
  }
  $("keys").replaceChildren(
    ...[
      ["/", "keySearch"],
      ["↑ ↓ ← →", "keyMove"],
      ["Enter", "keyOpen"],
      ["E", "keyExpand"],
      ["[ ]", "keyBack"],
      ["+ − 0", "keyZoom"],
      ["Esc", "keyClose"],
      ["?", "keyHelp"],
    ].flatMap(([key, word]) => [make("dt", {}, make("kbd", {}, key)), make("dd", {}, say(word))]),
  );
  $("language").textContent = say("otherLanguage");
}

function syncControls() {
  for (const box of document.querySelectorAll("#types input")) box.checked = !state.offTypes.has(box.value);
  for (const box of document.querySelectorAll("#predicates input")) box.checked = !state.offPredicates.has(box.value);
  $("communities").checked = state.communities;
  if (document.activeElement !== $("place")) $("place").value = state.place >= 0 ? store.name(state.place) : "";
  if (document.activeElement !== $("document"))
    $("document").value = state.document >= 0 ? store.data.documents.id[state.document] : "";
  $("from").value = state.from ?? store.firstMonth;
  $("to").value = state.to ?? store.lastMonth;
  $("confidence").value = state.sure;
  $("span").textContent =
    state.from === null && state.to === null
      ? say("anyTime")
      : `${monthText(Number($("from").value))} – ${monthText(Number($("to").value))}`;
  const share = (key) => `${(100 * (Number($(key).value) - store.firstMonth)) / (store.lastMonth - store.firstMonth || 1)}%`;
  $("from").parentElement.style.setProperty("--low", share("from"));
  $("from").parentElement.style.setProperty("--high", share("to"));
  for (const key of ["from", "to"]) $(key).setAttribute("aria-valuetext", monthText(Number($(key).value)));
  $("sure").textContent = (state.sure / 100).toFixed(2);
  $("reset").disabled = !filtered();
  $("status").textContent = view.nodes.length
    ? say("shown", { n: view.nodes.length, m: view.pairs.length, all: store.size.toLocaleString() }) +
      (view.cut ? " · " + say("atMost", view.cut) : "")
    : say("nothing");
}

let soon = 0;
function later(change) {
  // while a slider moves, one change a frame is enough
  cancelAnimationFrame(soon);
  soon = requestAnimationFrame(() => go(change(), { replace: true }));
}

function wireControls() {
  const span = () => {
    const low = Math.min(Number($("from").value), Number($("to").value)),
      high = Math.max(Number($("from").value), Number($("to").value));
    return { from: low <= store.firstMonth ? null : low, to: high >= store.lastMonth ? null : high };
  };
  $("from").oninput = $("to").oninput = () => later(span);
  $("confidence").oninput = () => later(() => ({ sure: Number($("confidence").value) }));
  $("communities").onchange = () => go({ communities: $("communities").checked }, { replace: true });
  $("place").onchange = () => {
    const typed = $("place").value.trim();
    const found = typed ? search(typed).find(({ entity }) => store.type(entity) === "Place") : null;
    go({ place: found ? found.entity : -1 }, { replace: true });
    $("place").value = found ? store.name(found.entity) : "";
  };
  $("document").onchange = () => {
    const typed = $("document").value.trim(),
      { id, title } = store.data.documents;
    const at = id.indexOf(typed),
      byTitle = typed ? title.findIndex((each) => each.includes(typed)) : -1;
    go({ document: at >= 0 ? at : byTitle }, { replace: true });
  };
  $("reset").onclick = () =>
    go({ ...blank(), focus: state.focus, grown: state.grown, node: state.node, communities: state.communities });
  $("home").onclick = () => go({ ...blank(), communities: state.communities });
  $("back").onclick = () => step(-1);
  $("forward").onclick = () => step(1);
  $("sieve").onclick = () => $("sieve").setAttribute("aria-expanded", String($("filters").classList.toggle("open")));
  $("png").onclick = async () =>
    save("graph.png", await picture.png(state.focus >= 0 ? store.name(state.focus) : say("title")));
  $("csv").onclick = () => save("selection.csv", new Blob([claims.csv(selected())], { type: "text/csv;charset=utf-8" }));
  $("paper").onclick = () => print();
  $("in").onclick = () => picture.zoom(1.3);
  $("out").onclick = () => picture.zoom(1 / 1.3);
  $("fit").onclick = () => picture.fit();
  $("ask").onclick = () => $("help").showModal();
  $("gotIt").onclick = () => $("help").close();
  $("language").onclick = () => {
    say.use(say.language() === "zh" ? "en" : "zh");
    fillControls();
    apply(state);
  };
  $("theme").onclick = () => setTheme(document.documentElement.dataset.theme === "dark" ? "light" : "dark");
  window.addEventListener("popstate", () => apply(decode(location.hash)));
  window.addEventListener("hashchange", () => {
    if (encode(decode(location.hash)) !== encode(state)) apply(decode(location.hash));
  });
  let shown = "";
  window.addEventListener("beforeprint", () => {
    shown = document.documentElement.dataset.theme;
    setTheme("light");
  });
  window.addEventListener("afterprint", () => setTheme(shown));
}

function setTheme(name) {
  document.documentElement.dataset.theme = name;
  $("theme").setAttribute("aria-pressed", String(name === "dark"));
  picture.restyle();
}

function wireSearch() {
  const box = $("query"),
    list = $("results");
  let hits = [],
    at = -1;
  const close = () => {
    list.hidden = true;
    box.setAttribute("aria-expanded", "false");
    box.removeAttribute("aria-activedescendant");
    at = -1;
  };
  const mark = (next) => {
    at = next;
    [...list.children].forEach((item, row) => item.setAttribute("aria-selected", String(row === at)));
    if (at >= 0) {
      box.setAttribute("aria-activedescendant", `hit-${at}`);
      list.children[at].scrollIntoView({ block: "nearest" });
    }
  };
  const choose = (row) => {
    if (!hits[row]) return;
    close();
    box.value = "";
    actions.open(hits[row].entity);
  };
  box.oninput = () => {
    const found = search(box.value);
    hits = found.slice(0, MOST_HITS);
    list.replaceChildren(
      ...hits.map(({ entity, via }, row) =>
        make(
          "li",
          {
            id: `hit-${row}`,
            role: "option",
            "aria-selected": "false",
            onpointerdown: (event) => {
              event.preventDefault();
              choose(row);
            },
          },
          glyph(store.data.looks[entities.type[entity]]),
          make("span", { className: "text" }, store.name(entity)),
          make("small", { className: "text" }, via || say.of("names", store.type(entity))),
        ),
      ),
    );
    if (!hits.length && box.value.trim())
      list.replaceChildren(make("li", { role: "option", "aria-selected": "false", "aria-disabled": "true" }, say("nothing")));
    list.hidden = !box.value.trim();
    box.setAttribute("aria-expanded", String(!list.hidden));
    $("status").textContent = say("hits", { n: found.length });
    mark(hits.length && !list.hidden ? 0 : -1);
  };
  box.onkeydown = (event) => {
    if (event.isComposing) return;
    if (event.key === "ArrowDown") {
      event.preventDefault();
      mark(Math.min(hits.length - 1, at + 1));
    } else if (event.key === "ArrowUp") {
      event.preventDefault();
      mark(Math.max(0, at - 1));
    } else if (event.key === "Enter") choose(Math.max(0, at));
    else if (event.key === "Escape") {
      box.value = "";
      close();
      $("picture").focus();
    }
  };
  box.onblur = () => setTimeout(close, 150);
}

function wireKeys() {
  document.addEventListener("keydown", (event) => {
    if (event.target.closest("input, textarea, dialog") || event.ctrlKey || event.metaKey || event.altKey) return;
    const act = {
      "/": () => $("query").focus(),
      "?": () => $("help").showModal(),
      "[": () => step(-1),
      "]": () => step(1),
      Escape: () => go({ node: -1, pair: null, claims: [] }),
    }[event.key];
    if (act) {
      event.preventDefault();
      act();
    }
  });
  $("picture").addEventListener("keydown", (event) => {
    const arrow = { ArrowUp: [0, -1], ArrowDown: [0, 1], ArrowLeft: [-1, 0], ArrowRight: [1, 0] }[event.key];
    const act = arrow
      ? () => {
          const e = picture.beside(state.node, arrow);
          if (e >= 0) {
            go({ node: e, pair: null, claims: [] }, { replace: true });
            picture.reveal(e);
          }
        }
      : {
          Enter: () => state.node >= 0 && actions.open(state.node),
          e: () => state.node >= 0 && actions.grow(state.node),
          "+": () => picture.zoom(1.3),
          "=": () => picture.zoom(1.3),
          "-": () => picture.zoom(1 / 1.3),
          0: () => picture.fit(),
        }[event.key];
    if (act) {
      event.preventDefault();
      act();
    }
  });
}
