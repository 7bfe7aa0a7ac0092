// Marks in the rail the paragraph being read. Nothing else depends on it: pages are complete without a script.
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
