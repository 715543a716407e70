// The picture: vis-network draws nodes and lines, and this adds labels that keep their size and never cover one another.

const LABEL_LINE = 9;
const COMMUNITY_COLORS = ["#0f6cac", "#d98a00", "#0a8f6c", "#c8501e", "#b0649a", "#4aa3d8", "#8a7f2a", "#6b5fb5"];
const FRONT = 1e9; // rank of what is always labelled: the selected, the pointed at, the centre
const MARGIN = { side: 62, top: 28, bottom: 74 }; // pixels around the nodes, for labels and the line below the picture
const OTHER_COLOR = "#8b939c";

function nodeSize(weight) {
  return Math.min(20, Math.round((5 + 1.2 * Math.sqrt(weight)) * 10) / 10);
}

/** A name on at most two lines of nine full-width characters. */
function foldLabel(name) {
  const lines = [""];
  let width = 0;
  for (const char of plain(name)) {
    const step = char > "\u2e80" ? 1 : 0.55;
    if (width + step > LABEL_LINE) {
      if (lines.length === 2) {
        lines[1] = lines[1].slice(0, -1) + "…";
        return lines;
      }
      lines.push("");
      width = 0;
    }
    lines[lines.length - 1] += char;
    width += step;
  }
  if (lines.length === 2 && lines[1].length === 1) return [lines[0].slice(0, -1), lines[0].slice(-1) + lines[1]];
  return lines;
}

function labelBox(lines, size, font = 13) {
  const width = Math.max(...lines.map((line) => [...line].reduce((sum, char) => sum + (char > "\u2e80" ? 1 : 0.55), 0)));
  return { width: Math.max(width * font, size * 2) + 12, height: size * 2 + lines.length * font * 1.25 + 12 };
}

