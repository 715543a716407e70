// The page at work: panel and picture follow the state; the last lines start it all.

const actions = {
  open: (e) => go({ focus: e, grown: [], node: e, pair: null, claims: [] }),
  grow: (e) => go({ grown: state.grown.includes(e) ? state.grown : [...state.grown, e], node: e, pair: null, claims: [] }),
  read: (statements) => go({ claims: inTime(statements).slice(0, MOST_READ), pair: null }),
  address: (e) => address({ ...blank(), focus: e, node: e }),
  addressOf: (s) => address({ ...blank(), focus: store.subject[s], claims: [s] }),
};
const panel = openPanel($("panel"), store, claims, say, actions);
const picture = openPicture($("picture"), first, store, say, {
  touch: (e) => {
    panel.entity(e, statementPasses);
    picture.pick(e, "");
  },
  open: actions.open,
  grow: actions.grow,
  pair: (pair) => go({ pair: [pair.a, pair.b], claims: [] }),
  nothing: () => go({ node: -1, pair: null, claims: [] }),
});

const inTime = (statements) =>
  [...statements].sort((one, two) => claims.said(one).localeCompare(claims.said(two)) || one - two);
function statementsBetween(a, b) {
  const rarer = store.degree(a) < store.degree(b) ? a : b,
    other = rarer === a ? b : a;
  const between = [...store.statementsOf(rarer)].filter(
    (s) => store.object[s] >= 0 && store.other(s, rarer) === other && statementPasses(s),
  );
  return inTime(between);
}
function selected() {
  if (state.claims.length) return state.claims;
  if (state.pair) return statementsBetween(...state.pair);
  if (state.node >= 0) return [...store.statementsOf(state.node)].filter(statementPasses);
  const here = new Set(view.nodes),
    found = new Set();
  for (const e of view.nodes)
    for (const s of store.statementsOf(e))
      if (store.subject[s] === e && (store.object[s] < 0 || here.has(store.object[s])) && statementPasses(s)) found.add(s);
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
  const changed = !view.nodes.length || shape(next) !== shape(state),
    growing = next.grown.length > state.grown.length && next.focus === state.focus;
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
  const group = findCommunities(
    view.nodes.length,
    view.pairs.map((pair) => [place.get(pair.a), place.get(pair.b), pair.count]),
  );
  const groups = new Map(view.nodes.map((e, i) => [e, group[i]])),
    heads = new Map(),
    sizes = new Map();
  for (const e of view.nodes) {
    const each = groups.get(e);
    sizes.set(each, (sizes.get(each) || 0) + 1);
    if (!heads.has(each) || store.weight[e] > store.weight[heads.get(each)]) heads.set(each, e);
  }
  list.replaceChildren(
    ...[...heads]
      .filter(([each]) => each < COMMUNITY_COLORS.length && sizes.get(each) > 1)
      .sort((a, b) => a[0] - b[0])
      .map(([each, e]) =>
        make(
          "li",
          {},
          glyph(["", "dot"], COMMUNITY_COLORS[each]),
          make("span", { className: "text" }, store.name(e)),
          make("span", { className: "count" }, String(sizes.get(each))),
        ),
      ),
  );
  return groups;
}

say.use(say.language());
fillControls();
wireControls();
wireSearch();
wireKeys();
setTheme(matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light");
apply(decode(location.hash || first.view));
new ResizeObserver(() => {
  if (state.focus < 0 || !state.grown.length) picture.fit();
}).observe($("picture"));
// For tests, and for people at the console.
requestAnimationFrame(() =>
  requestAnimationFrame(() => {
    document.documentElement.dataset.ready = "true";
  }),
); // drawn once
window.kgExplorer = { store, picture, state: () => ({ ...state }), view: () => view };
