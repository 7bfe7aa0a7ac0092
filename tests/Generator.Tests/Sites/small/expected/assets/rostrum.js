// Comfort only: pages are complete without a script.

// Light or dark: as the system has it, until the reader chooses; the choice is remembered on this device.
{
  const root = document.documentElement;
  const bar = document.querySelector(".top");
  const prefersDark = matchMedia("(prefers-color-scheme: dark)");
  const store = use => {
    try {
      return use(localStorage);
    } catch {
      return null; // storage is switched off
    }
  };
  const set = theme => {
    if (theme === "dark" || theme === "light") root.dataset.theme = theme;
    else delete root.dataset.theme;
  };
  set(store(storage => storage.getItem("theme")));
  const isDark = () => (root.dataset.theme ?? (prefersDark.matches ? "dark" : "light")) === "dark";
  if (bar) {
    const button = document.createElement("button");
    const name = () => {
      button.textContent = isDark() ? bar.dataset.light : bar.dataset.dark;
      button.setAttribute("aria-label", `${bar.dataset.theme}: ${button.textContent}`);
    };
    button.type = "button";
    button.className = "theme";
    button.onclick = () => {
      set(isDark() ? "light" : "dark");
      store(storage => storage.setItem("theme", root.dataset.theme));
      name();
    };
    prefersDark.addEventListener("change", name);
    addEventListener("storage", event => {
      if (event.key !== "theme") return;
      set(event.newValue);
      name();
    });
    name();
    bar.querySelector(".find, .menu").before(button);
  }
}

// Marks in the rail the paragraph being read.
document.querySelectorAll(".rail").forEach(rail => {
  const list = rail.querySelector("ol");
  const links = new Map(Array.from(list.querySelectorAll("a"), link => [link.hash.slice(1), link]));
  const passages = Array.from(document.querySelectorAll(".passage"));
  const seen = new Set();
  let marked;

  const mark = () => {
    // The paragraph asked for, as long as it can be seen; else the topmost one.
    const asked = document.getElementById(location.hash.slice(1));
    const link = links.get((seen.has(asked) ? asked : passages.find(passage => seen.has(passage)))?.id);
    if (!link || link === marked) return;
    marked?.removeAttribute("aria-current");
    link.setAttribute("aria-current", "location");
    list.scrollLeft = link.offsetLeft - list.clientWidth / 2;
    rail.scrollTop = link.offsetTop - rail.clientHeight / 2;
    marked = link;
  };

  const observer = new IntersectionObserver(entries => {
    for (const entry of entries) seen[entry.isIntersecting ? "add" : "delete"](entry.target);
    mark();
  }, { rootMargin: "-72px 0px 0px" });
  for (const passage of passages) observer.observe(passage);
  addEventListener("hashchange", mark);
});

