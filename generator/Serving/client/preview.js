// Keeps an open page what the server would answer now. The page as it was served is held beside the page that is shown:
// what changes in the first is done to the second, so that whatever the reader or a script did to it stays.
const script = document.currentScript;
let version = script.dataset.page;
script.remove();

const inert = document.implementation.createHTMLDocument("");
const served = inert.importNode(document.documentElement, true);
inert.replaceChild(served, inert.documentElement);
const shown = new WeakMap();
const pair = (one, other) => {
  shown.set(one, other);
  for (let a = one.firstChild, b = other.firstChild; a && b; a = a.nextSibling, b = b.nextSibling) pair(a, b);
};
pair(served, document.documentElement);

const copy = node => {
  const made = document.importNode(node, true);
  pair(node, made);
  return made;
};

// A new style sheet is loaded before the old one goes, so that the page never stands without one.
const swapStyle = (node, link) => {
  const next = copy(node);
  next.onload = next.onerror = () => link.remove();
  link.after(next);
};

const replay = record => {
  const target = shown.get(record.target);
  if (!target) return;
  if (record.type === "characterData") target.data = record.target.data;
  else if (record.type === "attributes") {
    const name = record.attributeName;
    const value = record.target.getAttribute(name);
    if (value === target.getAttribute(name)) return;
    if (name === "href" && target.matches?.("link[rel~=stylesheet]")) swapStyle(record.target, target);
    else if (value === null) target.removeAttribute(name);
    else target.setAttribute(name, value);
  } else {
    for (const node of record.removedNodes) shown.get(node)?.remove();
    let before = record.previousSibling && shown.get(record.previousSibling);
    const behind = record.nextSibling && shown.get(record.nextSibling);
    for (const node of record.addedNodes) {
      if (!record.target.contains(node)) continue;
      const made = shown.get(node) ?? copy(node);
      if (before?.parentNode === target) before.after(made);
      else if (behind?.parentNode === target) behind.before(made);
      else if (record.previousSibling) target.append(made);
      else target.prepend(made);
      before = made;
    }
  }
};

// A page whose program is another must be loaded anew; data within it is only text.
const scripts = page => Array.from(page.querySelectorAll("script:not([type='application/ld+json'])"), script => script.getAttribute("src") ?? script.textContent).join("\n");

const options = { head: { style: "morph" }, restoreFocus: false };
const isSame = (one, other) => one.nodeName === other.nodeName && (one.id ?? "") === (other.id ?? "");

// Makes one node what another is. Most of a page is as it was; what is not is looked for first, since to match two whole pages takes long.
const morph = (old, next) => {
  if (old.isEqualNode(next)) return;
  if (old.nodeType !== Node.ELEMENT_NODE) return void (old.data = next.data);
  const [was, now] = [Array.from(old.childNodes), Array.from(next.childNodes)];
  while (was.length && now.length && was[0].isEqualNode(now[0])) was.shift(), now.shift();
  let behind = null;
  while (was.length && now.length && was.at(-1).isEqualNode(now.at(-1))) behind = was.pop(), now.pop();
  if (was.length && now.length && !(was.length === now.length && was.every((node, i) => isSame(node, now[i])))) return void Idiomorph.morph(old, next, options);
  for (const { name } of Array.from(old.attributes)) if (!next.hasAttribute(name)) old.removeAttribute(name);
  for (const { name, value } of next.attributes) if (old.getAttribute(name) !== value) old.setAttribute(name, value);
  if (!now.length) was.forEach(node => node.remove());
  else if (!was.length) now.forEach(node => old.insertBefore(node, behind));
  else was.forEach((node, i) => morph(node, now[i]));
};

const patch = html => {
  const next = new DOMParser().parseFromString(html, "text/html");
  if (scripts(next) !== scripts(inert)) return location.reload();
  const observer = new MutationObserver(() => {});
  observer.observe(inert, { subtree: true, childList: true, attributes: true, characterData: true });
  morph(served, next.documentElement);
  const records = observer.takeRecords();
  observer.disconnect();
  records.forEach(replay);
  dispatchEvent(new CustomEvent("rostrum:patched"));
};

const refreshFiles = addresses => {
  for (const image of document.querySelectorAll("img[src], source[src], video[src], audio[src]")) {
    const url = new URL(image.getAttribute("src"), location.href);
    if (!addresses.includes(url.pathname)) continue;
    url.searchParams.set("preview", performance.now());
    image.src = url;
  }
};

