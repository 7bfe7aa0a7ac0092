// Reads a built site as GitHub Pages would serve it below a base path, and reports links that leave the base path,
// lead nowhere or lack their anchor, and pages that no link leads to.
// Usage: node crawl.mjs FOLDER BASE_URL
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

const [folder, baseUrl] = process.argv.slice(2);
const base = new URL(baseUrl);
const files = new Set(readdirSync(folder, { recursive: true, withFileTypes: true })
  .filter(entry => entry.isFile())
  .map(entry => join(entry.parentPath ?? entry.path, entry.name).slice(folder.replace(/\/$/, '').length + 1)));
const problems = [];
const pages = new Map();
const waiting = [];
const reached = new Set();

const unescape = text => text.replace(/&(amp|lt|gt|quot|apos|#39|#x27);/g, (all, name) => ({ amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", '#39': "'", '#x27': "'" })[name]);

// What the server answers with: the file itself or, for a folder, its index.html. Capitals count.
function find(url) {
  const path = decodeURIComponent(url.pathname);
  if (!path.startsWith(base.pathname)) return undefined;
  const inside = path.slice(base.pathname.length);
  const file = inside === '' || inside.endsWith('/') ? inside + 'index.html' : inside;
  return files.has(file) ? file : undefined;
}

function read(file) {
  if (pages.has(file)) return pages.get(file);
  const html = readFileSync(join(folder, file), 'utf8').replace(/<!--[\s\S]*?-->/g, '');
  const tags = html.match(/<[a-z][^>]*>/gi) ?? [];
  const values = (tag, names) => [...tag.matchAll(new RegExp(`\\s(?:${names})="([^"]*)"`, 'gi'))].map(match => unescape(match[1]));
  const links = tags.flatMap(tag => values(tag, 'href|src|action|poster'));
  for (const tag of tags.filter(tag => /^<meta[^>]*http-equiv="refresh"/i.test(tag))) links.push(values(tag, 'content')[0].replace(/^\s*\d+;\s*url=/i, ''));
  const page = { links: [...new Set(links)], ids: new Set(tags.flatMap(tag => values(tag, 'id'))) };
  pages.set(file, page);
  return page;
}

function follow(link, from, where) {
  const url = new URL(link, from);
  if (url.origin !== base.origin) {
    if (/^https?:$/.test(url.protocol) && url.hostname === 'localhost') problems.push(`${where}: ${link} leads to this machine`);
    return;
  }
  const file = find(url);
  if (file === undefined) {
    problems.push(`${where}: ${link} ${decodeURIComponent(url.pathname).startsWith(base.pathname) ? 'does not exist' : 'leaves ' + base.pathname}`);
    return;
  }
  const fragment = decodeURIComponent(url.hash.slice(1)).replace(/:~:.*$/s, '');
  if (fragment !== '' && file.endsWith('.html') && !read(file).ids.has(fragment)) problems.push(`${where}: ${link} has no such anchor`);
  if (!reached.has(file)) {
    reached.add(file);
    waiting.push(file);
  }
}

for (const file of ['index.html', '404.html', 'sitemap.xml', 'robots.txt']) {
  if (!files.has(file)) problems.push(`${file} is missing`);
}

const toUrl = file => new URL(file.replace(/(^|\/)index\.html$/, '$1').split('/').map(encodeURIComponent).join('/'), base);
follow(base.href, base, 'start');
while (waiting.length > 0) {
  const file = waiting.shift();
  if (!file.endsWith('.html')) continue;
  for (const link of read(file).links) follow(link, toUrl(file), file);
}

// What no page links to must still be right: redirects, the page for addresses that do not exist.
for (const file of [...files].filter(name => name.endsWith('.html') && !reached.has(name)).sort()) {
  if (!/<meta name="robots" content="noindex">/.test(readFileSync(join(folder, file), 'utf8'))) problems.push(`${file}: no page leads to it`);
  for (const link of read(file).links) follow(link, toUrl(file), file);
}

// Feeds, whole texts included, and sitemaps.
for (const list of [...files].filter(name => /^(sitemap.*|.*feed|feed\/.*)\.xml$/.test(name)).sort()) {
  const xml = readFileSync(join(folder, list), 'utf8');
  for (const [, location] of xml.matchAll(/<(?:loc|id|uri)>([^<]*)<\//g)) follow(unescape(location), base, list);
  for (const [, location] of xml.matchAll(/href="([^"]*)"/g)) follow(unescape(unescape(location)), base, list);
}

// Every address of the site that a file for machines names.
for (const list of [...files].filter(name => /(^|\/)(feed\.json|sources\.json|llms\.txt|datapackage\.json|CITATION\.cff|\w+\.csv|\w+\.jsonl)$/.test(name)).sort()) {
  for (const [location] of readFileSync(join(folder, list), 'utf8').matchAll(/https?:\/\/[^\s"'<>()\[\]\\;,]+/g)) {
    if (location.startsWith(base.href)) follow(location, base, list);
  }
}

for (const problem of [...new Set(problems)].sort()) console.log(problem);
console.log(`${pages.size} pages, ${files.size} files, ${problems.length} problems`);
process.exit(problems.length > 0 || pages.size === 0 ? 1 : 0);
