import { deepEqual, equal, match, ok } from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { readConfig } from '../bot/settings/config.ts';

// Bicep itself is not to be had from npm: what a deployment would stumble over first is held here by its text.

const files = new Map(
  readdirSync('infra')
    .filter((name) => name.endsWith('.bicep'))
    .map((name) => [name, readFileSync(`infra/${name}`, 'utf8')] as const),
);

const textOf = (name: string): string => files.get(name) ?? '';

/** A text without its comments and strings, which may hold any bracket; `${…}` in a string is left out with it. */
const code = (text: string): string => text.replaceAll(/^\s*\/\/.*$/gm, '').replaceAll(/'(?:[^'\\]|\\.)*'/g, "''");

/** The braces that begin at `from`, with all within. */
function block(text: string, from: number): string {
  let depth = 0;
  for (let at = text.indexOf('{', from); at < text.length; at += 1) {
    if (text[at] === '{') depth += 1;
    if (text[at] === '}') depth -= 1;
    if (depth === 0) return text.slice(text.indexOf('{', from) + 1, at);
  }
  return '';
}

const declared = (text: string, word: 'param' | 'output'): string[] =>
  [...text.matchAll(new RegExp(`^${word} (\\w+)`, 'gm'))].map(([, name = '']) => name);

/** Each module of a file: its name here, its file, and the parameters it is given. */
const modulesOf = (text: string) =>
  [...text.matchAll(/^module (\w+) '([\w.]+)' = /gm)].map((found) => {
    const given = block(text, text.indexOf('params:', found.index));
    return {
      name: found[1] ?? '',
      file: found[2] ?? '',
      given: [...given.matchAll(/(?:^|,)\s*(\w+):/gm)].map(([, name = '']) => name).sort(),
    };
  });

/** The settings of the app that are no secrets, with sample values in place of what Azure gives. */
function appSettings(partnerCenter: string): Record<string, string> {
  const values: Readonly<Record<string, string>> = {
    'string(port)': '3978',
    account: 'stdesk',
    table: 'customerdesk',
    clientId: '00000000-0000-4000-8000-00000000000a',
    'tenant().tenantId': '00000000-0000-4000-8000-00000000000b',
    partnerCenter,
    partnerCenterClientId: partnerCenter === 'rest' ? '00000000-0000-4000-8000-00000000000c' : '',
    telemetryEndpoint: '',
  };
  const text = textOf('app.bicep');
  const given = block(text, text.indexOf('var settings = {'));
  return Object.fromEntries(
    [...given.matchAll(/^ {2}(\w+): (.+)$/gm)].map(([, name = '', value = '']) => [
      name,
      values[value] ?? value.replaceAll("'", ''),
    ]),
  );
}

