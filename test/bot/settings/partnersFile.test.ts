import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ConfigurationError } from '../../../bot/settings/config.ts';
import { findPartner, isCountryCode, partnersFor, readPartners } from '../../../bot/settings/partnersFile.ts';
import { samplePartners } from '../../../partner-center/rules/samplePartners.ts';
import { cloud, cloudIds } from '../../../partner-center/rules/clouds.ts';
import { invitationRefusal } from '../../../partner-center/rules/partner.ts';

const fabrikam = {
  tenantId: '00000000-0000-4000-8000-00000000000A',
  name: 'Fabrikam',
  cloud: 'global',
  type: 'indirect-provider',
  country: 'us',
  mpnId: '1234567',
  domains: ['Fabrikam.example'],
};

describe('partners file', () => {
  let folder = '';
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'desk-partners-'));
  });
  after(() => rm(folder, { recursive: true }));

  const write = async (content: unknown): Promise<string> => {
    const file = join(folder, 'partners.json');
    await writeFile(file, typeof content === 'string' ? content : JSON.stringify(content));
    return file;
  };
  const faultsOf = async (content: unknown): Promise<readonly string[]> => {
    const file = await write(content);
    try {
      await readPartners(file);
    } catch (error) {
      assert.ok(error instanceof ConfigurationError);
      return error.faults;
    }
    return [];
  };
  const pathsOf = async (content: unknown): Promise<string[]> =>
    (await faultsOf(content)).map((fault) => fault.split(':', 1)[0] ?? '');

  it('gives ids and domains in lower case and countries in capitals', async () => {
    const [partner] = await readPartners(await write([fabrikam]));
    assert.deepEqual(partner, {
      ...fabrikam,
      tenantId: '00000000-0000-4000-8000-00000000000a',
      country: 'US',
      domains: ['fabrikam.example'],
    });
  });

  it('may be a list or an object with partners, with a byte order mark', async () => {
    assert.equal((await readPartners(await write({ partners: [fabrikam] }))).length, 1);
    assert.equal((await readPartners(await write(`\uFEFF${JSON.stringify([fabrikam])}`))).length, 1);
  });

  it('takes every sample partner', async () => {
    assert.deepEqual(await readPartners(await write(samplePartners)), samplePartners);
  });

  it('names every fault of every partner at once, with its path', async () => {
    const paths = await pathsOf([
      { ...fabrikam, country: 'XX', domains: ['not a domain'], catalog: 'x.json', catalogue: 'missing.json' },
      { ...fabrikam, type: 'direct-bill', mpnId: 1234567, resellers: [], invitationLink: 'http://admin.example' },
      'Fabrikam',
    ]);
    assert.deepEqual(paths.toSorted(), [
      'partners[0]',
      'partners[0].catalogue',
      'partners[0].country',
      'partners[0].domains[0]',
      'partners[1].invitationLink',
      'partners[1].mpnId',
      'partners[1].resellers',
      'partners[1].tenantId',
      'partners[2]',
    ]);
  });

  it('refuses a tenant listed twice, also in another case', async () => {
    const again = { ...fabrikam, tenantId: fabrikam.tenantId.toLowerCase() };
    assert.deepEqual(await pathsOf([fabrikam, again]), ['partners[1].tenantId']);
  });

  it('refuses resellers and links where the cloud has none', async () => {
    const reseller = { tenantId: '00000000-0000-4000-8000-00000000000b', mpnId: '7654321', name: 'Adatum' };
    const government = {
      ...fabrikam,
      cloud: 'usGovernment',
      resellers: [reseller],
      invitationLink: 'https://a.example',
    };
    assert.deepEqual(await pathsOf([government]), ['partners[0].resellers', 'partners[0].invitationLink']);
  });

  it('refuses a reseller listed twice and the partner as its own reseller', async () => {
    const reseller = { tenantId: '00000000-0000-4000-8000-00000000000b', mpnId: '7654321', name: 'Adatum' };
    const own = { ...reseller, tenantId: fabrikam.tenantId };
    assert.deepEqual(await pathsOf([{ ...fabrikam, resellers: [reseller, reseller, own] }]), [
      'partners[0].resellers[1].tenantId',
      'partners[0].resellers[2].tenantId',
    ]);
  });

  it('refuses an indirect reseller where Partner Center itself is reached, and says why', async () => {
    const file = await write([fabrikam, { ...samplePartners[2], name: 'x'.repeat(200) }]);
    await assert.rejects(readPartners(file, true), (error: unknown) => {
      assert.ok(error instanceof ConfigurationError);
      assert.match(error.faults.join('\n'), /\[1\]\.name.*\n.*\[1\]\.type: .*no access to the Partner Center API/);
      return true;
    });
    const practice = await partnersFor({});
    const rest = { clientId: 'a', clientSecret: 'b', agreement: 'recorded' } as const;
    assert.deepEqual(
      await partnersFor({ rest }),
      practice.filter(({ type }) => type !== 'indirect-reseller'),
    );
    await assert.rejects(partnersFor({ rest, partnersFile: file }), ConfigurationError);
  });

  it('takes bundles by id or by name, and refuses what the catalog does not have, each with its path', async () => {
    const lines = [{ offer: 'Microsoft 365 Business', quantity: 5 }, { offer: 'office 365 enterprise e3' }];
    const good = await readPartners(await write([{ ...fabrikam, bundles: [{ name: 'Starter', lines }] }]));
    assert.deepEqual(good[0]?.bundles, [{ name: 'Starter', lines }]);
    const yearly = { offer: 'Microsoft 365 Business', plan: { term: 'P3Y', billing: 'triennial' } };
    const bundles = [{ name: 'Starter', lines: [{ offer: 'No such offer' }, yearly] }];
    assert.deepEqual(await pathsOf([{ ...fabrikam, bundles }]), [
      'partners[0].bundles[0].lines[0].offer',
      'partners[0].bundles[0].lines[1].plan',
    ]);
    const odd = [
      { name: '**', lines: [] },
      { name: 'A', lines },
      { name: 'a', lines: [{ offer: 'x', quantity: 0 }] },
    ];
    assert.deepEqual((await pathsOf([{ ...fabrikam, bundles: odd }])).toSorted(), [
      'partners[0].bundles[0].lines',
      'partners[0].bundles[0].name',
      'partners[0].bundles[2].lines[0].quantity',
      'partners[0].bundles[2].name',
    ]);
  });

  it('finds the catalogue beside the file', async () => {
    await writeFile(join(folder, 'offers.json'), '[]');
    const [partner] = await readPartners(await write([{ ...fabrikam, catalogue: 'offers.json' }]));
    assert.equal(partner?.catalogue, join(folder, 'offers.json'));
  });

  it('gives rights to users by object id', async () => {
    const users = { '00000000-0000-4000-8000-0000000000FF': ['view', 'add'] };
    const [partner] = await readPartners(await write([{ ...fabrikam, users }]));
    assert.deepEqual(partner?.users, { '00000000-0000-4000-8000-0000000000ff': ['view', 'add'] });
    assert.deepEqual(await pathsOf([{ ...fabrikam, users: { ann: ['view'] } }]), ['partners[0].users[0]']);
    const rights = { '00000000-0000-4000-8000-0000000000ff': ['see'] };
    assert.deepEqual(await pathsOf([{ ...fabrikam, users: { ...users, ...rights } }]), [
      'partners[0].users[0][0]',
      'partners[0].users[1]',
    ]);
  });

  it('says what is wrong with a file that is missing, empty or not JSON', async () => {
    await assert.rejects(readPartners(join(folder, 'none.json')), ConfigurationError);
    for (const content of ['', '[', '[]', '{}', 'null', '"x"', '{"partners":{}}'])
      assert.equal((await faultsOf(content)).length, 1, content);
  });
});