function openPicture(element, first, store, say, events) {
  const nodes = new vis.DataSet(),
    edges = new vis.DataSet();
  const network = new vis.Network(element, { nodes, edges }, first.options);
  const canvas = element.querySelector("canvas"),
    frame = element.querySelector(".vis-network");
  if (frame) frame.removeAttribute("tabindex"); // the element around it takes the focus
  const widths = new Map();
  let view = { nodes: [], pairs: [], at: new Map() },
    unit = 1,
    theme = {},
    labels = new Map(),
    drawn = [],
    hovered = -1,
    hoveredPair = "",
    picked = { node: -1, pair: "" },
    groups = null,
    byPair = new Map();

  const colorOf = (e) =>
    groups ? COMMUNITY_COLORS[groups.get(e)] || OTHER_COLOR : store.data.looks[store.data.entities.type[e]][0];
  const font = (size) => `${size}px ${theme.sans}`;

  function measure(context, line, size) {
    if (!widths.has(line)) {
      context.font = font(100);
      widths.set(line, context.measureText(line).width / 100);
    }
    return widths.get(line) * size;
  }
  const clash = (a, b) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

  function drawLabels(context) {
    const scale = network.getScale(),
      size = Math.max(11.5, Math.min(17, 13 * scale)) / scale,
      line = size * 1.22,
      gap = 3 / scale;
    const order = [...view.nodes].sort((a, b) => rank(b) - rank(a));
    const disks = new Map();
    for (const e of view.nodes) {
      const at = network.getPosition(e),
        r = nodeSize(store.weight[e]) * unit * 0.95;
      disks.set(e, { entity: e, x: at.x, y: at.y, left: at.x - r, right: at.x + r, top: at.y - r, bottom: at.y + r });
    }
    const corner = network.DOMtoCanvas({ x: 0, y: 0 }),
      far = network.DOMtoCanvas({ x: element.clientWidth, y: element.clientHeight });
    const corners = [...element.parentElement.children]
      .filter((each) => each !== element)
      .map((each) => {
        const one = network.DOMtoCanvas({ x: each.offsetLeft, y: each.offsetTop }),
          two = network.DOMtoCanvas({ x: each.offsetLeft + each.offsetWidth, y: each.offsetTop + each.offsetHeight });
        return { left: one.x, top: one.y, right: two.x, bottom: two.y };
      });
    const inSight = (box) =>
      !corners.some((each) => clash(each, box)) &&
      box.left >= corner.x &&
      box.top >= corner.y &&
      box.right <= far.x &&
      box.bottom <= far.y;
    const top = new Set(order.slice(0, Math.ceil(order.length / 6)));
    const taken = [],
      around = [...disks.values()];
    drawn = [];
    context.textBaseline = "middle";
    context.lineJoin = "round";
    for (const e of order) {
      const lines = labels.get(e),
        at = disks.get(e),
        r = (at.right - at.left) / 2;
      const width = Math.max(...lines.map((each) => measure(context, each, size))),
        height = lines.length * line;
      const spots = [
        [at.x, at.y + r + gap + height / 2],
        [at.x + r + gap + width / 2, at.y],
        [at.x - r - gap - width / 2, at.y],
        [at.x, at.y - r - gap - height / 2],
      ];
      for (const [x, y] of [
        [1, 1],
        [-1, 1],
        [1, -1],
        [-1, -1],
      ])
        spots.push([at.x + x * (r * 0.7 + gap + width / 2), at.y + y * (r * 0.7 + height / 2)]);
      const boxes = spots.map(([x, y]) => ({
        x,
        y,
        left: x - width / 2 - gap,
        right: x + width / 2 + gap,
        top: y - height / 2,
        bottom: y + height / 2,
      }));
      const free = boxes.filter((box) => !taken.some((each) => clash(box, each)));
      const clear = free.filter((each) => !around.some((disk) => disk.entity !== e && clash(each, disk)));
      const least = (list) =>
        list.map((each) => [around.filter((disk) => clash(each, disk)).length, each]).sort((a, b) => a[0] - b[0])[0]?.[1];
      // The selected is always labelled, and what weighs most may cover a lesser node.
      const wanted = rank(e) >= FRONT ? least(free) || boxes[0] : top.has(e) ? least(free.filter(inSight)) : null;
      const box = clear.find(inSight) || wanted;
      if (!box) continue;
      taken.push(box);
      drawn.push({ entity: e, ...box });
      const strong = e === picked.node || e === hovered;
      context.font = (strong ? "600 " : "") + font(size);
      context.textAlign = "center";
      lines.forEach((each, row) => {
        const y = box.top + line * (row + 0.5);
        context.lineWidth = 3.5 / scale;
        context.strokeStyle = theme.paper;
        context.strokeText(each, box.x, y);
        context.fillStyle = theme.ink;
        context.fillText(each, box.x, y);
      });
    }
    const few = view.pairs.length <= 40,
      centre = picked.node === view.focus ? -1 : picked.node;
    for (const pair of view.pairs) {
      const strong =
        pair.key === picked.pair ||
        pair.key === hoveredPair ||
        pair.a === hovered ||
        pair.b === hovered ||
        pair.a === centre ||
        pair.b === centre;
      if (!strong && !few && scale < 1.1) continue;
      const a = disks.get(pair.a),
        b = disks.get(pair.b),
        small = size * 0.88,
        label = pair.label();
      const width = measure(context, label, small),
        length = Math.hypot(a.x - b.x, a.y - b.y);
      if (length < width * 1.15 + 30 / scale) continue;
      for (const share of [0.5, 0.38, 0.62]) {
        const x = a.x + (b.x - a.x) * share,
          y = a.y + (b.y - a.y) * share;
        const box = { left: x - width / 2 - gap, right: x + width / 2 + gap, top: y - small * 0.6, bottom: y + small * 0.6 };
        if (taken.some((each) => clash(box, each)) || around.some((disk) => clash(box, disk))) continue;
        taken.push(box);
        context.font = font(small);
        context.textAlign = "center";
        context.lineWidth = 4 / scale;
        context.strokeStyle = theme.paper;
        context.strokeText(label, x, y);
        context.fillStyle = strong ? theme.accent : theme.soft;
        context.fillText(label, x, y);
        break;
      }
    }
  }
  function rank(e) {
    return (e === picked.node ? 4 * FRONT : e === hovered ? 3 * FRONT : view.focus === e ? 2 * FRONT : 0) + store.weight[e];
  }

  function paintOf(e) {
    const color = colorOf(e);
    return {
      background: color,
      border: e === view.focus ? theme.ink : theme.paper,
      highlight: { background: color, border: theme.ink },
      hover: { background: color, border: theme.soft },
    };
  }
  const lineColor = () => ({ color: theme.edge, highlight: theme.accent, hover: theme.soft });
  function paint() {
    nodes.update(view.nodes.map((e) => ({ id: e, color: paintOf(e) })));
    edges.update(view.pairs.map((pair) => ({ id: pair.key, color: lineColor() })));
  }

  /** Draw a view: {nodes, pairs, focus, at: entity → {x, y}}. */
  function show(next, { fit = true, colors = null } = {}) {
    view = { nodes: [], pairs: [], at: new Map(), focus: next.focus }; // vis-network draws between the steps below
    groups = colors;
    hovered = -1;
    hoveredPair = "";
    unit = fit ? Math.max(1, 0.8 / framing(next).scale) ** 0.8 : unit;
    change(next);
    view = next;
    if (fit) fitView();
  }

  function change(view) {
    labels = new Map(view.nodes.map((e) => [e, foldLabel(store.name(e))]));
    byPair = new Map(view.pairs.map((pair) => [pair.key, pair]));
    const keep = new Set(view.nodes),
      keepPairs = new Set(view.pairs.map((pair) => pair.key));
    edges.remove(edges.getIds().filter((id) => !keepPairs.has(id)));
    nodes.remove(nodes.getIds().filter((id) => !keep.has(id)));
    nodes.update(
      view.nodes.map((e) => {
        const { x, y } = view.at.get(e);
        return {
          id: e,
          x,
          y,
          shape: store.data.looks[store.data.entities.type[e]][1],
          size: nodeSize(store.weight[e]) * unit,
          color: paintOf(e),
          physics: false,
        };
      }),
    );
    edges.update(
      view.pairs.map((pair) => ({
        id: pair.key,
        from: pair.a,
        to: pair.b,
        color: lineColor(),
        width: (1 + Math.min(pair.count, 6) / 4) * unit,
        arrows: { to: { enabled: pair.to, scaleFactor: 0.4 }, from: { enabled: pair.from, scaleFactor: 0.4 } },
      })),
    );
  }

  /** Where to look from to see all of a view. */
  function framing(view) {
    const spots = [...view.at.values()];
    if (!spots.length || !element.clientWidth) return { position: { x: 0, y: 0 }, scale: 1 };
    const xs = spots.map((spot) => spot.x),
      ys = spots.map((spot) => spot.y);
    const left = Math.min(...xs),
      right = Math.max(...xs),
      top = Math.min(...ys),
      bottom = Math.max(...ys);
    const room = {
      x: Math.max(80, element.clientWidth - 2 * MARGIN.side),
      y: Math.max(80, element.clientHeight - MARGIN.top - MARGIN.bottom),
    };
    const scale = Math.min(room.x / (right - left || 1), room.y / (bottom - top || 1), 1.3);
    return { position: { x: (left + right) / 2, y: (top + bottom) / 2 + (MARGIN.bottom - MARGIN.top) / 2 / scale }, scale };
  }
  function fitView() {
    network.moveTo({ ...framing(view), animation: false });
  }

  function pick(node, pair) {
    picked = { node, pair };
    if (pair && byPair.has(pair)) network.setSelection({ nodes: [], edges: [pair] }, { highlightEdges: false });
    else if (node >= 0 && nodes.get(node))
      network.setSelection(
        { nodes: [node], edges: node === view.focus ? [] : network.getConnectedEdges(node) },
        { highlightEdges: false },
      );
    else network.unselectAll();
    network.redraw();
  }

  function restyle() {
    const style = getComputedStyle(document.documentElement);
    for (const name of ["paper", "sheet", "ink", "soft", "edge", "accent", "sans"])
      theme[name] = style.getPropertyValue("--" + name).trim();
    widths.clear();
    if (view.nodes.length) paint();
    network.redraw();
  }

  network.on("afterDrawing", drawLabels);
  network.on("hoverNode", ({ node }) => {
    hovered = node;
    network.redraw();
  });
  network.on("blurNode", () => {
    hovered = -1;
    network.redraw();
  });
  network.on("hoverEdge", ({ edge }) => {
    hoveredPair = edge;
    network.redraw();
  });
  network.on("blurEdge", () => {
    hoveredPair = "";
    network.redraw();
  });
  let waiting = 0;
  network.on("click", ({ nodes: [node], edges: [edge] }) => {
    clearTimeout(waiting);
    // A double click begins as a click: wait whether the second comes before the view changes.
    if (node !== undefined) {
      events.touch(node);
      waiting = setTimeout(() => events.open(node), 280);
    } else if (edge !== undefined) events.pair(byPair.get(edge));
    else events.nothing();
  });
  network.on("doubleClick", ({ nodes: [node] }) => {
    clearTimeout(waiting);
    if (node !== undefined) events.grow(node);
  });

  return {
    show,
    fit: fitView,
    pick,
    restyle,
    network,
    color(found) {
      groups = found;
      paint();
    },
    zoom(factor) {
      network.moveTo({ scale: Math.min(8, Math.max(0.05, network.getScale() * factor)), animation: false });
    },
    /** The entity nearest to another in a direction, for the arrow keys. */
    beside(e, [dirX, dirY]) {
      if (!view.at.has(e)) return view.nodes[0] ?? -1;
      const here = view.at.get(e);
      let best = -1,
        least = Infinity;
      for (const other of view.nodes) {
        const there = view.at.get(other),
          x = there.x - here.x,
          y = there.y - here.y,
          ahead = x * dirX + y * dirY;
        if (other === e || ahead <= 0) continue;
        const cost = ahead + 2.5 * Math.abs(x * dirY - y * dirX);
        if (cost < least) {
          least = cost;
          best = other;
        }
      }
      return best;
    },
    reveal(e) {
      const spot = view.at.get(e);
      if (!spot) return;
      const at = network.canvasToDOM(spot);
      if (at.x < 20 || at.y < 20 || at.x > element.clientWidth - 20 || at.y > element.clientHeight - 20)
        network.moveTo({ position: spot, animation: false });
    },
    /** The rectangles of the labels as drawn, in pixels of the page. */
    labels: () =>
      drawn.map((box) => {
        const one = network.canvasToDOM({ x: box.left, y: box.top }),
          two = network.canvasToDOM({ x: box.right, y: box.bottom });
        return { entity: box.entity, left: one.x, top: one.y, right: two.x, bottom: two.y };
      }),
    spot(e) {
      return network.canvasToDOM(network.getPosition(e));
    },
    png(title) {
      network.redraw();
      const out = document.createElement("canvas"),
        strip = 34 * (canvas.width / element.clientWidth),
        context = out.getContext("2d");
      out.width = canvas.width;
      out.height = canvas.height + strip;
      context.fillStyle = theme.paper;
      context.fillRect(0, 0, out.width, out.height);
      context.drawImage(canvas, 0, 0);
      context.fillStyle = theme.soft;
      context.font = font(strip * 0.4);
      context.textBaseline = "middle";
      let x = strip * 0.4;
      context.fillText(plain(title), x, canvas.height + strip / 2);
      x += context.measureText(plain(title)).width + strip;
      store.data.types.forEach((type, at) => {
        const shape = new Path2D(SHAPES[store.data.looks[at][1]]),
          scale = (strip * 0.4) / 16;
        context.save();
        context.translate(x, canvas.height + strip * 0.3);
        context.scale(scale, scale);
        context.fillStyle = store.data.looks[at][0];
        context.fill(shape);
        context.restore();
        context.fillStyle = theme.soft;
        context.fillText(say.of("names", type), x + strip * 0.5, canvas.height + strip / 2);
        x += strip * 0.8 + context.measureText(say.of("names", type)).width;
      });
      return new Promise((done) => out.toBlob(done, "image/png"));
    },
  };
}
