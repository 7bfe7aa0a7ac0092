// Reads every citation file of a built site with citation-js, as reference managers would, and reports each field that does not come
// through: CSL-JSON against its RIS and BibTeX neighbours, and each against itself after it was written and read once more.
// Usage: node citations.mjs FOLDER MODULES (a folder into which @citation-js/core and its plugins were installed)
import { readFileSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

const [folder, modules] = process.argv.slice(2);
const require = createRequire(join(modules, 'node_modules', 'start.js'));
const { Cite } = require('@citation-js/core');
for (const plugin of ['csl', 'ris', 'bibtex']) require('@citation-js/plugin-' + plugin);

// citation-js has no place for an event in RIS; the file's own T2 and CY are compared instead.
const common = ['title', 'title-short', 'author', 'genre', 'publisher', 'issued', 'language', 'abstract', 'URL'];
const fields = { ris: common, bib: [...common, 'event-title', 'event-place'] };
const problems = [];
let files = 0;

const oneLine = value => typeof value === 'string' ? value.split(/\s+/).filter(word => word !== '').join(' ') : value;
const plain = value => JSON.stringify(value, (key, inner) => key.startsWith('_') ? undefined : key === 'date-parts' ? inner[0].map(Number) : oneLine(inner));
const name = author => author.literal ?? [author.given, author['non-dropping-particle'], author.family].filter(Boolean).join(' ');
const read = (item, field) => field === 'author' ? item.author?.map(name) : item[field];

function compare(file, expected, found, names, when) {
  if (expected.length !== found.length) problems.push(`${file}: ${found.length} entries instead of ${expected.length}${when}`);
  for (const [i, item] of expected.entries()) {
    for (const field of names) {
      const [wanted, got] = [plain(read(item, field)), plain(read(found[i] ?? {}, field))];
      if (wanted !== got) problems.push(`${file}: ${item.id}: ${field} is ${got} instead of ${wanted}${when}`);
    }
  }
}

for (const path of readdirSync(folder, { recursive: true }).filter(path => path.endsWith('.csl.json')).sort()) {
  const items = JSON.parse(readFileSync(join(folder, path), 'utf8'));
  files += 3;
  compare(path, items, new Cite(items).data, [...Object.keys(items[0] ?? {})], '');
  for (const ending of ['ris', 'bib']) {
    const file = path.replace(/csl\.json$/, ending);
    const text = readFileSync(join(folder, file), 'utf8');
    const once = new Cite(text);
    compare(file, items, once.data, fields[ending], '');
    // Its own RIS breaks words at the 70th character, and its own BibTeX leaves out all but Latin letters: there, what it read is written as data.
    const again = new Cite(once.format(ending === 'bib' && /^[\0-\u024f\u2010-\u206f]*$/.test(text) ? 'biblatex' : 'data'));
    compare(file, once.data, again.data, fields[ending], ' after it was written again');
    if (ending === 'ris') {
      const tags = tag => text.split('\r\n').filter(line => line.startsWith(`${tag}  - `)).map(line => line.slice(6));
      const held = field => items.map(item => oneLine(item[field])).filter(value => value !== undefined);
      for (const [tag, field] of [['T2', 'event-title'], ['CY', 'event-place']]) {
        if (plain(tags(tag)) !== plain(held(field))) problems.push(`${file}: ${tag} is ${plain(tags(tag))} instead of ${plain(held(field))}`);
      }
    }
  }
}

for (const problem of problems) console.log(problem);
console.log(`${files} citation files, ${problems.length} problems`);
process.exit(problems.length > 0 || files === 0 ? 1 : 0);
