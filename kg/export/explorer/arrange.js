// Where things stand in a view made in the page: the same springs and boxes as kg/export/layout.py, with some nodes held in place.

/**
 * Sets x and y of boxes ({width, height, x?, y?, held?}) so that linked ones are near and none covers another.
 * `wider` is the width of the picture to its height.
 */
function arrange(boxes, links, { rounds = 140, wider = 1.1 } = {}) {
  const count = boxes.length;
  if (!count) return;
  const side = Math.sqrt(boxes.reduce((sum, box) => sum + box.width * box.height, 0) / count) * (0.85 + 1.2 / Math.sqrt(count));
  const degree = new Int32Array(count);
  for (const [a, b] of links) {
    degree[a]++;
    degree[b]++;
  }
  const xs = new Float64Array(count),
    ys = new Float64Array(count),
    dx = new Float64Array(count),
    dy = new Float64Array(count);
  boxes.forEach((box, i) => {
    const turn = i * Math.PI * (3 - Math.sqrt(5)),
      far = side * Math.sqrt(i + 0.5);
    xs[i] = box.x === undefined ? far * Math.cos(turn) : box.x / wider;
    ys[i] = box.y === undefined ? far * Math.sin(turn) : box.y;
  });
  const reach = (side * 6) ** 2;
  for (let step = 0; step < rounds; step++) {
    const heat = side * 1.2 * (1 - step / rounds) ** 1.5 + 0.5;
    for (let i = 0; i < count; i++) {
      dx[i] = -xs[i] * 0.055;
      dy[i] = -ys[i] * 0.075;
    }
    for (let i = 0; i < count; i++) {
      for (let j = i + 1; j < count; j++) {
        const gapX = xs[i] - xs[j],
          gapY = ys[i] - ys[j],
          square = gapX * gapX + gapY * gapY;
        if (square >= reach) continue;
        const push = (side * side) / (square + 1);
        dx[i] += gapX * push;
        dy[i] += gapY * push;
        dx[j] -= gapX * push;
        dy[j] -= gapY * push;
      }
    }
    for (const [a, b] of links) {
      const gapX = xs[a] - xs[b],
        gapY = ys[a] - ys[b];
      const pull = (Math.hypot(gapX, gapY) / side) * (1.6 / Math.sqrt(Math.max(degree[a], degree[b])));
      dx[a] -= gapX * pull;
      dy[a] -= gapY * pull;
      dx[b] += gapX * pull;
      dy[b] += gapY * pull;
    }
    for (let i = 0; i < count; i++) {
      if (boxes[i].held) continue;
      const length = Math.hypot(dx[i], dy[i]) || 1,
        move = Math.min(length, heat) / length;
      xs[i] += dx[i] * move;
      ys[i] += dy[i] * move;
    }
  }
  for (let i = 0; i < count; i++) xs[i] *= wider;
  pushApart(boxes, xs, ys);
  boxes.forEach((box, i) => {
    box.x = Math.round(xs[i]);
    box.y = Math.round(ys[i]);
  });
}

function pushApart(boxes, xs, ys) {
  const order = boxes.map((_, i) => i);
  for (let round = 0; round < 200; round++) {
    let moved = false;
    order.sort((i, j) => xs[i] - boxes[i].width / 2 - (xs[j] - boxes[j].width / 2) || i - j);
    for (let at = 0; at < order.length; at++) {
      const i = order[at],
        one = boxes[i];
      for (let next = at + 1; next < order.length; next++) {
        const j = order[next],
          two = boxes[j];
        if (xs[j] - two.width / 2 >= xs[i] + one.width / 2) break;
        const overX = (one.width + two.width) / 2 - Math.abs(xs[i] - xs[j]),
          overY = (one.height + two.height) / 2 - Math.abs(ys[i] - ys[j]);
        if (overX <= 0.01 || overY <= 0.01 || (one.held && two.held)) continue;
        moved = true;
        const share = one.held ? 0 : two.held ? 1 : i < j ? 0.35 : 0.65;
        if (overX < overY) {
          const way = xs[i] > xs[j] || (xs[i] === xs[j] && i > j) ? overX : -overX;
          xs[i] += way * share;
          xs[j] -= way * (1 - share);
        } else {
          const way = ys[i] > ys[j] || (ys[i] === ys[j] && i > j) ? overY : -overY;
          ys[i] += way * share;
          ys[j] -= way * (1 - share);
        }
      }
    }
    if (!moved) break;
  }
}

/** Communities of a view by Louvain's first phase, repeated until nothing moves: an array of group numbers, the largest group 0. */
function findCommunities(count, links) {
  const near = Array.from({ length: count }, () => []);
  for (const [a, b, weight = 1] of links) {
    near[a].push([b, weight]);
    near[b].push([a, weight]);
  }
  const strength = near.map((list) => list.reduce((sum, [, weight]) => sum + weight, 0));
  const total = strength.reduce((sum, each) => sum + each, 0) || 1;
  const group = near.map((_, i) => i),
    inGroup = strength.slice();
  for (let round = 0; round < 30; round++) {
    let moved = false;
    for (let i = 0; i < count; i++) {
      const pull = new Map();
      for (const [j, weight] of near[i]) pull.set(group[j], (pull.get(group[j]) || 0) + weight);
      inGroup[group[i]] -= strength[i];
      let best = group[i],
        gain = (pull.get(best) || 0) - (inGroup[best] * strength[i]) / total;
      for (const [to, weight] of pull) {
        const other = weight - (inGroup[to] * strength[i]) / total;
        if (other > gain + 1e-9 || (Math.abs(other - gain) <= 1e-9 && to < best)) {
          best = to;
          gain = other;
        }
      }
      inGroup[best] += strength[i];
      if (best !== group[i]) {
        group[i] = best;
        moved = true;
      }
    }
    if (!moved) break;
  }
  const sizes = new Map();
  for (const each of group) sizes.set(each, (sizes.get(each) || 0) + 1);
  const rank = new Map([...sizes].sort((a, b) => b[1] - a[1] || a[0] - b[0]).map(([each], at) => [each, at]));
  return group.map((each) => rank.get(each));
}
