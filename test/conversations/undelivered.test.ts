import assert from 'node:assert/strict';
import { words } from '../../locales/words.ts';
import { samplePartners } from '../../partner-center/rules/samplePartners.ts';
import { submissions } from '../../storage/collections.ts';
import type { Documents } from '../../storage/documents.ts';
import { imports } from '../../storage/importCollections.ts';
import { cardOf, type ShownCard, titleOf } from '../cardReading.ts';
import type { Client } from '../client.ts';
import { eventually } from '../eventually.ts';
import { memoryDocuments } from '../memoryDocuments.ts';
import { type Processes, processesOn } from '../processes.ts';
import { csvOf, existingRow } from './import/files.ts';
import { partnerOf, toReview } from './walk.ts';

const { t } = words('en');
const partner = partnerOf(2);

const isConfirmation = (card: ShownCard): boolean => titleOf(card) === t('confirmation.title');
const isImportEnd = (card: ShownCard): boolean => titleOf(card) === t('importDone.title');

describe('an end that could not be told, where several processes work on the same records,', () => {
  const told = async (
    prepare: (user: Client) => Promise<unknown>,
    button: Parameters<Client['press']>[0],
    isEnd: (card: ShownCard) => boolean,
  ): Promise<number> => {
    const documents = memoryDocuments();
    const processes = processesOn(async () => documents, { partners: samplePartners.slice(0, 2) });
    try {
      return await timesTold(documents, processes, { prepare, button, isEnd });
    } finally {
      await processes.stop();
    }
  };

  it('is told once to whoever writes to one after the other: a submission', async () => {
    assert.equal(await told(toReview, 'submit', isConfirmation), 1);
  });

  it('is told once to whoever writes to one after the other: an import', async () => {
    const prepare = async (user: Client): Promise<void> => {
      await user.say('import');
      await user.press('importText', { csv: csvOf([existingRow()]) });
    };
    assert.equal(await told(prepare, 'importSubmit', isImportEnd), 1);
  });
});

interface Work {
  readonly prepare: (user: Client) => Promise<unknown>;
  readonly button: Parameters<Client['press']>[0];
  readonly isEnd: (card: ShownCard) => boolean;
}

/** Presses the button while the channel takes no such card, then writes to each process; gives how often the card was sent. */
async function timesTold(
  documents: Documents,
  processes: Processes,
  { prepare, button, isEnd }: Work,
): Promise<number> {
  const all = [await processes.start(), await processes.start(), await processes.start()];
  const [first] = all;
  assert.ok(first);
  const { connector } = first.bot;
  const user = processes.person(first, { manner: 'teams', partner });
  await prepare(user);
  const isEndIn = (body: Parameters<typeof cardOf>[0]): boolean => {
    const card = cardOf(body);
    return card !== undefined && isEnd(card);
  };
  const ends = () => connector.calls.filter(({ method, body }) => method === 'POST' && isEndIn(body));
  connector.failWhere(({ method, body }) => (method === 'POST' && isEndIn(body) ? { status: 403 } : undefined));
  await user.press(button);
  await eventually('it is tried', () => ends().length > 0);
  await eventually('nobody works on it', () => isLeft(documents));
  const seen = all.map(({ looks }) => looks);
  await eventually('all have looked', () => all.every(({ looks }, at) => looks > (seen[at] ?? 0) + 2));
  connector.failWhere(() => undefined);
  for (const one of all) await processes.person(one, { manner: 'teams', partner, ...user }).say('agenda');
  await eventually('it is told', () => ends().some(({ id }) => id !== undefined));
  // What they began for the messages ends before they do.
  await processes.stop();
  return ends().filter(({ id }) => id !== undefined).length;
}

/** True when no process works on a job. */
async function isLeft(documents: Documents): Promise<boolean> {
  for (const kind of [submissions(documents), imports(documents).heads])
    for (const { value } of (await kind.list(partner.tenantId, { limit: 10 })).items)
      if (value.state === 'running' || value.lease?.until !== undefined) return false;
  return true;
}
