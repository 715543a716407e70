// What the statements of one entity add up to: posts, life cycle, figures, neighbours, and where reports disagree.

const STAGES = ["planned", "approved", "signed", "started", "completed", "opened", "issued", "closed"];
const ONE_HOLDER = /(?:书记|[^助事]长|主任|主席|总经理|总裁|总编辑|首席执行官)$/; // a body has one of them at a time …
const MANY_HOLDERS = /副|常务|助理|原|前|代表|委员$/; // … but several of these

function openClaims(store) {
  const said = (s) => store.span(s)[0];

  /** Same claims reported at several times become one with its first and last report; newest last. */
  function together(statements, keyOf) {
    const found = new Map();
    for (const s of statements) {
      const key = keyOf(s),
        [first, last] = store.span(s);
      if (!found.has(key)) found.set(key, { statements: [], first, last });
      const each = found.get(key);
      each.statements.push(s);
      if (first && (!each.first || first < each.first)) each.first = first;
      if (last > each.last) each.last = last;
    }
    return [...found.values()];
  }
  const byTime = (one, two) => (one.first || "9").localeCompare(two.first || "9") || one.statements[0] - two.statements[0];

  const claims = {
    said,
    /** Posts of a person, or the people in post at an agency: {who, title, former, first, last, statements}. */
    posts(e, pass) {
      const held = [...store.statementsOf(e)].filter((s) => store.predicateName(s) === "holdsPost" && pass(s));
      return together(held, (s) =>
        [store.subject[s], store.object[s], store.qualifier(s).title, store.qualifier(s).end].join("\u0000"),
      )
        .map((each) => ({
          ...each,
          who: store.other(each.statements[0], e),
          title: store.qualifier(each.statements[0]).title || "",
          former: Boolean(store.qualifier(each.statements[0]).end),
        }))
        .sort(byTime);
    },
    cycle(e, pass) {
      const steps = [...store.statementsOf(e)].filter((s) => store.predicateName(s) === "milestone" && pass(s));
      return together(steps, (s) => [store.qualifier(s).stage, store.value(s), store.qualifier(s).expected].join("\u0000"))
        .map((each) => ({
          ...each,
          stage: store.qualifier(each.statements[0]).stage || "",
          date: String(store.value(each.statements[0]) ?? ""),
          expected: Boolean(store.qualifier(each.statements[0]).expected),
        }))
        .sort((one, two) => one.date.localeCompare(two.date) || STAGES.indexOf(one.stage) - STAGES.indexOf(two.stage));
    },
    dates(e, pass) {
      return together(
        [...store.statementsOf(e)].filter((s) => store.predicateName(s) === "heldOn" && pass(s)),
        (s) => String(store.value(s)),
      ).map((each) => ({ ...each, date: String(store.value(each.statements[0]) ?? "") }));
    },
    /** Figures by indicator: {indicator, unit, rows: [{value, period, expected, statements}]}. */
    numbers(e, pass) {
      const figures = [...store.statementsOf(e)].filter(
        (s) => store.object[s] < 0 && store.predicateName(s) === "observed" && pass(s),
      );
      const rows = together(figures, (s) =>
        JSON.stringify([
          store.qualifier(s).indicator,
          store.qualifier(s).unit,
          store.value(s),
          store.qualifier(s).period,
          store.qualifier(s).expected,
        ]),
      );
      const groups = new Map();
      for (const each of rows) {
        const { indicator = "", unit = "", period = "", expected } = store.qualifier(each.statements[0]);
        const key = indicator + "\u0000" + unit;
        if (!groups.has(key)) groups.set(key, { indicator, unit, rows: [] });
        groups
          .get(key)
          .rows.push({ ...each, value: store.value(each.statements[0]), period: String(period), expected: Boolean(expected) });
      }
      for (const group of groups.values())
        group.rows.sort(
          (one, two) =>
            (one.period || one.first).localeCompare(two.period || two.first) || one.statements[0] - two.statements[0],
        );
      return [...groups.values()].sort(
        (one, two) => two.rows.length - one.rows.length || one.indicator.localeCompare(two.indicator),
      );
    },
    /** Other statements between entities by predicate and direction: {predicate, forward, entries: [{entity, first, last, statements}]}. */
    neighbours(e, pass) {
      const groups = new Map();
      for (const s of store.statementsOf(e)) {
        if (store.object[s] < 0 || store.subject[s] === store.object[s] || !pass(s)) continue;
        const forward = store.subject[s] === e;
        const key = store.predicateName(s) + (forward ? ">" : "<");
        if (!groups.has(key)) groups.set(key, { predicate: store.predicateName(s), forward, list: [] });
        groups.get(key).list.push(s);
      }
      return [...groups.values()]
        .map(({ predicate, forward, list }) => ({
          predicate,
          forward,
          entries: together(list, (s) => store.other(s, e))
            .map((each) => ({ ...each, entity: store.other(each.statements[0], e) }))
            .sort((one, two) => store.weight[two.entity] - store.weight[one.entity] || one.entity - two.entity),
        }))
        .sort(
          (one, two) =>
            store.data.predicates.indexOf(one.predicate) - store.data.predicates.indexOf(two.predicate) ||
            two.forward - one.forward,
        );
    },
    /** Where reports about an entity disagree: {kind: post, amount or date, what, statements}. */
    conflicts(e) {
      const all = () => true,
        found = [];
      const posts = new Map();
      for (const post of claims.posts(e, all)) {
        const s = post.statements[0];
        if (
          store.object[s] !== e ||
          post.former ||
          !ONE_HOLDER.test(post.title) ||
          MANY_HOLDERS.test(post.title) ||
          !post.first
        )
          continue;
        if (!posts.has(post.title)) posts.set(post.title, new Map());
        const people = posts.get(post.title),
          known = people.get(post.who);
        if (known) {
          known.last = post.last > known.last ? post.last : known.last;
          known.statements.push(...post.statements);
        } else people.set(post.who, { ...post, statements: [...post.statements] });
      }
      for (const [title, people] of posts) {
        const list = [...people.values()].sort(byTime),
          overlapping = new Set();
        for (let i = 0; i < list.length; i++)
          for (let j = i + 1; j < list.length; j++) {
            if (list[j].first <= list[i].last && list[i].first <= list[j].last) {
              overlapping.add(list[i]);
              overlapping.add(list[j]);
            }
          }
        if (overlapping.size)
          found.push({ kind: "post", what: title, statements: [...overlapping].flatMap((each) => each.statements) });
      }
      for (const { indicator, unit, rows } of claims.numbers(e, all)) {
        const same = new Map();
        for (const row of rows) {
          const key = row.period + "\u0000" + row.expected;
          if (!same.has(key)) same.set(key, []);
          same.get(key).push(row);
        }
        for (const list of same.values()) {
          if (new Set(list.map((row) => JSON.stringify(row.value))).size > 1)
            found.push({
              kind: "amount",
              what: [indicator, list[0].period, unit].filter(Boolean).join(" · "),
              statements: list.flatMap((row) => row.statements),
            });
        }
      }
      const stages = new Map();
      for (const step of claims.cycle(e, all)) {
        const key = step.stage + "\u0000" + step.expected;
        if (!stages.has(key)) stages.set(key, []);
        stages.get(key).push(step);
      }
      for (const list of stages.values()) {
        const clash = list.filter((one) =>
          list.some((two) => !two.date.startsWith(one.date) && !one.date.startsWith(two.date)),
        );
        if (clash.length && clash[0].stage)
          found.push({ kind: "date", what: clash[0].stage, statements: clash.flatMap((step) => step.statements) });
      }
      return found;
    },
    /** The disagreements a statement takes part in, on the side of its subject or its object. */
    conflictsOf(s) {
      const sides = store.object[s] < 0 ? [store.subject[s]] : [store.subject[s], store.object[s]];
      return sides.flatMap((e) => claims.conflicts(e)).filter((each) => each.statements.includes(s));
    },
    /** A sentence with where it stands, for pasting into a text. */
    cite(proof) {
      const source = [proof.headline && `《${proof.headline}》`, proof.publisher, proof.published].filter(Boolean).join("，");
      const end = proof.start + [...proof.text].length;
      return `“${proof.text.replace(/\s*\n\s*/g, "")}”——${source ? source + "，" : ""}${proof.document}:${proof.start}–${end}（${proof.rule}）`;
    },
    csv(statements) {
      const head = [
        "id",
        "subject",
        "subject_name",
        "predicate",
        "object",
        "object_name",
        "value",
        "unit",
        "qualifiers",
        "confidence",
        "published",
        "document",
        "headline",
        "start",
        "sentence",
        "rule",
      ];
      const { id, name } = store.data.entities;
      const lines = [head];
      for (const s of statements) {
        const o = store.object[s],
          { unit = "", ...rest } = store.qualifier(s),
          value = store.value(s);
        for (const proof of store.evidenceOf(s).length ? store.evidenceOf(s) : [{}]) {
          lines.push([
            "statement/" + store.data.statements.id[s],
            id[store.subject[s]],
            name[store.subject[s]],
            store.predicateName(s),
            o < 0 ? "" : id[o],
            o < 0 ? "" : name[o],
            Array.isArray(value) ? value.join("–") : (value ?? ""),
            unit,
            Object.entries(rest)
              .map(([key, each]) => `${key}=${each}`)
              .join("; "),
            store.sure[s] / 100,
            proof.published ?? "",
            proof.document ?? "",
            proof.headline ?? "",
            proof.start ?? "",
            proof.text ?? "",
            proof.rule ?? "",
          ]);
        }
      }
      // A spreadsheet would run a cell that starts like a formula.
      const cell = (each) =>
        '"' +
        String(each)
          .replace(/^(?=[=+\-@\t\r])/, typeof each === "number" ? "" : "'")
          .replace(/"/g, '""') +
        '"';
      return "\ufeff" + lines.map((line) => line.map(cell).join(",")).join("\r\n") + "\r\n";
    },
  };
  return claims;
}
