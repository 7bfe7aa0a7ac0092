// The search page. What it needs it fetches from search/, by need: a directory, then a shard a word, a text a result, a filter when it is opened.

// Text becomes words as in generator/Search/SearchWords.cs: the two are held together by shared test vectors.
const dropped = /[\u00AD\u0300-\u036F\u0591-\u05BD\u05BF\u05C1\u05C2\u05C4\u05C5\u05C7\u0610-\u061A\u0640\u064B-\u065F\u0670\u06D6-\u06DC\u06DF-\u06E4\u06E7\u06E8\u06EA-\u06ED\u1AB0-\u1AFF\u1DC0-\u1DFF\u200B-\u200F\u2060\uFEFF]/g;
const same = { "ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "đ": "d", "ð": "d", "ł": "l", "þ": "th", "ı": "i", "ς": "σ", "\u0649": "\u064A", "\u06CC": "\u064A", "\u0629": "\u0647", "\u06A9": "\u0643" };
const sames = new RegExp(`[${Object.keys(same).join("")}]`, "g");
const pairs = "\\u0E01-\\u0E4E\\u0E81-\\u0ECD\\u1000-\\u1049\\u1780-\\u17D3\\u3005-\\u3007\\u3041-\\u3096\\u30A1-\\u30FA\\u30FC-\\u30FF\\u3400-\\u4DBF\\u4E00-\\u9FFF\\uF900-\\uFAFF\\u{20000}-\\u{3FFFF}";
const pieces = new RegExp(`[${pairs}]+|(?:(?![${pairs}])[\\p{L}\\p{N}\\p{M}])+`, "gu");
const paired = new RegExp(`^[${pairs}]`, "u");

const fold = text => text.normalize("NFKD").replace(dropped, "").normalize("NFC").toLowerCase().replace(sames, letter => same[letter]);
const split = piece => {
  if (!paired.test(piece)) return [piece.slice(0, 32)];
  const letters = Array.from(piece);
  return letters.map((letter, i) => letter + (letters[i + 1] ?? ""));
};
const words = text => (fold(text).match(pieces) ?? []).flatMap(split);

// The forms of a word under one key, as in generator/Search/WordStem.cs.
const stem = word => {
  if (!/^[a-z]{4,}$/.test(word)) return word;
  word = word.replace(/([^sui])s$/, "$1");
  const cut = word.replace(/(ing|ed)$/, "");
  if (/.{4}(t(ion|ive|or|io)|sion)$/.test(word)) word = word.replace(/(ion|ive|or|io)$/, "");
  else if (cut === word || cut.length < 3 || !/[aeiouy]/.test(cut)) word = word.replace(/(.{4})e$/, "$1");
  else if (cut.length > 3 && /([^aeiolsz])\1$/.test(cut)) word = cut.slice(0, -1);
  else word = /^[^aeiou][aeiou][^aeiouwxy]$/.test(cut) ? cut + "e" : cut;
  return word.replace(/(.{3})y$/, "$1i").replace(/(.{4}t)i$/, "$1");
};

// How well a word of a text answers a word that is asked for. Words of one key begin alike, so that few need be brought under theirs.
const answer = (word, asked) => word === asked.word ? 1
  : word.startsWith(asked.key.slice(0, -1)) && stem(word) === asked.key ? 0.8
  : word.startsWith(asked.word) ? 0.4 : 0;

// The words asked for: none that stand everywhere, and of a run of paired letters not the last alone.
const ask = (text, common) => {
  const all = Array.from(new Set((fold(text).match(pieces) ?? []).flatMap(piece => {
    const own = split(piece);
    return paired.test(piece) && own.length > 1 ? own.slice(0, -1) : own;
  }))).slice(0, 24);
  const telling = all.filter(word => !common.includes(word));
  return (telling.length ? telling : all).map(word => ({ word, key: stem(word) }));
};

// The shard whose words begin last before a key.
const shardOf = (key, borders) => {
  let low = 0;
  for (let high = borders.length; high - low > 1;) {
    const middle = low + high >> 1;
    if (borders[middle] <= key) low = middle;
    else high = middle;
  }
  return low;
};

// Reads the words of a shard, and the postings of one; ShardWriter.cs says how they are written.
const reader = (bytes, at) => ({
  get at() { return at; },
  skip(count) { at += count; return bytes.subarray(at - count, at); },
  byte: () => bytes[at++],
  number() {
    let number = 0;
    for (let shift = 0; ; shift += 7) {
      number |= (bytes[at] & 127) << shift;
      if (bytes[at++] < 128) return number;
    }
  },
});

const readShard = bytes => {
  const entries = [];
  const from = reader(bytes, 0);
  let before = new Uint8Array();
  while (from.at < bytes.length) {
    const shared = from.byte();
    const rest = from.skip(from.byte());
    before = Uint8Array.from([...before.subarray(0, shared), ...rest]);
    const head = from.number();
    entries.push({ word: new TextDecoder().decode(before), count: head >> 2, form: head & 3, postings: from.skip(from.number()) });
  }
  return entries;
};

const [EXACT, ROUGH, , PREFIX] = [0, 1, 2, 3];
const couples = Array.from({ length: 16 }, (_, high) => Array.from({ length: high }, (_, low) => 1 << high | 1 << low)).flat();

// Calls with each unit that holds the word, the bits of its passages, and whether its title has it.
const readPostings = ({ postings, count, form }, units, each) => {
  const from = reader(postings, 0);
  const numbers = [];
  if (count * 8 > units) {
    const bits = from.skip(units + 7 >> 3);
    for (let unit = 0; unit < units; unit++) if (bits[unit >> 3] >> (unit & 7) & 1) numbers.push(unit);
  } else {
    for (let last = -1; numbers.length < count;) numbers.push(last += from.number() + 1);
  }
  const titles = new Set();
  if (form <= ROUGH) for (let left = from.number(), last = -1; left > 0; left--) titles.add(last += from.number() + 1);
  numbers.forEach((unit, i) => {
    let bits = 0;
    if (form === EXACT) {
      const code = from.byte();
      bits = code < 16 ? 1 << code : code < 136 ? couples[code - 16] : code === 136 ? 0 : from.byte() | from.byte() << 8;
    } else if (form === ROUGH) {
      bits = from.byte();
      bits |= bits << 8;
    }
    each(unit, bits, titles.has(i));
  });
};

const ones = bits => {
  let count = 0;
  for (; bits; bits &= bits - 1) count++;
  return count;
};

// Statements that hold the words asked for, best first: BM25 over the passages that hold a word, a title that holds it counting as three of them.
const rank = (asked, directory, all) => {
  const units = directory.lengths.length;
  const score = new Float32Array(units);
  const found = new Uint32Array(units);
  const together = new Uint16Array(units).fill(65535);
  asked.forEach((word, place) => {
    const often = new Float32Array(units);
    const passages = new Uint16Array(units);
    for (const entry of word.entries) {
      const weight = entry.form === PREFIX ? (entry.word === word.word ? 0.2 : 0) : answer(entry.word, word);
      if (!weight) continue;
      readPostings(entry, units, (unit, bits, title) => {
        often[unit] += weight * (ones(bits) / (entry.form === ROUGH ? 2 : 1) + 3 * title || 0.5);
        passages[unit] |= bits;
      });
    }
    const count = often.reduce((sum, value) => sum + (value > 0), 0);
    word.rarity = Math.log(1 + (units - count + 0.5) / (count + 0.5));
    for (let unit = 0; unit < units; unit++) {
      together[unit] &= passages[unit];
      if (!often[unit]) continue;
      found[unit] |= 1 << place;
      score[unit] += word.rarity * often[unit] * 2.2 / (often[unit] + 1.2 * (0.5 + parseInt(directory.lengths[unit], 36) / 16));
    }
  });
  const results = [];
  directory.statements.forEach((unit, statement) => {
    const end = directory.statements[statement + 1] ?? units;
    let best = unit;
    let has = 0;
    for (; unit < end; unit++) {
      if (together[unit] && asked.length > 1) score[unit] *= 1.5; // all words in one passage
      if (score[unit] > score[best]) best = unit;
      has |= found[unit];
    }
    if (all ? ones(has) === asked.length : has) results.push({ statement, unit: best, score: score[best] });
  });
  return results.sort((a, b) => b.score - a.score || b.unit - a.unit);
};

// A filter's values, and for each statement the numbers of its own.
const readFilter = ({ values, of }) => {
  const own = [];
  for (const run of of.split(" ")) {
    const [numbers, times] = run.split("*");
    const list = numbers ? numbers.split(".").map(number => parseInt(number, 36)) : [];
    for (let i = times ? parseInt(times, 36) : 1; i > 0; i--) own.push(list);
  }
  return { values: values.map(([key, title]) => ({ key, title: title ?? key })), own };
};

const make = (name, properties, ...children) => {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...children);
  return made;
};