describe('the description of Azure', () => {
  it('is whole: brackets, modules, their parameters and outputs fit', () => {
    for (const [name, text] of files) {
      for (const [open, close] of ['{}', '[]', '()'].map(([one = '', other = '']) => [one, other]))
        equal(code(text).split(open ?? '').length, code(text).split(close ?? '').length, `${name}: ${open ?? ''}`);
      const modules = modulesOf(text);
      for (const { file, given } of modules)
        deepEqual(given, declared(textOf(file), 'param').sort(), `${name}: ${file}`);
      for (const [, module, output = ''] of text.matchAll(/(\w+)\.outputs\.(\w+)/g)) {
        const file = modules.find((one) => one.name === module)?.file ?? '';
        ok(declared(textOf(file), 'output').includes(output), `${name}: ${module ?? ''}.${output}`);
      }
      for (const parameter of declared(text, 'param'))
        ok(text.replaceAll(/^param.*$/gm, '').includes(parameter), `${name}: ${parameter} is not used`);
    }
    const { parameters } = JSON.parse(readFileSync('infra/main.parameters.json', 'utf8')) as { parameters: object };
    deepEqual(Object.keys(parameters).sort(), declared(textOf('main.bicep'), 'param').sort(), 'azd can set each');
  });

  it('gives the bot settings with which it starts', () => {
    for (const partnerCenter of ['local', 'rest']) {
      const secret = partnerCenter === 'rest' ? { PARTNER_CENTER_CLIENT_SECRET: 'a' } : {};
      const config = readConfig({ NODE_ENV: 'production', ...appSettings(partnerCenter), ...secret });
      equal(config.registration?.type, 'UserAssignedMSI');
      deepEqual(config.storage, { account: { account: 'stdesk' }, name: 'customerdesk' });
    }
  });

  it('takes any other setting of the bot, and another table, and listens on one port from the start', () => {
    const app = textOf('app.bicep');
    match(app, /items\(union\(settings, added\)\)/);
    match(app, /env: concat\(plainSettings, /);
    match(app, /targetPort: port\b/);
    match(textOf('storage.bicep'), /name: tableName\n/);
    // What the documents name for azd is what azd is given.
    const named = [...readFileSync('infra/main.parameters.json', 'utf8').matchAll(/"\$\{(\w+)/g)].map(
      ([, name = '']) => name,
    );
    const document = readFileSync('docs/scale-out.md', 'utf8');
    for (const name of named.filter((one) => !/^(?:AZURE_(?:ENV_NAME|LOCATION|PRINCIPAL_ID)|SERVICE_)/.test(one)))
      ok(document.includes(`\`${name}\``) || document.includes(`set ${name} `), name);
  });

  it('makes new processes where the partners file or a secret changed, and keeps the account from being deleted', () => {
    match(textOf('app.bicep'), /uniqueString\(partnersUri, clientSecretUri, telemetryHeadersSecret\)/);
    match(textOf('vault.bicep'), /output partnersUri string = partnersFile\.properties\.secretUriWithVersion/);
    match(textOf('storage.bicep'), /locks@[\d-]+' = \{\n {2}scope: account/);
  });

  it('has two processes at least, no key of the account, and no secret in a setting', () => {
    match(textOf('main.bicep'), /@minValue\(2\)\n(?:@.*\n)*param minReplicas int = 2/);
    match(textOf('storage.bicep'), /allowSharedKeyAccess: false/);
    for (const text of files.values())
      for (const [line] of text.matchAll(/^.*param \w*(?:Secret|Base64)\b.*$/gm))
        match(text, new RegExp(`@secure\\(\\)\\n(?:@.*\\n)*${line.replaceAll(/[$()]/g, '\\$&')}`));
    for (const name of Object.keys(appSettings('rest'))) ok(!/SECRET|PASSWORD|KEY/.test(name), name);
  });
});

describe('compose.yaml', () => {
  const compose = readFileSync('compose.yaml', 'utf8');
  const proxy = readFileSync('compose.nginx.conf', 'utf8');

  it('gives the bots settings with which they start', () => {
    const [settings = ''] = /^x-settings:[^]*?\n\n/m.exec(compose) ?? [];
    const given = [...settings.matchAll(/^ {2}(\w+): (?:>-\n\s+)?(.+)$/gm)].map(([, name = '', value = '']) => [
      name,
      value,
    ]);
    const config = readConfig(Object.fromEntries(given) as NodeJS.ProcessEnv);
    ok(typeof config.storage !== 'string' && config.anonymous && config.rest?.url === 'http://127.0.0.1:4000');
  });

  it('leads the proxy to each of two bots, and to nobody else', () => {
    const ports = [...compose.matchAll(/PORT: '(\d+)'/g)].map(([, port]) => port);
    deepEqual(
      [...proxy.matchAll(/server 127\.0\.0\.1:(\d+) /g)].map(([, port]) => port),
      ports,
    );
    equal(ports.length, 2);
    for (const [, file = ''] of compose.matchAll(/'(\.\/[\w.]+):/g)) ok(readFileSync(file, 'utf8') !== '');
    ok(!/ip_hash|sticky|hash /.test(proxy.replaceAll(/#.*/g, '')));
    // A replica that stands still takes connections, and answers none.
    const messages = block(proxy, proxy.indexOf('location = /api/messages'));
    match(messages, /proxy_read_timeout 15s;/);
    match(messages, /proxy_next_upstream error timeout non_idempotent;/);
  });
});