// Citations: the panel below the text opens under a paragraph, names it or a range of them (#p3-p5), and copies.
const panel = document.getElementById("cite");
if (panel) {
  const words = panel.dataset;
  const title = panel.querySelector("h2");
  const whole = title.textContent;
  const rows = Array.from(panel.querySelectorAll("dd[data-one]"));
  const foot = document.createElement("div");
  panel.before(foot);
  const fill = (text, numbers) => text.replace("{0}", numbers[0]).replace("{1}", numbers[1]);
  const between = (first, last) => {
    const all = Array.from(document.querySelectorAll(".passage"));
    return all.slice(all.indexOf(first), all.indexOf(last) + 1);
  };
  const range = () => {
    const [first, last] = location.hash.slice(1).split("-").map(id => document.getElementById(id));
    return first?.matches(".passage") && last?.matches(".passage") ? between(first, last) : [];
  };
  let cited = [];

  const button = (label, action, ...places) => {
    const made = document.createElement("button");
    made.type = "button";
    made.textContent = label;
    made.onclick = () => action(made);
    places[0].append(made);
    return made;
  };

  const copy = (text, made) => navigator.clipboard.writeText(text).then(() => {
    made.textContent = words.copied;
    setTimeout(() => { made.textContent = words.copy; }, 2000);
  });

  const set = passages => {
    cited = passages;
    const numbers = [passages[0], passages.at(-1)].filter(Boolean).map(passage => passage.id.slice(1));
    const several = numbers[0] !== numbers[1];
    title.textContent = numbers.length ? fill(several ? words.many : words.one, numbers) : whole;
    for (const row of rows) {
      const [place, address] = row.querySelectorAll("span");
      place.textContent = numbers.length ? fill(several ? row.dataset.many : row.dataset.one, numbers) : "";
      address.textContent = address.textContent.split("#")[0] + (numbers.length ? `#p${numbers[0]}${several ? `-p${numbers[1]}` : ""}` : "");
    }
    quotation.hidden = !numbers.length;
    panel.classList.toggle("here", numbers.length > 0);
    panel.classList.toggle("grid", !numbers.length);
    panel.classList.toggle("band", !numbers.length);
    if (numbers.length) passages.at(-1).querySelector(".words").after(panel);
    else foot.after(panel);
    close.hidden = !numbers.length;
  };

  const citation = row => Array.from(row.childNodes, node => node.nodeName === "BUTTON" ? "" : node.textContent).join("");
  for (const row of rows) button(words.copy, made => copy(citation(row), made), row);
  const quotation = document.createElement("div");
  quotation.innerHTML = "<dt></dt><dd></dd>";
  quotation.firstChild.textContent = words.quotation;
  button(words.copy, made => copy(`“${cited.map(passage => passage.querySelector(".words").innerText.trim()).join("\n\n")}”\n\n${citation(rows[0])}`, made), quotation.lastChild);
  panel.querySelector("dl").append(quotation);
  const close = button(words.close, () => {
    const passage = cited.at(-1);
    set([]);
    passage?.querySelector(".citing a")?.focus();
  }, panel);
  set([]);

  document.addEventListener("click", event => {
    const link = event.target.closest(".passage .citing a, .passage > .number");
    const passage = link?.closest(".passage");
    if (!passage) return;
    if (link.matches(".number")) {
      const from = range()[0] ?? document.getElementById(location.hash.slice(1));
      if (!event.shiftKey || !from?.matches(".passage")) return;
      event.preventDefault();
      const ends = from.compareDocumentPosition(passage) & Node.DOCUMENT_POSITION_FOLLOWING ? [from, passage] : [passage, from];
      location.hash = `${ends[0].id}-${ends[1].id}`;
      return;
    }
    event.preventDefault();
    set(range().includes(passage) ? range() : [passage]);
    panel.querySelector("button").focus();
  });

  const show = () => {
    for (const passage of document.querySelectorAll(".in-range")) passage.classList.remove("in-range");
    const passages = range();
    for (const passage of passages) passage.classList.add("in-range");
    passages[0]?.scrollIntoView();
  };
  addEventListener("hashchange", show);
  show();
  panel.addEventListener("keydown", event => {
    if (event.key === "Escape" && !close.hidden) close.click();
  });
}

// The key / leads to the search from anywhere but where one writes.
addEventListener("keydown", event => {
  const find = document.querySelector(".find");
  if (!find || event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || event.target.closest("input, textarea, select, [contenteditable]")) return;
  event.preventDefault();
  const input = document.getElementById("q");
  if (input) input.focus();
  else location.href = find.href;
});

// Another language opens at the paragraph being read.
document.addEventListener("click", event => {
  const link = event.target.closest("a[data-keep]");
  const here = document.querySelector('.rail [aria-current="location"]')?.hash ?? location.hash;
  if (link && here.startsWith("#p")) link.hash = here;
});

