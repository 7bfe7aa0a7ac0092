// The same site as the other peers make: a page a statement, lists by topic, delegation, forum and year.
module.exports = config => {
  const field = name => api => {
    const terms = new Map();
    for (const item of api.getFilteredByGlob("content/statements/*.md")) {
      for (const term of [].concat(item.data[name] ?? [])) {
        if (!terms.has(term)) terms.set(term, []);
        terms.get(term).push(item);
      }
    }
    return [...terms].map(([term, items]) => ({ term, items }));
  };
  config.addCollection("statements", api => api.getFilteredByGlob("content/statements/*.md"));
  for (const name of ["topics", "delegation", "forum", "years"]) config.addCollection(`by-${name}`, field(name));
  config.addFilter("day", date => new Date(date).toISOString().slice(0, 10));
  config.addGlobalData("layout", "statement.njk");
  return { dir: { input: "content", includes: "../_includes" } };
};
