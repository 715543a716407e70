// What is shown, and the address after `#` that says so: back, forward and a copied link are one mechanism.

const MOST_NEAR = 60,
  MOST_READ = 40,
  MOST_GROWN = 25,
  FIRST_VIEW = 110,
  FIRST_VIEW_NARROW = 40;
const $ = (id) => document.getElementById(id);
const say = words();
const first = JSON.parse($("first-data").textContent);
const store = openStore(JSON.parse($("graph-data").textContent));
say.learn(store.data.terms);
const claims = openClaims(store);
const { entities, types, predicates } = store.data;

const blank = () => ({
  focus: -1,
  grown: [],
  node: -1,
  pair: null,
  claims: [],
  offTypes: new Set(),
  offPredicates: new Set(),
  place: -1,
  document: -1,
  from: null,
  to: null,
  sure: 0,
  communities: false,
});
let state = blank(),
  view = { nodes: [], pairs: [], at: new Map(), focus: -1 },
  inside = null,
  colored = false,
  panelDue = 0;

function encode(each) {
  const out = new URLSearchParams();
  if (each.focus >= 0) out.set("n", entities.id[each.focus]);
  for (const e of each.grown) out.append("x", entities.id[e]);
  for (const s of each.claims) out.append("s", store.data.statements.id[s]);
  if (!each.claims.length && each.pair) {
    out.append("pair", entities.id[each.pair[0]]);
    out.append("pair", entities.id[each.pair[1]]);
  } else if (!each.claims.length && each.node >= 0 && each.node !== each.focus) out.set("e", entities.id[each.node]);
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
  const given = new URLSearchParams(hash.replace(/^#/, "")),
    each = blank();
  const row = (id) => (id ? store.find(id) : -1);
  each.focus = row(given.get("n"));
  each.grown = given
    .getAll("x")
    .map(row)
    .filter((e) => e >= 0);
  each.node = given.has("e") ? row(given.get("e")) : each.focus;
  each.claims = given
    .getAll("s")
    .map((id) => store.findStatement(id.replace(/^statement\//, "")))
    .filter((s) => s >= 0);
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
const past = [],
  ahead = [];
function record(hash, replace) {
  if (!framed) {
    try {
      history[replace ? "replaceState" : "pushState"](null, "", hash);
      return;
    } catch {
      framed = true;
    }
  }
  if (!replace) {
    past.push(encode(state));
    ahead.length = 0;
  }
}
function step(way) {
  if (!framed) {
    history.go(way);
    return;
  }
  const [from, to] = way < 0 ? [past, ahead] : [ahead, past];
  if (from.length) {
    to.push(encode(state));
    apply(decode(from.pop()));
  }
}

/** Go to a state as a new step of the history; `replace` stays on the present step. */
function go(change, { replace = false } = {}) {
  const next = { ...state, ...change };
  if (replace || encode(next) !== encode(state)) record("#" + encode(next), replace);
  apply(next);
}
