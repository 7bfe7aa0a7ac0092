// Holds the JSON Schemas for editors against archives that build: nothing in them may be underlined, and mistakes must be.
// Usage: node schemas.mjs SCHEMAS ARCHIVE…   Needs the npm packages ajv and yaml, in the folder NODE_MODULES names.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

const require = createRequire(join(process.env.NODE_MODULES, 'x'));
const Ajv = require('ajv');
const yaml = require('yaml');

const [schemas, ...archives] = process.argv.slice(2);
const ajv = new Ajv({ allErrors: true, strict: true, allowUnionTypes: true, strictTypes: false, strictRequired: false });
const validators = new Map(readdirSync(schemas).map(file => [file.replace('.json', ''), ajv.compile(JSON.parse(readFileSync(join(schemas, file), 'utf8')))]));
let files = 0;
const problems = [];

function check(kind, text, where, wanted = true) {
  const valid = validators.get(kind)(yaml.parse(text) ?? {});
  files++;
  if (valid !== wanted) problems.push(`${where}: ${valid ? 'the mistake is not seen' : ajv.errorsText(validators.get(kind).errors)}`);
}

for (const archive of archives) {
  check('site', readFileSync(join(archive, 'site.yml'), 'utf8'), 'site.yml');
  for (const kind of validators.keys()) {
    const folder = join(archive, 'content', kind);
    if (kind === 'site' || !existsSync(folder)) continue;
    for (const file of readdirSync(folder, { recursive: true }).filter(name => name.endsWith('.md'))) {
      check(kind, /^---\n([\s\S]*?)\n---$/m.exec(readFileSync(join(folder, file), 'utf8'))[1], `${kind}/${file}`);
    }
  }
}

const mistakes = {
  statements: ['title: A', 'title: A\ndate: 22 May 2020', 'title: A\ndate: 2020-01-01\nsepaker: x', 'title: A\ndate: 2020-01-01\ndelivery: said', 'title: A\ndate: 2020-01-01\npassages:\n  - {topic: x, p: 1}', 'title: A\ndate: 2020-01-01\nwithdrawn: {date: 2020-01-01}', 'draft: yes'],
  site: ['titel: A', 'title: A\nids: names', 'title: A\nexports: {feeds: some}', 'title: A\npage_size: many', 'title: A\nbase_url: example.org', 'title: A\nlicense: {id: CC-BY-4.0}', 'title: A\nnavigation: [{name: x, page: about}]', 'title: A\npatterns: [{instrument: x}]'],
  topics: ['title: A\naliases: [{name: B}]', 'title: A\nbroader: [{key: x}]'],
  meetings: ['title: A\nmode: online', 'start: 2020-01-01'],
  people: ['title: A\norder: last-first'],
};
for (const [kind, texts] of Object.entries(mistakes)) for (const text of texts) check(kind, text, `${kind}: ${JSON.stringify(text)}`, false);
check('statements', 'draft: true', 'a draft without a title');

for (const problem of problems) console.log(problem);
console.log(`${files} texts, ${problems.length} problems`);
process.exit(problems.length === 0 && files > 20 ? 0 : 1);
