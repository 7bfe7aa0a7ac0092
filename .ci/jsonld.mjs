// Collects the JSON-LD of every page of a built site into one TypeScript file, so that a compiler holds its types and properties to those of schema.org.
// Usage: node jsonld.mjs FOLDER FILE.ts
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const [folder, file] = process.argv.slice(2);
const lines = ["import type { Graph } from 'schema-dts';"];
for (const page of readdirSync(folder, { recursive: true }).filter(path => path.endsWith('.html')).sort()) {
  const [script, ...more] = readFileSync(join(folder, page), 'utf8').matchAll(/<script type="application\/ld\+json">(.*?)<\/script>/gs);
  if (more.length > 0) throw new Error(`${page} has more than one block`);
  if (script !== undefined) lines.push(`// ${page}`, `export const page${lines.length}: Graph = ${JSON.stringify(JSON.parse(script[1]), null, 1)};`);
}

writeFileSync(file, lines.join('\n'));
console.log(`${(lines.length - 1) / 2} pages`);
process.exit(lines.length > 1 ? 0 : 1);
