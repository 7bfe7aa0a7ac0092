// Lighthouse with its mobile settings on the main kinds of page: lighthouse.mjs SITE BASE-URL PACKAGES PATH…
// Everything but performance must be 100; performance is printed, for the machine is noisy. Needs CHROME_PATH.
import { createServer } from "node:http";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { join } from "node:path";
import { gzipSync } from "node:zlib";

const [site, base, packages, ...paths] = process.argv.slice(2);
const require = createRequire(join(packages, "package.json"));
const { default: lighthouse } = await import(require.resolve("lighthouse"));
const chromeLauncher = await import(require.resolve("chrome-launcher"));
const types = { html: "text/html", css: "text/css", js: "text/javascript", svg: "image/svg+xml", json: "application/json", xml: "application/xml", txt: "text/plain" };

const server = createServer(async (request, response) => {
  let path = decodeURIComponent(new URL(request.url, base).pathname);
  if (path.endsWith("/")) path += "index.html";
  const body = await readFile(join(site, path)).catch(() => null);
  const type = types[path.split(".").pop()] ?? "application/octet-stream";
  if (!body) return response.writeHead(404).end();
  response.writeHead(200, { "content-type": `${type}; charset=utf-8`, "content-encoding": "gzip", "cache-control": "max-age=600" }).end(gzipSync(body));
});
await new Promise(done => server.listen(new URL(base).port, "127.0.0.1", done));
const chrome = await chromeLauncher.launch({ chromeFlags: ["--headless=new", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"] });
let good = true;
try {
  for (const path of paths) {
    const { lhr } = await lighthouse(base + path, { port: chrome.port, logLevel: "error" });
    console.log(`/${path}: ${Object.values(lhr.categories).map(category => `${category.title} ${Math.round(category.score * 100)}`).join(", ")}`);
    for (const category of Object.values(lhr.categories)) {
      if (category.id === "performance" || category.score === 1) continue;
      good = false;
      for (const { id, weight } of category.auditRefs) {
        const audit = lhr.audits[id];
        if (weight > 0 && audit.score !== null && audit.score < 1) console.log(`  ${audit.title}: ${JSON.stringify(audit.details?.items ?? "").slice(0, 600)}`);
      }
    }
  }
} finally {
  chrome.kill();
  server.close();
}
process.exit(good ? 0 : 1);
