// Comfort only: pages are complete without a script.

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
