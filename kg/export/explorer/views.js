// From the state to a view: which entities pass the filters, which are shown, and where they stand.

function filtered() {
  return (
    state.offTypes.size ||
    state.offPredicates.size ||
    state.place >= 0 ||
    state.document >= 0 ||
    state.from !== null ||
    state.to !== null ||
    state.sure
  );
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

function strongestNear(e, most, taken) {
  const score = new Map();
  for (const s of store.statementsOf(e)) {
    const other = store.object[s] < 0 ? -1 : store.other(s, e);
    if (other < 0 || other === e || taken.has(other) || !entityPasses(other) || !statementPasses(s)) continue;
    score.set(other, (score.get(other) || 0) + (store.sure[s] / 100) * store.data.weights[store.predicate[s]]);
  }
  const found = [...score]
    .map(([other, sum]) => [other, sum + Math.log1p(store.weight[other])])
    .sort((a, b) => b[1] - a[1] || a[0] - b[0])
    .map(([other]) => other);
  return { found: found.slice(0, most), all: found.length };
}

const pictureRatio = () => Math.max(0.7, Math.min(1.6, $("picture").clientWidth / ($("picture").clientHeight || 1)));
const narrow = () => $("picture").clientWidth < 520;
/** The entities of which most is said under the present filters; only so many are kept in order while all are looked at. */
function heaviest() {
  const sum = store.weigh(statementPasses),
    most = narrow() ? FIRST_VIEW_NARROW : FIRST_VIEW,
    best = [];
  for (let e = 0; e < store.size; e++) {
    if (sum[e] <= 0 || (best.length === most && sum[e] <= sum[best[most - 1]]) || !entityPasses(e)) continue;
    let at = best.length;
    while (at > 0 && sum[best[at - 1]] < sum[e]) at--;
    best.splice(at, 0, e);
    best.length = Math.min(best.length, most);
  }
  return best;
}

function pairsAmong(nodes) {
  const here = new Set(nodes),
    pairs = new Map();
  for (const e of nodes) {
    for (const s of store.statementsOf(e)) {
      const other = store.object[s];
      if (store.subject[s] !== e || other < 0 || other === e || !here.has(other) || !statementPasses(s)) continue;
      const [a, b] = e < other ? [e, other] : [other, e],
        key = `${a}-${b}`;
      if (!pairs.has(key)) pairs.set(key, { key, a, b, count: 0, to: false, from: false, predicates: new Set() });
      const pair = pairs.get(key);
      pair.count++;
      pair.predicates.add(store.predicateName(s));
      if (store.predicateName(s) !== "cooperatesWith") pair[e === a ? "to" : "from"] = true;
    }
  }
  return [...pairs.values()].map((pair) => ({
    ...pair,
    label: () => [...pair.predicates].map((name) => say.of("forward_of", name)).join(" · "),
  }));
}

function compose() {
  const before = view,
    at = new Map();
  let nodes = [],
    held = false,
    cut = null;
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
    if (!taken.has(e)) {
      taken.add(e);
      nodes.push(e);
    }
    for (const other of strongestNear(e, MOST_GROWN, taken).found) {
      taken.add(other);
      nodes.push(other);
    }
  }
  const pairs = pairsAmong(nodes);
  if (state.focus < 0 && !held) {
    // what stands alone tells nothing
    const linked = new Set(pairs.flatMap((pair) => [pair.a, pair.b]));
    if (linked.size) nodes = nodes.filter((e) => linked.has(e));
  }
  const growing = state.grown.length && before.focus === state.focus;
  const boxes = nodes.map((e) => {
    const known = at.get(e) || (growing && before.at.get(e));
    const box = labelBox(foldLabel(store.name(e)), nodeSize(store.weight[e]));
    return known ? { ...box, x: known.x, y: known.y, held: true } : box;
  });
  if (boxes.some((box) => box.held))
    nodes.forEach((e, i) => {
      // newcomers start beside what they belong to
      if (boxes[i].held) return;
      const pair = pairs.find(
        (each) => (each.a === e && boxes[nodes.indexOf(each.b)].held) || (each.b === e && boxes[nodes.indexOf(each.a)].held),
      );
      const anchor = pair && boxes[nodes.indexOf(pair.a === e ? pair.b : pair.a)];
      if (anchor) {
        boxes[i].x = anchor.x + 90 * Math.cos(i * 2.4);
        boxes[i].y = anchor.y + 90 * Math.sin(i * 2.4);
      }
    });
  if (!held || nodes.length > at.size) {
    const place = new Map(nodes.map((e, i) => [e, i]));
    arrange(
      boxes,
      pairs.map((pair) => [place.get(pair.a), place.get(pair.b)]),
      { rounds: boxes.some((box) => box.held) ? 60 : 140, wider: pictureRatio() },
    );
  }
  nodes.forEach((e, i) => at.set(e, { x: boxes[i].x, y: boxes[i].y }));
  return { nodes, pairs, at, focus: state.focus, cut };
}
