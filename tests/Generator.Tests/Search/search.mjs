// Runs functions of templates/assets/search.js: node search.mjs SCRIPT, with a request as JSON on standard input, answers as JSON.
import { readFileSync } from "node:fs";

const script = readFileSync(process.argv[2], "utf8");
const { words, stem, ask, shardOf, readShard, rank } = new Function(`${script}\nreturn { words, stem, ask, shardOf, readShard, rank };`)();
const request = JSON.parse(readFileSync(0, "utf8"));

const find = (query, files) => {
  const read = name => Buffer.from(files[`search/${name}`], "base64");
  const directory = JSON.parse(read("directory.json"));
  directory.statements = Array.from(directory.lengths, (_, unit) => unit).filter(unit => !directory.continued.includes(unit));
  const asked = ask(query, directory.common);
  for (const word of asked) word.entries = readShard(new Uint8Array(read(`words/${shardOf(word.key, directory.borders)}.bin`)));
  return rank(asked, directory, true).map(({ unit }) => JSON.parse(read(`texts/${unit}.json`)).url);
};

console.log(JSON.stringify({
  words: request.texts?.map(words),
  stems: request.words?.map(stem),
  found: request.queries?.map(query => find(query, request.files)),
}));
