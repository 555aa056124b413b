import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ConfigurationError } from '../../../bot/settings/config.ts';
import { readPartnerList } from '../../../bot/settings/partnerList.ts';
import { samplePartners } from '../../../partner-center/rules/samplePartners.ts';
import { keepLog } from '../desk.ts';

describe('the partners file of a running bot', () => {
  let folder = '';
  let partnersFile = '';
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'desk-partners-'));
    partnersFile = join(folder, 'partners.json');
  });
  afterEach(() => rm(folder, { recursive: true }));
  const write = async (content: unknown): Promise<void> =>
    writeFile(partnersFile, typeof content === 'string' ? content : JSON.stringify(content));

  it('is read again where it changed: one that did not change is the same, and one that was taken out is gone', async () => {
    const [first, second, third] = samplePartners;
    await write([first, second]);
    const { log, lines } = keepLog();
    const list = await readPartnerList({ partnersFile }, log);
    const [former] = list.all();
    await list.look();
    assert.equal(lines.length, 0);
    await write([third, first]);
    await list.look();
    assert.deepEqual(list.all(), [third, first]);
    assert.equal(list.all()[1], former);
  });

  it('that is faulty is told once with each fault, and the partners before it stay until it is mended', async () => {
    const [first, second] = samplePartners;
    await write([first]);
    const { log, lines } = keepLog();
    const list = await readPartnerList({ partnersFile }, log);
    const told = (): string[] => lines.filter((line) => line.includes('"error"'));
    for (const faulty of [[{ ...second, country: 'XX', type: 'none' }], '[{', '']) {
      const before = told().length;
      await write(faulty);
      for (const _ of [1, 2, 3]) await list.look();
      assert.equal(told().length, before + 1);
      assert.deepEqual(list.all(), [first]);
    }
    assert.ok(['partners[0].country', 'partners[0].type'].every((path) => told()[0]?.includes(path)));
    await rm(partnersFile);
    for (const _ of [1, 2]) await list.look();
    assert.equal(told().length, 4);
    await write([second]);
    await list.look();
    assert.deepEqual(list.all(), [second]);
  });

  it('that names a file which is there later only is taken up then', async () => {
    const [first] = samplePartners;
    await write([first]);
    const list = await readPartnerList({ partnersFile }, keepLog().log);
    await write([{ ...first, catalogue: 'offers.json' }]);
    await list.look();
    assert.equal(list.all()[0]?.catalogue, undefined);
    await writeFile(join(folder, 'offers.json'), '[]');
    await list.look();
    assert.equal(list.all()[0]?.catalogue, join(folder, 'offers.json'));
  });

  it('that is faulty at the start ends the start', async () => {
    await write([]);
    await assert.rejects(readPartnerList({ partnersFile }, keepLog().log), ConfigurationError);
  });
});
