import assert from 'node:assert/strict';
import fc from 'fast-check';
import { PackageError, readPackageOptions } from '../../manifest/packageOptions.ts';

const appId = '00000000-0000-4000-8000-00000000000a';
const botId = '00000000-0000-4000-8000-00000000000b';
const right = { 'app-id': appId, 'bot-id': botId, domain: 'desk.contoso.example' };

const argsOf = (given: Readonly<Record<string, string>>): string[] =>
  Object.entries(given).map(([name, value]) => `--${name}=${value}`);

const faultsOf = (args: readonly string[]): readonly string[] => {
  try {
    readPackageOptions(args, '1.0.0');
  } catch (error) {
    assert.ok(error instanceof PackageError);
    return error.faults;
  }
  return [];
};

describe('the values of an app package', () => {
  it('need two ids and a domain, and take the rest from them', () => {
    assert.deepEqual(readPackageOptions(argsOf(right), '1.2.3'), {
      appId,
      botId,
      domain: 'desk.contoso.example',
      version: '1.2.3',
      developer: 'Customer Desk',
      support: 'https://desk.contoso.example/support',
      privacy: 'https://desk.contoso.example/privacy',
      terms: 'https://desk.contoso.example/terms',
      out: 'dist/customer-desk.zip',
    });
  });

  it('can all be given, also as two arguments', () => {
    const pages = { support: 'https://a.example/s', privacy: 'https://a.example/p', terms: 'https://a.example/t' };
    const more = { ...pages, version: '2.0.0', developer: 'Contoso', out: 'desk.zip' };
    const values = readPackageOptions(
      Object.entries({ ...right, ...more }).flatMap(([name, value]) => [`--${name}`, value]),
      '1',
    );
    assert.deepEqual(values, { appId, botId, domain: right.domain, ...more });
  });

  it('do not differ by the case of ids and domain', () => {
    const upper = { 'app-id': appId.toUpperCase(), 'bot-id': botId.toUpperCase(), domain: 'Desk.Contoso.EXAMPLE' };
    assert.deepEqual(readPackageOptions(argsOf(upper), '1.0.0'), readPackageOptions(argsOf(right), '1.0.0'));
  });

  const bad: Readonly<Record<string, readonly string[]>> = {
    'app-id': ['x', `{${appId}}`, '00000000-0000-0000-0000-000000000000', `${appId}0`],
    'bot-id': ['', 'bot', appId.replaceAll('-', '')],
    domain: [
      'https://a.example',
      'a.example/x',
      'a.example:443',
      'localhost',
      '10.0.0.1',
      '*.a.example',
      '-a.example',
      'a b.example',
    ],
    version: ['1', '1.0', 'v1.0.0', '01.0.0', '1.0.0-beta'],
    developer: ['x'.repeat(33), '{{appId}}', 'a\u202eb'],
    support: ['http://a.example', 'a.example', 'https://', 'https://a b.example', 'https://a.example/"'],
    privacy: ['javascript:alert(1)'],
    terms: [`https://a.example/${'x'.repeat(2048)}`],
    out: ['desk', 'desk.zip/'],
  };
  for (const [name, values] of Object.entries(bad)) {
    it(`are refused by name when --${name} is wrong`, () => {
      for (const value of values) {
        const faults = faultsOf(argsOf({ ...right, [name]: value }));
        assert.equal(faults.length, 1, `${name}=${value}: ${faults.join()}`);
        assert.match(faults[0] ?? '', new RegExp(`^--${name}: `));
      }
    });
  }

  it('are refused all at once, and what is missing, unknown, twice or without a value too', () => {
    const faults = faultsOf(['--app-id=x', '--bot-id', '--colour=red', '--version=1', '--version=2', 'left']);
    const names = faults.map((fault) => fault.split(':', 1)[0] ?? '');
    assert.deepEqual(names.toSorted(), ['"left"', '--app-id', '--bot-id', '--colour', '--domain', '--version']);
    assert.deepEqual(
      faultsOf([]).map((fault) => fault.split(':', 1)[0]),
      ['--app-id', '--bot-id', '--domain'],
    );
  });

  it('never let through a domain that is more than a host name', () => {
    fc.assert(
      fc.property(fc.domain(), fc.constantFrom('/', ':1', '?a', '#a', ' ', '"', '\\', '@b'), (domain, more) => {
        assert.deepEqual(faultsOf(argsOf({ ...right, domain: domain + 'x' + more + 'x' })).length, 1);
      }),
      { numRuns: 50 },
    );
  });
});
