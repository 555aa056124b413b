import assert from 'node:assert/strict';
import { words } from '../../locales/words.ts';
import type { Documents, Json } from '../../storage/documents.ts';
import { client, type Client } from '../client.ts';
import { useTestBot } from '../testBot.ts';
import { csvOf, newRow } from './import/files.ts';
import { answersIn, changed, isConfirmed, partnerOf, toReview, walkTo } from './walk.ts';
import { openCustomer, premium, withCustomer } from './withCustomer.ts';

const { t } = words('en');
const partner = partnerOf(2);
const { tenantId } = partner;

/** Kinds of which every customer needs the partner's one document, or that this version only writes. */
const isOfAll = (kind: string): boolean => ['bundles', 'audit'].includes(kind);

describe('documents of a newer version', () => {
  let documents: Documents | undefined;
  const kinds = new Set<string>();
  const bot = useTestBot({
    documentsOf(stored) {
      documents = {
        ...stored,
        get(key) {
          kinds.add(key.kind);
          return stored.get(key);
        },
        insert(key, ...given) {
          kinds.add(key.kind);
          return stored.insert(key, ...given);
        },
        list(kind, ...given) {
          kinds.add(kind);
          return stored.list(kind, ...given);
        },
      };
      return documents;
    },
  });
  const person = (user?: string): Client =>
    client(bot(), { manner: 'teams', partner, ...(user === undefined ? {} : { user }) });

  /** Writes the documents that name one of these, and those that all share, as a newer version would; gives their kinds. */
  async function makeNewer(names: readonly string[]): Promise<ReadonlySet<string>> {
    assert.ok(documents);
    const made = new Set<string>();
    for (const kind of kinds) {
      const { items } = await documents.list(kind, tenantId, { limit: 1_000 });
      for (const { id, value, etag } of items) {
        const text = JSON.stringify(value);
        const isTheirs = isOfAll(kind) || names.some((name) => id.includes(name) || text.includes(name));
        if (!isTheirs || typeof value !== 'object' || value === null || !('schema' in value)) continue;
        await documents.replace({ kind, partner: tenantId, id }, { ...(value as object), schema: 99 } as Json, etag);
        made.add(kind);
      }
      await documents.insert({ kind, partner: tenantId, id: `newer-${kind}` }, { schema: 99, data: { later: true } });
    }
    return made;
  }

  it('stop what is about them, in words, and nothing else', async () => {
    const theirs = person();
    const theirRecord = await withCustomer(bot(), theirs);
    const { domain = '' } = (await bot().customersOf(partner))[0] ?? {};
    const row = newRow();
    await theirs.say('import');
    await theirs.press('importText', { csv: csvOf([row]) });
    const mine = person();
    await mine.say('add customer');
    await walkTo(mine, 'subscriptions', changed(answersIn(), { offers: [] }));
    await mine.press(`add ${premium.id}`);
    await mine.press('nameBundle');
    await mine.press('saveBundle', { bundleName: 'Frontline' });
    await mine.press('next', { 'count-0': '5' });
    await mine.press('submit');
    await mine.until(() => isConfirmed(mine));
    const mineRecord = (await bot().customersOf(partner)).find(({ id }) => id !== theirRecord)?.id ?? '';

    await mine.say('customers');
    // A list that was shown before: SQLite, which searches by itself, leaves the customer out of later ones.
    const listed = mine.card();
    // The card shown last is remembered, and would name that customer.
    await mine.say('hello');
    const change = { kind: 'changes', partner: tenantId, id: 'later' };
    await documents?.insert(change, { schema: 1, data: { for: { record: theirRecord } } });
    const made = await makeNewer([theirRecord, domain, row.domain ?? '', theirs.user]);
    const needed = [
      'audit',
      'bundles',
      'changes',
      'claims',
      'customers',
      'import-rows',
      'imports',
      'own-changes',
      'people',
    ];
    for (const kind of needed) assert.ok(made.has(kind), kind);

    const isTold = (user: Client): boolean => user.lines().some((line) => line.startsWith(begins));
    const begins = t('trouble.newer', { id: '' });
    await openCustomer(mine, mineRecord);
    await mine.press('subscriptions');
    await mine.press('licenses');
    await mine.press('setLicenses', { quantity: '8' });
    await mine.until(t('changed.title'));
    for (const text of ['agenda', 'unfinished', 'drafts', 'customers', 'import']) await mine.say(text);
    await toReview(mine);
    await mine.press('submit');
    await mine.until(() => isConfirmed(mine));
    assert.ok(!isTold(mine), mine.lines().join('\n'));

    await mine.press(`customer ${theirRecord}`, {}, listed);
    assert.ok(isTold(mine), mine.lines().join('\n'));
    await theirs.say('agenda');
    assert.ok(isTold(theirs), theirs.lines().join('\n'));
    assert.ok(await documents?.get(change), 'it is left as it is');
  });
});