// The text with what answers the words in marks, and how often each word is answered.
const mark = (text, asked) => {
  const parts = [];
  const answers = asked.map(() => 0);
  let done = 0;
  const hit = (word, start, end) => {
    let any = false;
    asked.forEach((one, place) => {
      const weight = answer(word, one);
      answers[place] += weight;
      any ||= weight > 0;
    });
    if (!any || end <= done) return;
    start = Math.max(start, done);
    const last = parts.at(-1);
    if (start === done && last?.nodeName === "MARK") last.textContent += text.slice(start, end);
    else parts.push(text.slice(done, start), make("mark", { textContent: text.slice(start, end) }));
    done = end;
  };
  for (const { 0: piece, index } of text.matchAll(pieces)) {
    if (!paired.test(piece)) {
      for (const word of words(piece)) hit(word, index, index + piece.length);
      continue;
    }
    let at = index;
    const letters = Array.from(piece);
    letters.forEach((letter, i) => {
      const two = letter + (letters[i + 1] ?? "");
      const single = asked.some(one => one.word === fold(letter));
      hit(fold(two), at, at + (single ? letter : two).length);
      at += letter.length;
    });
  }
  parts.push(text.slice(done));
  return { parts, answers };
};

const start = form => {
  const { base, found, none, some, more, also, paragraph, failed } = form.dataset;
  const input = form.elements.q;
  const status = document.getElementById("search-status");
  const list = document.getElementById("search-results");
  const next = document.getElementById("search-more");
  const filters = new Map();
  const fetched = new Map();
  const mostRequests = 5; // for one query, beside the directory
  let requests = 0;
  let turn = 0; // of searches
  let drawing = 0; // of what is shown
  let results = [];
  let directory;

  const get = (name, read, options) => {
    if (!fetched.has(name)) {
      if (directory) requests++;
      const answer = fetch(`${base}search/${name}${options ? "" : `?v=${directory.version}`}`, options).then(response => {
        if (!response.ok) throw new Error(`${response.status} ${name}`);
        return response[read]();
      });
      fetched.set(name, answer);
      answer.catch(() => fetched.delete(name));
    }
    return fetched.get(name);
  };

  const open = async () => {
    const read = await get("directory.json", "json", { cache: "no-cache" });
    if (directory) return;
    const continued = new Set(read.continued);
    directory = { ...read, statements: Array.from(read.lengths, (_, unit) => unit).filter(unit => !continued.has(unit)) };
    for (const box of document.querySelectorAll("[data-filter]")) {
      const own = directory.filters.find(filter => filter.name === box.dataset.filter);
      if (!own) continue;
      box.hidden = false;
      if (own.of !== undefined) fill(box, own);
      else box.addEventListener("toggle", () => load(box).then(narrow));
    }
  };

  const load = async box => fill(box, await get(`${box.dataset.filter}.json`, "json"));

  const fill = (box, content) => {
    const name = box.dataset.filter;
    if (filters.has(name)) return;
    const filter = readFilter(content);
    const chosen = new URLSearchParams(location.search).getAll(name);
    const rows = filter.values.map(value => {
      value.input = make("input", { type: "checkbox", name, value: value.key, checked: chosen.includes(value.key) });
      value.count = make("span", { className: "count" });
      value.row = make("li", {}, make("label", {}, value.input, make("span", { textContent: value.title }), value.count));
      return value.row;
    });
    box.append(make("ul", {}, ...rows));
    if (chosen.length) box.open = true;
    filters.set(name, filter);
  };

  const shard = async word => {
    word.entries = readShard(new Uint8Array(await get(`words/${shardOf(word.key, directory.borders)}.bin`, "arrayBuffer")));
  };

  const address = () => {
    const parameters = new URLSearchParams();
    if (input.value.trim()) parameters.set("q", input.value.trim());
    for (const [name, filter] of filters) for (const value of filter.values) if (value.input.checked) parameters.append(name, value.key);
    for (const [name, value] of new URLSearchParams(location.search)) if (name !== "q" && name !== "order" && !filters.has(name)) parameters.append(name, value);
    if (form.elements.order.value) parameters.set("order", form.elements.order.value);
    const query = parameters.toString();
    history.replaceState(null, "", location.pathname + (query ? `?${query}` : ""));
  };

  const search = async () => {
    const mine = ++turn;
    requests = 0;
    try {
      await open();
      const asked = ask(input.value, directory.common);
      const chosen = new Set(new URLSearchParams(location.search).keys());
      await Promise.all([
        ...asked.map(shard),
        ...Array.from(document.querySelectorAll("[data-filter]"), box => !filters.has(box.dataset.filter) && chosen.has(box.dataset.filter) && load(box)),
      ]);
      if (mine !== turn) return;
      results = asked.length ? rank(asked, directory, true) : [];
      const whole = results.length > 0;
      if (!whole && asked.length > 1) results = rank(asked, directory, false);
      results.asked = asked;
      results.whole = whole;
      await narrow();
    } catch (error) {
      if (mine !== turn) return;
      status.textContent = failed;
      throw error;
    }
  };

  const passes = (statement, but) => Array.from(filters).every(([name, filter]) => {
    if (name === but) return true;
    const checked = filter.values.flatMap((value, number) => value.input.checked ? [number] : []);
    return !checked.length || filter.own[statement].some(number => checked.includes(number));
  });

  // Shows what the filters leave, and beside each value of a filter how much it would leave.
  const narrow = async () => {
    const mine = ++drawing;
    address();
    for (const [name, filter] of filters) {
      const counts = new Uint32Array(filter.values.length);
      for (const { statement } of results) if (passes(statement, name)) for (const number of filter.own[statement]) counts[number]++;
      filter.values.forEach((value, number) => {
        value.count.textContent = counts[number].toLocaleString(document.documentElement.lang);
        value.row.hidden = !counts[number] && !value.input.checked;
      });
    }
    const order = form.elements.order.value;
    const left = results.filter(result => passes(result.statement));
    if (order) left.sort((a, b) => order === "oldest" ? a.unit - b.unit : b.unit - a.unit);
    const { asked, whole } = results;
    form.classList.toggle("asked", Boolean(asked?.length));
    status.textContent = !asked?.length ? "" : left.length ? (whole ? found : some).replace("{0}", left.length.toLocaleString(document.documentElement.lang)) : none;
    let shown = 0;
    const show = async count => {
      const taken = left.slice(shown, shown + count);
      shown += taken.length;
      const entries = await Promise.all(taken.map(async result => entry(await get(`texts/${result.unit}.json`, "json"), asked)));
      if (mine !== drawing) return;
      if (shown === taken.length) list.replaceChildren();
      list.append(...entries);
      next.hidden = shown >= left.length;
      next.onclick = async () => {
        const last = list.lastElementChild;
        await show(10);
        last.nextElementSibling?.querySelector("a")?.focus();
      };
    };
    if (!left.length) {
      list.replaceChildren();
      next.hidden = true;
    } else await show(Math.max(2, left.slice(0, 10).filter(result => fetched.has(`texts/${result.unit}.json`)).length, mostRequests - requests));
  };

  const link = ([title, url]) => url ? make("a", { href: base + url, textContent: title }) : title;
  const links = all => (all ?? []).flatMap((one, i) => i ? [", ", link(one)] : [link(one)]);

  // A statement with the passage that answers best, others nearly as good, and the numbers of the rest.
  const entry = (unit, asked) => {
    const passages = unit.passages.map(([id, text]) => {
      const { parts, answers } = mark(text, asked);
      return { id, parts, score: answers.reduce((sum, often, place) => sum + asked[place].rarity * often / (often + 0.5), 0) };
    });
    const ranked = passages.filter(passage => passage.score > 0).sort((a, b) => b.score - a.score);
    const quoted = ranked.filter((passage, i) => i === 0 || i < 3 && passage.score > 0.75 * ranked[0].score);
    if (!quoted.length && passages.length) quoted.push(passages[0]);
    const rest = passages.filter(passage => passage.score > 0 && !quoted.includes(passage));
    quoted.sort((a, b) => passages.indexOf(a) - passages.indexOf(b));
    const number = passage => make("a", { className: "number", href: `${base}${unit.url}#${passage.id}`, textContent: `¶ ${passage.id.slice(1)}`, ariaLabel: paragraph.replace("{0}", passage.id.slice(1)) });
    const who = unit.delegations ?? unit.speakers;
    const heading = make("h3", { className: "result-title", lang: unit.language, dir: unit.direction ?? "ltr" }, make("a", { href: base + unit.url }, ...mark(unit.title, asked).parts));
    return make("li", { className: "grid quote" },
      make("div", { className: "said" },
        ...who ? [make("p", { className: "said-who" }, ...links(who))] : [],
        make("p", {}, make("time", { dateTime: unit.day, textContent: unit.date })),
        ...unit.delegations && unit.speakers ? [make("p", {}, ...links(unit.speakers), unit.role ? `, ${unit.role}` : "")] : [],
        ...unit.occasion ? [make("p", { className: "quiet" }, ...links(unit.occasion))] : []),
      make("div", { className: "result" }, heading,
        ...quoted.map(passage => make("div", { className: "result-passage" }, number(passage), make("blockquote", { className: "words", lang: unit.language, dir: unit.direction ?? "ltr" }, ...passage.parts))),
        ...rest.length ? [make("p", { className: "quiet result-rest" }, also, " ", ...rest.flatMap((passage, i) => i ? [" ", number(passage)] : [number(passage)]))] : []));
  };

  const read = () => {
    const parameters = new URLSearchParams(location.search);
    input.value = parameters.get("q") ?? "";
    form.elements.order.value = parameters.get("order") ?? "";
    for (const [name, filter] of filters) for (const value of filter.values) value.input.checked = parameters.getAll(name).includes(value.key);
    if (input.value) search(); else open();
  };

  let waiting;
  input.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(() => { address(); search(); }, 150);
  });
  form.addEventListener("submit", event => {
    event.preventDefault();
    clearTimeout(waiting);
    address();
    search();
  });
  form.addEventListener("change", event => { if (event.target !== input) narrow(); });
  addEventListener("popstate", read);
  form.hidden = false;
  read();
  if (!input.value) input.focus();
};

if (globalThis.document) start(document.getElementById("search"));
