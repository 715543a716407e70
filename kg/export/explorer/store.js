// The page's data as typed columns with indexes: who is linked to whom, when, and by which documents.

const NO_TIME = -1;

/** Months since year 0 of an ISO date, its first and last; [NO_TIME, NO_TIME] where it is none. */
function months(iso) {
  const parts = String(iso)
    .split("/")
    .map((part) => /^(\d{4})(?:-(\d{2}))?/.exec(part));
  if (!parts[0]) return [NO_TIME, NO_TIME];
  const last = parts[1] || parts[0];
  return [parts[0][1] * 12 + (parts[0][2] ? parts[0][2] - 1 : 0), last[1] * 12 + (last[2] ? last[2] - 1 : 11)];
}

function openStore(data) {
  const { entities, statements, sentences, evidence, qualifiers, predicates, weights } = data;
  const size = entities.id.length,
    claims = statements.id.length;
  const subject = Int32Array.from(statements.s),
    object = Int32Array.from(statements.o);
  const predicate = Uint8Array.from(statements.p),
    sure = Uint8Array.from(statements.c);
  const dated = predicates.map((name) => name === "milestone" || name === "heldOn");

  const firstEvidence = new Int32Array(claims + 1);
  for (let s = 0; s < claims; s++) firstEvidence[s + 1] = firstEvidence[s] + statements.n[s];

  const qualifierTimes = qualifiers.map((each) => {
    let low = NO_TIME,
      high = NO_TIME;
    for (const key of ["reported", "date"]) {
      if (!each[key]) continue;
      const [from, to] = months(each[key]);
      if (from === NO_TIME) continue;
      low = low === NO_TIME ? from : Math.min(low, from);
      high = Math.max(high, to);
    }
    return [low, high];
  });
  const documentTimes = data.documents.published.map(months);
  const early = new Int32Array(claims),
    late = new Int32Array(claims);
  let firstMonth = Infinity,
    lastMonth = -Infinity;
  for (let s = 0; s < claims; s++) {
    let [low, high] = qualifierTimes[statements.q[s]];
    if (dated[predicate[s]]) {
      const [from, to] = months(statements.v[s]);
      if (from !== NO_TIME) {
        low = low === NO_TIME ? from : Math.min(low, from);
        high = Math.max(high, to);
      }
    }
    for (let row = firstEvidence[s]; row < firstEvidence[s + 1]; row++) {
      const times = documentTimes[sentences.doc[evidence.text[row]]];
      if (times && times[0] !== NO_TIME) {
        low = low === NO_TIME ? times[0] : Math.min(low, times[0]);
        high = Math.max(high, times[1]);
      }
    }
    early[s] = low;
    late[s] = high;
    if (low !== NO_TIME) {
      if (low < firstMonth) firstMonth = low;
      if (high > lastMonth) lastMonth = high;
    }
  }

  // Compressed rows: the statements of entity e are near[from[e]] … near[from[e + 1] - 1].
  const from = new Int32Array(size + 1);
  for (let s = 0; s < claims; s++) {
    from[subject[s] + 1]++;
    if (object[s] >= 0 && object[s] !== subject[s]) from[object[s] + 1]++;
  }
  for (let e = 0; e < size; e++) from[e + 1] += from[e];
  const near = new Int32Array(from[size]),
    fill = from.slice();
  for (let s = 0; s < claims; s++) {
    near[fill[subject[s]]++] = s;
    if (object[s] >= 0 && object[s] !== subject[s]) near[fill[object[s]]++] = s;
  }

  /** How much is said of each entity, counting only the statements that pass; kg/export/html.py has the same sum. */
  function weigh(passes) {
    const sum = new Float64Array(size);
    for (let s = 0; s < claims; s++) {
      if (passes && !passes(s)) continue;
      const share = (sure[s] / 100) * weights[predicate[s]];
      if (object[s] < 0) sum[subject[s]] += share * 0.5;
      else {
        sum[subject[s]] += share;
        sum[object[s]] += share;
      }
    }
    return sum;
  }

  let rowOf = null;
  const store = {
    data,
    size,
    claims,
    subject,
    object,
    predicate,
    sure,
    early,
    late,
    weigh,
    firstEvidence,
    firstMonth: Number.isFinite(firstMonth) ? firstMonth : 0,
    lastMonth: Number.isFinite(lastMonth) ? lastMonth : 0,
    weight: weigh(null),
    name: (e) => entities.name[e],
    type: (e) => data.types[entities.type[e]],
    predicateName: (s) => predicates[predicate[s]],
    value: (s) => statements.v[s],
    qualifier: (s) => qualifiers[statements.q[s]],
    statementsOf: (e) => near.subarray(from[e], from[e + 1]),
    degree: (e) => from[e + 1] - from[e],
    other: (s, e) => (subject[s] === e ? object[s] : subject[s]),
    /** Row of an entity's identifier, -1 where there is none. */
    find(id) {
      if (!rowOf) {
        rowOf = new Map();
        entities.id.forEach((each, row) => rowOf.set(each, row));
      }
      return rowOf.has(id) ? rowOf.get(id) : -1;
    },
    findStatement: (id) => statements.id.indexOf(id),
    evidenceOf(s) {
      const found = [];
      for (let row = firstEvidence[s]; row < firstEvidence[s + 1]; row++) {
        const x = evidence.text[row];
        const doc = sentences.doc[x],
          article = sentences.article[x];
        found.push({
          text: sentences.text[x],
          start: sentences.start[x],
          rule: data.rules[evidence.rule[row]],
          marks: evidence.marks.slice(row * 6, row * 6 + 6),
          doc,
          headline: (article >= 0 && data.articles.title[article]) || (doc >= 0 && data.documents.title[doc]) || "",
          document: doc >= 0 ? data.documents.id[doc] : "",
          published: doc >= 0 ? data.documents.published[doc] : "",
          publisher: doc >= 0 ? data.documents.publisher[doc] : "",
        });
      }
      return found;
    },
    /** First and last date of what a statement tells: the date it gives, else those of its reports. */
    span(s) {
      const { date, reported } = qualifiers[statements.q[s]];
      if (date || reported) return [date || reported, date || reported];
      let first = "",
        last = "";
      for (let row = firstEvidence[s]; row < firstEvidence[s + 1]; row++) {
        const when = data.documents.published[sentences.doc[evidence.text[row]]] || "";
        if (when && (!first || when < first)) first = when;
        if (when > last) last = when;
      }
      return [first, last];
    },
    saidIn(s, doc) {
      for (let row = firstEvidence[s]; row < firstEvidence[s + 1]; row++)
        if (sentences.doc[evidence.text[row]] === doc) return true;
      return false;
    },
    /** What lies in a place: by statements (located in, part of), by division codes, by the codes in identifiers. */
    within(place) {
      const inside = new Uint8Array(size),
        queue = [place];
      inside[place] = 1;
      const fact = entities.facts[place];
      const code = fact && fact.code ? String(fact.code).replace(/(00)+$/, "") : "";
      if (code) {
        const scope = new RegExp(`_${code}\\d*$`);
        for (let e = 0; e < size; e++) {
          const facts = entities.facts[e];
          if (!inside[e] && ((facts && facts.code && String(facts.code).startsWith(code)) || scope.test(entities.id[e]))) {
            inside[e] = 1;
            queue.push(e);
          }
        }
      }
      const containing = predicates.map((name) => name === "locatedIn" || name === "partOf");
      while (queue.length) {
        const e = queue.pop();
        for (const s of store.statementsOf(e)) {
          if (containing[predicate[s]] && object[s] === e && !inside[subject[s]]) {
            inside[subject[s]] = 1;
            queue.push(subject[s]);
          }
        }
      }
      return inside;
    },
  };
  return store;
}
