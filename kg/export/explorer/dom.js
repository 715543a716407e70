// Building the page: text always goes in as text, so nothing that a document says can become markup.

const SVG = "http://www.w3.org/2000/svg";

/** An element with properties, attributes (aria-*, data-* and the like) and children; strings become text. */
function make(tag, properties = {}, ...children) {
  const element = document.createElement(tag);
  for (const [key, value] of Object.entries(properties)) {
    if (key in element) element[key] = value;
    else element.setAttribute(key, value);
  }
  element.append(...children.flat().filter((child) => child !== null && child !== undefined && child !== ""));
  return element;
}

function draw(tag, attributes, ...children) {
  const element = document.createElementNS(SVG, tag);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  element.append(...children);
  return element;
}

const SHAPES = {
  square: "M2 2H14V14H2Z",
  diamond: "M8 0.5L15.5 8L8 15.5L0.5 8Z",
  triangle: "M8 1L15.5 14.5H0.5Z",
  triangleDown: "M0.5 1.5H15.5L8 15Z",
  hexagon: "M4.2 1.2H11.8L15.6 8L11.8 14.8H4.2L0.4 8Z",
  dot: "M8 1A7 7 0 1 1 8 15A7 7 0 1 1 8 1Z",
};

/** The small sign of an entity type in its colour and shape. */
function glyph(look, color) {
  return draw(
    "svg",
    { class: "glyph", viewBox: "0 0 16 16", "aria-hidden": "true" },
    draw("path", { d: SHAPES[look[1]], fill: color || look[0] }),
  );
}

/** Text without control characters and direction marks, for labels on the canvas, where nothing isolates them. */
function plain(text) {
  return text.replace(/[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g, "");
}

function words() {
  const all = JSON.parse(document.getElementById("words-data").textContent);
  let language = (navigator.language || "").toLowerCase().startsWith("zh") ? "zh" : "en";
  const say = (key, values = {}) => (all[language][key] ?? key).replace(/\{(\w+)\}/g, (_, name) => values[name] ?? "");
  say.of = (table, key) => all[language][table][key] ?? key;
  let terms = {};
  say.learn = (known) => {
    terms = known;
  };
  /** A kind, stage, role, level or title as the ontology labels it; an English reader sees a title's own word too. */
  say.term = (scheme, name) => {
    const [zh, en] = terms[`${scheme}/${name}`] || [name, name];
    return language === "zh" ? zh : scheme === "title" && en !== name ? `${name} (${en})` : en;
  };
  say.language = () => language;
  say.use = (wanted) => {
    if (all[wanted]) language = wanted;
    document.documentElement.lang = language === "zh" ? "zh-CN" : "en";
    document.title = say("title") + " · kg";
    for (const element of document.querySelectorAll("[data-word]")) element.textContent = say(element.dataset.word);
    for (const element of document.querySelectorAll("[data-label]")) {
      element.setAttribute("aria-label", say(element.dataset.label));
      if (element.tagName === "BUTTON") element.title = say(element.dataset.label);
    }
    for (const element of document.querySelectorAll("[data-hint]")) element.placeholder = say(element.dataset.hint);
  };
  return say;
}

/** An amount for readers: 3270000000 元 is 32.7 亿元 in Chinese and 3.27 billion 元 in English. */
function amount(value, unit, language) {
  if (Array.isArray(value)) return value.map((each) => amount(each, "", language)).join("–") + (unit && ` ${unit}`);
  const number = Number(value);
  if (!Number.isFinite(number)) return `${value} ${unit}`.trim();
  const show = (each) => each.toLocaleString(language === "zh" ? "zh-CN" : "en", { maximumFractionDigits: 4 });
  if (language === "zh" && Math.abs(number) >= 1e8) return `${show(number / 1e8)} 亿${unit}`;
  if (language === "zh" && Math.abs(number) >= 1e5) return `${show(number / 1e4)} 万${unit}`;
  if (Math.abs(number) >= 1e6)
    return `${number.toLocaleString("en", { notation: "compact", compactDisplay: "long", maximumFractionDigits: 4 })} ${unit}`.trim();
  return unit === "%" ? `${show(number)}%` : `${show(number)} ${unit}`.trim();
}

function save(name, blob) {
  const link = make("a", { href: URL.createObjectURL(blob), download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