// The strip with the counts, and the panel with every problem.
const host = document.createElement("rostrum-preview");
const root = host.attachShadow({ mode: "open" });
const sheet = new CSSStyleSheet();
sheet.replaceSync(STYLE);
root.adoptedStyleSheets = [sheet];
const make = (name, kind, parent, text) => {
  const made = document.createElement(name);
  made.className = kind;
  if (text !== undefined) made.textContent = text;
  parent.append(made);
  return made;
};
const strip = make("button", "strip quiet", root);
strip.type = "button";
strip.hidden = true;
const panel = make("section", "panel", root);
panel.hidden = true;
panel.setAttribute("aria-label", "Problems of the archive");
document.documentElement.append(host);

let problems = { counts: {}, items: [] };
let connected = true;
let dismissed = "";

const count = (number, word) => `${number} ${word}${number === 1 ? "" : "s"}`;
const counted = () => ["error", "warning", "note"].filter(word => problems.counts[word] > 0).map(word => [word, count(problems.counts[word], word)]);

const drawStrip = () => {
  strip.replaceChildren();
  if (!connected) make("span", "note", strip, "Waiting for the preview");
  for (const [word, text] of counted()) make("span", word, strip, text);
  strip.hidden = strip.childElementCount === 0;
  strip.classList.toggle("quiet", connected && !problems.counts.error && !problems.counts.warning);
};

const drawPanel = () => {
  panel.replaceChildren();
  panel.classList.toggle("failing", problems.counts.error > 0);
  const head = make("div", "head", panel);
  make("h2", "", head, counted().map(([, text]) => text).join(", "));
  const close = make("button", "close", head, "Close");
  close.type = "button";
  close.onclick = dismiss;
  const list = make("ol", "", panel);
  for (const problem of problems.items) {
    const item = make("li", "", list);
    const place = make(problem.open ? "a" : "span", "place", item, `${problem.path}(${problem.line},${problem.column})`);
    if (problem.open) place.href = problem.open;
    const text = make("p", "", item);
    make("span", problem.severity, text, `${problem.severity} ${problem.code}`);
    text.append(`: ${problem.message}`);
    if (problem.excerpt === undefined) continue;
    const excerpt = make("pre", "", item, `${problem.excerpt}\n${" ".repeat(problem.caret)}`);
    make("span", "caret", excerpt, "^");
  }
  if (problems.more > 0) make("p", "", panel, `The terminal lists ${problems.more} more.`);
};

const dismiss = () => {
  if (panel.hidden) return;
  panel.hidden = true;
  dismissed = problems.version;
  if (root.activeElement) strip.focus();
};

const showProblems = next => {
  problems = next;
  drawStrip();
  drawPanel();
  if (!next.items.length || (!next.counts.error && panel.dataset.asked !== "true")) panel.hidden = true;
  else if (next.counts.error && next.version !== dismissed) panel.hidden = false;
  if (panel.hidden) panel.dataset.asked = "false";
};

strip.onclick = () => {
  panel.hidden = !panel.hidden || !problems.items.length;
  panel.dataset.asked = String(!panel.hidden);
  dismissed = panel.hidden ? problems.version : "";
};
addEventListener("keydown", event => { if (event.key === "Escape") dismiss(); });

// The line to the server; taken up again when it breaks, at once when the page is looked at.
let socket;
let wait = 100;
let timer;
const connect = () => {
  clearTimeout(timer);
  if (socket && socket.readyState < 2) return;
  socket = new WebSocket(`${location.protocol === "https:" ? "wss" : "ws"}://${location.host}/_rostrum/live`);
  socket.onopen = () => {
    wait = 100;
    connected = true;
    drawStrip();
    socket.send(JSON.stringify({ path: location.pathname + location.search, page: version, problems: problems.version ?? "" }));
  };
  socket.onmessage = event => {
    const message = JSON.parse(event.data);
    if (message.go) return location.replace(message.go);
    if (message.problems) showProblems(message.problems);
    if (message.files) refreshFiles(message.files);
    if (message.page) {
      version = message.page.version;
      patch(message.page.html);
    }
  };
  socket.onclose = () => {
    connected = false;
    drawStrip();
    timer = setTimeout(connect, wait);
    wait = Math.min(wait * 1.5, 2000);
  };
};
document.addEventListener("visibilitychange", () => { if (!document.hidden) connect(); });
addEventListener("pageshow", connect);
connect();
