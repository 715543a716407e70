// The page at work: what is shown follows from the address after `#`, so that back, forward and a copied link are one mechanism.

const MOST_NEAR = 60, MOST_READ = 40, MOST_GROWN = 25, FIRST_VIEW = 110, FIRST_VIEW_NARROW = 40;
const $ = (id) => document.getElementById(id);
const say = words();
const first = JSON.parse($("first-data").textContent);
const store = openStore(JSON.parse($("graph-data").textContent));
say.learn(store.data.terms);
const claims = openClaims(store);
const { entities, types, predicates } = store.data;

const blank = () => ({ focus: -1, grown: [], node: -1, pair: null, claims: [], offTypes: new Set(), offPredicates: new Set(), place: -1, document: -1, from: null, to: null, sure: 0, communities: false });
let state = blank(), view = { nodes: [], pairs: [], at: new Map(), focus: -1 }, inside = null, search = null, colored = false, panelDue = 0;

// ── address ───────────────────────────────────────────────────────────────────────────────────────────────────────────────
function encode(each) {
  const out = new URLSearchParams();
  if (each.focus >= 0) out.set("n", entities.id[each.focus]);
  for (const e of each.grown) out.append("x", entities.id[e]);
  for (const s of each.claims) out.append("s", store.data.statements.id[s]);
  if (!each.claims.length && each.pair) { out.append("pair", entities.id[each.pair[0]]); out.append("pair", entities.id[each.pair[1]]); }
  else if (!each.claims.length && each.node >= 0 && each.node !== each.focus) out.set("e", entities.id[each.node]);
  if (each.offTypes.size) out.set("without", [...each.offTypes].sort().join(","));
  if (each.offPredicates.size) out.set("no", [...each.offPredicates].sort().join(","));
  if (each.place >= 0) out.set("place", entities.id[each.place]);
  if (each.document >= 0) out.set("doc", store.data.documents.id[each.document]);
  if (each.from !== null) out.set("from", monthText(each.from));
  if (each.to !== null) out.set("to", monthText(each.to));
  if (each.sure) out.set("sure", each.sure);
  if (each.communities) out.set("groups", "1");
  return out.toString().replace(/%2F/g, "/").replace(/%2C/g, ",");
}

