// Finding entities as one types: by part of a name or alias, by pinyin, by initials, or by a mixture of the two.

const MOST_HITS = 30;

function fold(text) {
  return text.normalize("NFKC").toLowerCase();
}

function openSearch(store) {
  const { name, aliases } = store.data.entities;
  const readings = new Map();
  for (const [reading, characters] of Object.entries(store.data.pinyin)) {
    for (const char of characters) {
      if (!readings.has(char)) readings.set(char, []);
      readings.get(char).push(reading);
    }
  }
  const names = [],
    owner = [];
  name.forEach((each, row) => {
    names.push(fold(each));
    owner.push(row);
    for (const alias of aliases[row] || []) {
      names.push(fold(alias));
      owner.push(row);
    }
  });

  // Which letters a character may begin with, as bits, for all names in a row: most starts are ruled out by one look.
  const firstAt = new Int32Array(names.length + 1);
  names.forEach((text, row) => (firstAt[row + 1] = firstAt[row] + text.length));
  const begins = new Int32Array(firstAt[names.length]);
  const bits = new Map();
  const bit = (letter) => (letter >= "a" && letter <= "z" ? 1 << (letter.charCodeAt(0) - 97) : 0);
  for (const [char, list] of readings)
    bits.set(
      char,
      list.reduce((all, reading) => all | bit(reading[0]), 0),
    );
  names.forEach((text, row) => {
    for (let at = 0; at < text.length; at++) begins[firstAt[row] + at] = bits.get(text[at]) ?? bit(text[at]);
  });

  /** Number of characters of `text` from `at` that spell all of `query` from `done`; 0 where they do not. */
  function spell(text, at, query, done, count) {
    if (done === query.length) return count;
    if (at >= text.length) return 0;
    const char = text[at];
    if (char === query[done]) {
      const found = spell(text, at + 1, query, done + 1, count + 1);
      if (found) return found;
    }
    for (const reading of readings.get(char) || []) {
      if (reading[0] !== query[done]) continue;
      if (query.startsWith(reading, done)) {
        const found = spell(text, at + 1, query, done + reading.length, count + 1);
        if (found) return found;
      }
      if (reading.startsWith(query.slice(done))) return count + 1;
      const initials = /^[zcs]h/.test(reading) && query[done + 1] === "h" ? [2, 1] : [1];
      for (const length of initials) {
        const found = spell(text, at + 1, query, done + length, count + 1);
        if (found) return found;
      }
    }
    return 0;
  }

  /** Rows of the entities that match, best first: {entity, via}, `via` the name that matched. */
  return function search(typed) {
    const query = fold(typed).trim();
    if (!query) return [];
    const letters = query
      .replace(/[\s'’]/g, "")
      .replace(/ü/g, "v")
      .replace(/lyu/g, "lv");
    const spelled = /^[a-z]+$/.test(letters);
    const opening = spelled ? bit(letters[0]) : 0;
    const best = new Map();
    for (let row = 0; row < names.length; row++) {
      const text = names[row];
      let score = 0;
      const at = text.indexOf(query);
      if (at >= 0) score = (text.length === query.length ? 400 : at === 0 ? 210 : 200) - Math.min(text.length, 40) / 2;
      else if (spelled) {
        for (let start = 0; start < text.length && !score; start++) {
          if (!(begins[firstAt[row] + start] & opening)) continue;
          const count = spell(text, start, letters, 0, 0);
          if (count)
            score = (start === 0 ? 130 : 60) + (count === text.length ? 40 : 0) + 30 / count - Math.min(text.length, 40) / 2;
        }
      }
      if (!score) continue;
      const entity = owner[row];
      score += Math.min(60, 12 * Math.log1p(store.weight[entity])); // what is told of most is sought most
      const known = best.get(entity);
      if (!known || known.score < score) best.set(entity, { entity, score, row });
    }
    return [...best.values()]
      .sort((a, b) => b.score - a.score || a.entity - b.entity)
      .map(({ entity, row }) => ({ entity, via: names[row] === fold(name[entity]) ? "" : names[row] }));
  };
}