// Sources: the address of a text, pasted, leads to what the archive made of it.
document.querySelectorAll("form[data-sources]").forEach(form => {
  const [field, status] = [form.elements.source, form.querySelector("[role=status]")];
  // What does not change the page that an address leads to does not count.
  const bare = address => {
    const text = address.trim().replace(/^[a-z]+:\/\//i, "").replace(/^www\./i, "").replace(/#.*$/, "").replace(/([?&])(?:utm_[^&]*|fbclid=[^&]*)/g, "$1").replace(/[?&/]+$/, "");
    try {
      return decodeURI(text).toLowerCase();
    } catch {
      return text.toLowerCase();
    }
  };
  const path = page => new URL(page).pathname;
  form.hidden = false;
  form.addEventListener("submit", async event => {
    event.preventDefault();
    const sources = await (await fetch(form.dataset.sources)).json();
    const wanted = bare(field.value);
    const pages = [...new Set(Object.keys(sources).filter(source => bare(source) === wanted).flatMap(source => sources[source]))];
    if (pages.length === 1) {
      location.href = path(pages[0]);
      return;
    }
    status.textContent = pages.length ? status.dataset.several : status.dataset.none;
    for (const page of pages) {
      const link = document.createElement("a");
      link.href = path(page);
      link.textContent = decodeURI(path(page));
      status.append(" ", link);
    }
  });
});

// Previews: what a linked topic, person or instrument is, beside the paragraph where there is a margin and under it where there is none.
{
  const home = document.querySelector(".brand")?.getAttribute("href") ?? "/";
  const seen = new Map();
  const card = document.createElement("div");
  card.className = "card";
  card.role = "status";
  let shown, wait;

  const entity = target => {
    const link = target instanceof Element ? target.closest(".passage .words a[href], .quote .words a[href]") : null;
    return link?.origin === location.origin && link.pathname.startsWith(home) && /^(topics|people|delegations|forums|meetings|instruments)\/[^/]+\/$/.test(link.pathname.slice(home.length)) ? link : null;
  };
  const place = link => link.closest(".passage, .quote").querySelector(".apparatus");
  const isBeside = link => place(link).getBoundingClientRect().top < link.closest(".words").getBoundingClientRect().bottom;

  // The head of the other page is enough; a long list behind it is not waited for.
  const load = async url => {
    const response = await fetch(url);
    if (!response.ok) throw response.status;
    const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
    let html = "";
    for (let part = await reader.read(); !part.done; part = await reader.read()) {
      html += part.value;
      const main = html.indexOf("<main");
      if (main > 0 && html.length > main + 6000) break;
    }
    reader.cancel();
    const head = new DOMParser().parseFromString(html, "text/html").querySelector(".head-main");
    return [head.querySelector("h1"), head.querySelector(".lead"), head.querySelector(".kind"), head.dataset.count].map(part => part?.textContent ?? part ?? "");
  };

  const hide = () => {
    shown?.classList.remove("shown");
    card.parentElement?.classList.remove("full");
    card.remove();
    shown = null;
  };

  const show = async link => {
    if (link === shown || !place(link)) return;
    hide();
    shown = link;
    const url = link.href.split("#")[0];
    if (!seen.has(url)) seen.set(url, load(url));
    const [title, summary, kind, count] = await seen.get(url);
    if (shown !== link) return;
    const paragraph = link.closest(".passage, .quote");
    const height = paragraph.offsetHeight;
    const beside = isBeside(link);
    place(link).prepend(card);
    card.replaceChildren(...[title, summary, [kind, count].filter(Boolean).join(", ")].filter(Boolean).map(text => Object.assign(document.createElement("p"), { textContent: text })));
    link.classList.add("shown");
    // The words below stay where they are as long as the margin has room.
    if (beside && paragraph.offsetHeight > height) place(link).classList.add("full");
    if (!beside) card.scrollIntoView({ block: "nearest" });
  };

  const attempt = link => show(link).catch(hide);
  document.addEventListener("pointerover", event => {
    const link = event.pointerType === "mouse" && entity(event.target);
    clearTimeout(wait);
    if (link && place(link) && isBeside(link)) wait = setTimeout(attempt, 150, link);
  });
  document.addEventListener("focusin", event => {
    const link = entity(event.target);
    if (link && place(link) && isBeside(link)) attempt(link);
  });
  document.addEventListener("click", event => {
    const link = entity(event.target);
    if (!link || link === shown || event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey || !place(link) || isBeside(link)) return;
    event.preventDefault();
    show(link).catch(() => { location.href = link.href; });
  });
  document.addEventListener("keydown", event => {
    if (event.key === "Escape") hide();
  });
}