describe('a partner', () => {
  it('is found by tenant id whatever its case, and only then', () => {
    const id = samplePartners[0]?.tenantId ?? '';
    assert.equal(findPartner(samplePartners, id.toUpperCase()), samplePartners[0]);
    assert.equal(findPartner(samplePartners, '00000000-0000-4000-8000-0000000000ff'), undefined);
  });
});

describe('sample partners', () => {
  it('have every type in every cloud, the first a US provider in the global cloud', () => {
    const kinds = new Set(samplePartners.map(({ cloud: id, type }) => `${id} ${type}`));
    const types = ['direct-bill', 'indirect-provider', 'indirect-reseller'];
    assert.deepEqual(kinds, new Set(cloudIds.flatMap((id) => types.map((type) => `${id} ${type}`))));
    const [first] = samplePartners;
    assert.deepEqual([first?.cloud, first?.type, first?.country], ['global', 'indirect-provider', 'US']);
  });

  it('have three resellers and a link exactly where their cloud allows', () => {
    for (const { cloud: id, type, resellers, invitationLink } of samplePartners) {
      assert.equal(resellers?.length ?? 0, cloud(id).resellers && type === 'indirect-provider' ? 3 : 0);
      assert.equal(invitationLink !== undefined, invitationRefusal({ cloud: id, type }) === undefined);
    }
  });

  it('use no tenant id, MPN ID or domain twice', () => {
    const all = [...samplePartners, ...samplePartners.flatMap(({ resellers }) => resellers ?? [])];
    assert.equal(new Set(all.map(({ tenantId }) => tenantId)).size, all.length);
    assert.equal(new Set(all.map(({ mpnId }) => mpnId)).size, all.length);
    assert.equal(new Set(samplePartners.flatMap(({ domains }) => domains)).size, samplePartners.length);
  });
});

describe('a country code', () => {
  it('is known for countries and territories, not for groups, aliases or what was', () => {
    for (const code of ['US', 'TW', 'RU', 'FR', 'DE', 'CN', 'GB', 'PR', 'XK']) assert.ok(isCountryCode(code), code);
    for (const code of ['us', 'USA', 'XX', 'ZZ', 'EU', 'UN', 'UK', 'SU', 'DD', '', '12'])
      assert.ok(!isCountryCode(code), code);
  });
});