function decode(hash) {
  const given = new URLSearchParams(hash.replace(/^#/, "")), each = blank();
  const row = (id) => (id ? store.find(id) : -1);
  each.focus = row(given.get("n"));
  each.grown = given.getAll("x").map(row).filter((e) => e >= 0);
  each.node = given.has("e") ? row(given.get("e")) : each.focus;
  each.claims = given.getAll("s").map((id) => store.findStatement(id.replace(/^statement\//, ""))).filter((s) => s >= 0);
  const pair = given.getAll("pair").map(row);
  if (pair.length === 2 && pair.every((e) => e >= 0)) each.pair = pair;
  for (const type of (given.get("without") || "").split(",")) if (types.includes(type)) each.offTypes.add(type);
  for (const name of (given.get("no") || "").split(",")) if (predicates.includes(name)) each.offPredicates.add(name);
  each.place = row(given.get("place"));
  each.document = given.has("doc") ? store.data.documents.id.indexOf(given.get("doc")) : -1;
  each.from = given.has("from") ? months(given.get("from"))[0] : null;
  each.to = given.has("to") ? months(given.get("to"))[1] : null;
  each.sure = Math.max(0, Math.min(100, Number(given.get("sure")) || 0));
  each.communities = given.get("groups") === "1";
  return each;
}
const monthText = (month) => `${String(Math.floor(month / 12)).padStart(4, "0")}-${String((month % 12) + 1).padStart(2, "0")}`;
const address = (each) => location.href.replace(/#.*$/, "") + "#" + encode(each);

// In a notebook's frame the address is not the page's own; then the page keeps its steps itself.
let framed = false;
const past = [], ahead = [];
function record(hash, replace) {
  if (!framed) {
    try { history[replace ? "replaceState" : "pushState"](null, "", hash); return; } catch { framed = true; }
  }
  if (!replace) { past.push(encode(state)); ahead.length = 0; }
}
function step(way) {
  if (!framed) { history.go(way); return; }
  const [from, to] = way < 0 ? [past, ahead] : [ahead, past];
  if (from.length) { to.push(encode(state)); apply(decode(from.pop())); }
}

/** Go to a state as a new step of the history; `replace` stays on the present step. */
function go(change, { replace = false } = {}) {
  const next = { ...state, ...change };
  if (replace || encode(next) !== encode(state)) record("#" + encode(next), replace);
  apply(next);
}

// ── filters ───────────────────────────────────────────────────────────────────────────────────────────────────────────────
function filtered() {
  return state.offTypes.size || state.offPredicates.size || state.place >= 0 || state.document >= 0 || state.from !== null || state.to !== null || state.sure;
}
function entityPasses(e) {
  return !(state.offTypes.size && state.offTypes.has(store.type(e))) && !(inside && !inside[e]);
}
function statementPasses(s) {
  if (store.sure[s] < state.sure) return false;
  if (state.offPredicates.size && state.offPredicates.has(store.predicateName(s))) return false;
  if (state.from !== null && store.late[s] < state.from) return false;
  if (state.to !== null && (store.early[s] > state.to || store.early[s] < 0)) return false;
  return state.document < 0 || store.saidIn(s, state.document);
}

// ── views ─────────────────────────────────────────────────────────────────────────────────────────────────────────────────
function strongestNear(e, most, taken) {
  const score = new Map();
  for (const s of store.statementsOf(e)) {
    const other = store.object[s] < 0 ? -1 : store.other(s, e);
    if (other < 0 || other === e || taken.has(other) || !entityPasses(other) || !statementPasses(s)) continue;
    score.set(other, (score.get(other) || 0) + (store.sure[s] / 100) * store.data.weights[store.predicate[s]]);
  }
  const found = [...score].map(([other, sum]) => [other, sum + Math.log1p(store.weight[other])]).sort((a, b) => b[1] - a[1] || a[0] - b[0]).map(([other]) => other);
  return { found: found.slice(0, most), all: found.length };
}

const narrow = () => $("picture").clientWidth < 520;
function heaviest() {
  const sum = store.weigh(statementPasses), rows = [];
  for (let e = 0; e < store.size; e++) if (sum[e] > 0 && entityPasses(e)) rows.push(e);
  rows.sort((a, b) => sum[b] - sum[a] || a - b);
  return rows.slice(0, narrow() ? FIRST_VIEW_NARROW : FIRST_VIEW);
}

function pairsAmong(nodes) {
  const here = new Set(nodes), pairs = new Map();
  for (const e of nodes) {
    for (const s of store.statementsOf(e)) {
      const other = store.object[s];
      if (store.subject[s] !== e || other < 0 || other === e || !here.has(other) || !statementPasses(s)) continue;
      const [a, b] = e < other ? [e, other] : [other, e], key = `${a}-${b}`;
      if (!pairs.has(key)) pairs.set(key, { key, a, b, count: 0, to: false, from: false, predicates: new Set() });
      const pair = pairs.get(key);
      pair.count++; pair.predicates.add(store.predicateName(s));
      if (store.predicateName(s) !== "cooperatesWith") pair[e === a ? "to" : "from"] = true;
    }
  }
  return [...pairs.values()].map((pair) => ({ ...pair, label: () => [...pair.predicates].map((name) => say.of("forward_of", name)).join(" · ") }));
}

function compose() {
  const before = view, at = new Map();
  let nodes = [], held = false, cut = null;
  if (state.focus >= 0) {
    const { found, all } = strongestNear(state.focus, MOST_NEAR, new Set());
    nodes = [state.focus, ...found];
    if (all > found.length) cut = { n: found.length, all };
  } else if (!filtered() && narrow()) nodes = first.nodes.slice(0, FIRST_VIEW_NARROW).map((node) => node.id);
  else if (!filtered()) {
    nodes = first.nodes.map((node) => node.id);
    first.nodes.forEach((node) => at.set(node.id, { x: node.x, y: node.y }));
    held = true;
  } else nodes = heaviest();
  const taken = new Set(nodes);
  for (const e of state.grown) {
    if (!taken.has(e)) { taken.add(e); nodes.push(e); }
    for (const other of strongestNear(e, MOST_GROWN, taken).found) { taken.add(other); nodes.push(other); }
  }
  const pairs = pairsAmong(nodes);
  if (state.focus < 0 && !held) { // what stands alone tells nothing
    const linked = new Set(pairs.flatMap((pair) => [pair.a, pair.b]));
    if (linked.size) nodes = nodes.filter((e) => linked.has(e));
  }
  const growing = state.grown.length && before.focus === state.focus;
  const boxes = nodes.map((e) => {
    const known = at.get(e) || (growing && before.at.get(e));
    const box = labelBox(foldLabel(store.name(e)), nodeSize(store.weight[e]));
    return known ? { ...box, x: known.x, y: known.y, held: true } : box;
  });
  if (boxes.some((box) => box.held)) nodes.forEach((e, i) => { // newcomers start beside what they belong to
    if (boxes[i].held) return;
    const pair = pairs.find((each) => (each.a === e && boxes[nodes.indexOf(each.b)].held) || (each.b === e && boxes[nodes.indexOf(each.a)].held));
    const anchor = pair && boxes[nodes.indexOf(pair.a === e ? pair.b : pair.a)];
    if (anchor) { boxes[i].x = anchor.x + 90 * Math.cos(i * 2.4); boxes[i].y = anchor.y + 90 * Math.sin(i * 2.4); }
  });
  if (!held || nodes.length > at.size) {
    const place = new Map(nodes.map((e, i) => [e, i]));
    arrange(boxes, pairs.map((pair) => [place.get(pair.a), place.get(pair.b)]), boxes.some((box) => box.held) ? 60 : 140);
  }
  nodes.forEach((e, i) => at.set(e, { x: boxes[i].x, y: boxes[i].y }));
  return { nodes, pairs, at, focus: state.focus, cut };
}

// ── showing ───────────────────────────────────────────────────────────────────────────────────────────────────────────────
const actions = {
  open: (e) => go({ focus: e, grown: [], node: e, pair: null, claims: [] }),
  grow: (e) => go({ grown: state.grown.includes(e) ? state.grown : [...state.grown, e], node: e, pair: null, claims: [] }),
  read: (statements) => go({ claims: inTime(statements).slice(0, MOST_READ), pair: null }),
  address: (e) => address({ ...blank(), focus: e, node: e }),
  addressOf: (s) => address({ ...blank(), focus: store.subject[s], claims: [s] }),
};
const panel = openPanel($("panel"), store, claims, say, actions);
const picture = openPicture($("picture"), first, store, say, {
  touch: (e) => { panel.entity(e, statementPasses); picture.pick(e, ""); },
  open: actions.open,
  grow: actions.grow,
  pair: (pair) => go({ pair: [pair.a, pair.b], claims: [] }),
  nothing: () => go({ node: -1, pair: null, claims: [] }),
});

const inTime = (statements) => [...statements].sort((one, two) => claims.said(one).localeCompare(claims.said(two)) || one - two);
function statementsBetween(a, b) {
  const rarer = store.degree(a) < store.degree(b) ? a : b, other = rarer === a ? b : a;
  const between = [...store.statementsOf(rarer)].filter((s) => store.object[s] >= 0 && store.other(s, rarer) === other && statementPasses(s));
  return inTime(between);
}
function selected() {
  if (state.claims.length) return state.claims;
  if (state.pair) return statementsBetween(...state.pair);
  if (state.node >= 0) return [...store.statementsOf(state.node)].filter(statementPasses);
  const here = new Set(view.nodes), found = new Set();
  for (const e of view.nodes) for (const s of store.statementsOf(e)) if (store.subject[s] === e && (store.object[s] < 0 || here.has(store.object[s])) && statementPasses(s)) found.add(s);
  return [...found];
}

function showPanel() {
  if (state.claims.length) panel.statements(state.claims);
  else if (state.pair) panel.statements(statementsBetween(...state.pair));
  else if (state.node >= 0) panel.entity(state.node, statementPasses);
  else panel.view(view);
}

function apply(next) {
  const shape = (each) => encode({ ...each, node: -1, pair: null, claims: [], communities: false });
  const changed = !view.nodes.length || shape(next) !== shape(state), growing = next.grown.length > state.grown.length && next.focus === state.focus;
  const movedPlace = next.place !== state.place;
  state = next;
  if (movedPlace) inside = state.place >= 0 ? store.within(state.place) : null;
  if (changed) view = compose();
  const colors = changed || state.communities !== colored ? findGroups() : null;
  if (changed) picture.show(view, { fit: !growing || state.focus < 0, colors });
  else if (state.communities !== colored) picture.color(colors);
  colored = state.communities;
  const [s = -1] = state.claims;
  const pair = s >= 0 && store.object[s] >= 0 ? [store.subject[s], store.object[s]] : state.pair;
  picture.pick(state.node, pair ? `${Math.min(...pair)}-${Math.max(...pair)}` : "");
  clearTimeout(panelDue);
  panelDue = setTimeout(showPanel); // a step of its own, so that the picture need not wait
  syncControls();
}

/** The community of each entity in view, with their legend; null where they are not wanted. */
function findGroups() {
  const list = $("groups");
  list.hidden = !state.communities;
  if (!state.communities) return null;
  const place = new Map(view.nodes.map((e, i) => [e, i]));
  const group = findCommunities(view.nodes.length, view.pairs.map((pair) => [place.get(pair.a), place.get(pair.b), pair.count]));
  const groups = new Map(view.nodes.map((e, i) => [e, group[i]])), heads = new Map(), sizes = new Map();
  for (const e of view.nodes) {
    const each = groups.get(e);
    sizes.set(each, (sizes.get(each) || 0) + 1);
    if (!heads.has(each) || store.weight[e] > store.weight[heads.get(each)]) heads.set(each, e);
  }
  list.replaceChildren(...[...heads].filter(([each]) => each < COMMUNITY_COLORS.length && sizes.get(each) > 1).sort((a, b) => a[0] - b[0])
    .map(([each, e]) => make("li", {}, glyph(["", "dot"], COMMUNITY_COLORS[each]), make("span", { className: "text" }, store.name(e)), make("span", { className: "count" }, String(sizes.get(each))))));
  return groups;
}

// ── controls ──────────────────────────────────────────────────────────────────────────────────────────────────────────────
function toggleRow(set, name, label, mark, count) {
  const box = make("input", { type: "checkbox", value: name, id: `${set}-${name}`, onchange: () => {
    const off = new Set(state[set]);
    if (box.checked) off.delete(name); else off.add(name);
    go({ [set]: off }, { replace: true });
  } });
  return make("div", { className: "row" }, box, make("label", { htmlFor: box.id }, mark, make("span", {}, label)), make("span", { className: "count" }, count.toLocaleString()));
}

function fillControls() {
  const perType = new Array(types.length).fill(0), perPredicate = new Array(predicates.length).fill(0);
  for (const type of entities.type) perType[type]++;
  for (const p of store.predicate) perPredicate[p]++;
  const legend = (id, word) => make("legend", { className: id === "predicates" ? "unseen" : "" }, say(word));
  $("types").replaceChildren(legend("types", "types"), ...types.map((type, at) => toggleRow("offTypes", type, say.of("names", type), glyph(store.data.looks[at]), perType[at])));
  $("predicates").replaceChildren(legend("predicates", "predicates"), ...predicates.map((name, at) => toggleRow("offPredicates", name, say.of("forward_of", name), "", perPredicate[at])));
  const containers = new Map();
  for (let s = 0; s < store.claims; s++) if (store.object[s] >= 0 && store.predicateName(s) === "locatedIn") containers.set(store.object[s], (containers.get(store.object[s]) || 0) + 1);
  const places = [...containers].sort((a, b) => b[1] - a[1] || a[0] - b[0]).slice(0, 300).map(([e]) => make("option", { value: store.name(e) }));
  $("places").replaceChildren(...places);
  const { id, title, published } = store.data.documents;
  $("documents").replaceChildren(...id.slice(0, 400).map((each, at) => make("option", { value: each }, [published[at], title[at]].filter(Boolean).join(" "))));
  for (const key of ["from", "to"]) { $(key).min = store.firstMonth; $(key).max = store.lastMonth; }
  $("keys").replaceChildren(...[["/", "keySearch"], ["↑ ↓ ← →", "keyMove"], ["Enter", "keyOpen"], ["E", "keyExpand"], ["[ ]", "keyBack"], ["+ − 0", "keyZoom"], ["Esc", "keyClose"], ["?", "keyHelp"]]
    .flatMap(([key, word]) => [make("dt", {}, make("kbd", {}, key)), make("dd", {}, say(word))]));
  $("language").textContent = say("otherLanguage");
}

function syncControls() {
  for (const box of document.querySelectorAll("#types input")) box.checked = !state.offTypes.has(box.value);
  for (const box of document.querySelectorAll("#predicates input")) box.checked = !state.offPredicates.has(box.value);
  $("communities").checked = state.communities;
  if (document.activeElement !== $("place")) $("place").value = state.place >= 0 ? store.name(state.place) : "";
  if (document.activeElement !== $("document")) $("document").value = state.document >= 0 ? store.data.documents.id[state.document] : "";
  $("from").value = state.from ?? store.firstMonth; $("to").value = state.to ?? store.lastMonth; $("confidence").value = state.sure;
  $("span").textContent = state.from === null && state.to === null ? say("anyTime") : `${monthText(Number($("from").value))} – ${monthText(Number($("to").value))}`;
  const share = (key) => `${(100 * (Number($(key).value) - store.firstMonth)) / (store.lastMonth - store.firstMonth || 1)}%`;
  $("from").parentElement.style.setProperty("--low", share("from"));
  $("from").parentElement.style.setProperty("--high", share("to"));
  for (const key of ["from", "to"]) $(key).setAttribute("aria-valuetext", monthText(Number($(key).value)));
  $("sure").textContent = (state.sure / 100).toFixed(2);
  $("reset").disabled = !filtered();
  $("status").textContent = view.nodes.length ? say("shown", { n: view.nodes.length, m: view.pairs.length, all: store.size.toLocaleString() }) + (view.cut ? " · " + say("atMost", view.cut) : "") : say("nothing");
}

let soon = 0;
function later(change) { // while a slider moves, one change a frame is enough
  cancelAnimationFrame(soon);
  soon = requestAnimationFrame(() => go(change(), { replace: true }));
}

function wireControls() {
  const span = () => {
    const low = Math.min(Number($("from").value), Number($("to").value)), high = Math.max(Number($("from").value), Number($("to").value));
    return { from: low <= store.firstMonth ? null : low, to: high >= store.lastMonth ? null : high };
  };
  $("from").oninput = $("to").oninput = () => later(span);
  $("confidence").oninput = () => later(() => ({ sure: Number($("confidence").value) }));
  $("communities").onchange = () => go({ communities: $("communities").checked }, { replace: true });
  $("place").onchange = () => {
    const typed = $("place").value.trim();
    const found = typed ? (search ||= openSearch(store))(typed).find(({ entity }) => store.type(entity) === "Place") : null;
    go({ place: found ? found.entity : -1 }, { replace: true });
    $("place").value = found ? store.name(found.entity) : "";
  };
  $("document").onchange = () => {
    const typed = $("document").value.trim(), { id, title } = store.data.documents;
    const at = id.indexOf(typed), byTitle = typed ? title.findIndex((each) => each.includes(typed)) : -1;
    go({ document: at >= 0 ? at : byTitle }, { replace: true });
  };
  $("reset").onclick = () => go({ ...blank(), focus: state.focus, grown: state.grown, node: state.node, communities: state.communities });
  $("home").onclick = () => go({ ...blank(), communities: state.communities });
  $("back").onclick = () => step(-1);
  $("forward").onclick = () => step(1);
  $("sieve").onclick = () => $("sieve").setAttribute("aria-expanded", String($("filters").classList.toggle("open")));
  $("png").onclick = async () => save("graph.png", await picture.png(state.focus >= 0 ? store.name(state.focus) : say("title")));
  $("csv").onclick = () => save("selection.csv", new Blob([claims.csv(selected())], { type: "text/csv;charset=utf-8" }));
  $("paper").onclick = () => print();
  $("in").onclick = () => picture.zoom(1.3);
  $("out").onclick = () => picture.zoom(1 / 1.3);
  $("fit").onclick = () => picture.fit();
  $("ask").onclick = () => $("help").showModal();
  $("gotIt").onclick = () => $("help").close();
  $("language").onclick = () => { say.use(say.language() === "zh" ? "en" : "zh"); fillControls(); apply(state); };
  $("theme").onclick = () => setTheme(document.documentElement.dataset.theme === "dark" ? "light" : "dark");
  window.addEventListener("popstate", () => apply(decode(location.hash)));
  window.addEventListener("hashchange", () => { if (encode(decode(location.hash)) !== encode(state)) apply(decode(location.hash)); });
  let shown = "";
  window.addEventListener("beforeprint", () => { shown = document.documentElement.dataset.theme; setTheme("light"); });
  window.addEventListener("afterprint", () => setTheme(shown));
}

function setTheme(name) {
  document.documentElement.dataset.theme = name;
  $("theme").setAttribute("aria-pressed", String(name === "dark"));
  picture.restyle();
}

// ── search ────────────────────────────────────────────────────────────────────────────────────────────────────────────────
function wireSearch() {
  const box = $("query"), list = $("results");
  let hits = [], at = -1;
  const close = () => { list.hidden = true; box.setAttribute("aria-expanded", "false"); box.removeAttribute("aria-activedescendant"); at = -1; };
  const mark = (next) => {
    at = next;
    [...list.children].forEach((item, row) => item.setAttribute("aria-selected", String(row === at)));
    if (at >= 0) { box.setAttribute("aria-activedescendant", `hit-${at}`); list.children[at].scrollIntoView({ block: "nearest" }); }
  };
  const choose = (row) => { if (!hits[row]) return; close(); box.value = ""; actions.open(hits[row].entity); };
  box.oninput = () => {
    search ||= openSearch(store);
    const found = search(box.value);
    hits = found.slice(0, MOST_HITS);
    list.replaceChildren(...hits.map(({ entity, via }, row) => make("li", { id: `hit-${row}`, role: "option", "aria-selected": "false", onpointerdown: (event) => { event.preventDefault(); choose(row); } },
      glyph(store.data.looks[entities.type[entity]]), make("span", { className: "text" }, store.name(entity)), make("small", { className: "text" }, via || say.of("names", store.type(entity))))));
    if (!hits.length && box.value.trim()) list.replaceChildren(make("li", { role: "option", "aria-selected": "false", "aria-disabled": "true" }, say("nothing")));
    list.hidden = !box.value.trim();
    box.setAttribute("aria-expanded", String(!list.hidden));
    $("status").textContent = say("hits", { n: found.length });
    mark(hits.length && !list.hidden ? 0 : -1);
  };
  box.onkeydown = (event) => {
    if (event.isComposing) return;
    if (event.key === "ArrowDown") { event.preventDefault(); mark(Math.min(hits.length - 1, at + 1)); }
    else if (event.key === "ArrowUp") { event.preventDefault(); mark(Math.max(0, at - 1)); }
    else if (event.key === "Enter") choose(Math.max(0, at));
    else if (event.key === "Escape") { box.value = ""; close(); $("picture").focus(); }
  };
  box.onblur = () => setTimeout(close, 150);
}

function wireKeys() {
  document.addEventListener("keydown", (event) => {
    if (event.target.closest("input, textarea, dialog") || event.ctrlKey || event.metaKey || event.altKey) return;
    const act = { "/": () => $("query").focus(), "?": () => $("help").showModal(), "[": () => step(-1), "]": () => step(1), Escape: () => go({ node: -1, pair: null, claims: [] }) }[event.key];
    if (act) { event.preventDefault(); act(); }
  });
  $("picture").addEventListener("keydown", (event) => {
    const arrow = { ArrowUp: [0, -1], ArrowDown: [0, 1], ArrowLeft: [-1, 0], ArrowRight: [1, 0] }[event.key];
    const act = arrow ? () => {
      const e = picture.beside(state.node, arrow);
      if (e >= 0) { go({ node: e, pair: null, claims: [] }, { replace: true }); picture.reveal(e); }
    } : { Enter: () => state.node >= 0 && actions.open(state.node), e: () => state.node >= 0 && actions.grow(state.node), "+": () => picture.zoom(1.3), "=": () => picture.zoom(1.3), "-": () => picture.zoom(1 / 1.3), 0: () => picture.fit() }[event.key];
    if (act) { event.preventDefault(); act(); }
  });
}

say.use(say.language());
fillControls();
wireControls();
wireSearch();
wireKeys();
setTheme(matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light");
apply(decode(location.hash || first.view));
new ResizeObserver(() => { if (state.focus < 0 || !state.grown.length) picture.fit(); }).observe($("picture"));
// For tests, and for people at the console.
requestAnimationFrame(() => requestAnimationFrame(() => { document.documentElement.dataset.ready = "true"; })); // drawn once
window.kgExplorer = { store, picture, state: () => ({ ...state }), view: () => view };
