import { blankedCredentialsCard, credentialsCard, type Credential } from '../../cards/importing/credentialsCard.ts';
import { blankedCredentials } from '../../dialogs/importing/credentials.ts';
import { words } from '../../locales/words.ts';
import type { Partner } from '../../partner-center/partner.ts';
import type { Collection } from '../../storage/collection.ts';
import type { Customer } from '../../storage/customers.ts';
import { changeHead, type ImportHead, type Imports } from '../../storage/imports.ts';
import { keyQueue } from '../../storage/keyQueue.ts';
import { cardActivity } from '../turn/replies.ts';
import { replaceCard, speak } from '../work/speaking.ts';
import type { WorkTools } from '../work/workTools.ts';

/** Customers on one card. */
const onOneCard = 8;

/** A new customer of an import, with its credentials. */
export interface ShownCredential extends Credential {
  /** Id of the customer's record. */
  readonly record: string;
}

/** Cards with the credentials of an import's new customers: each is shown as soon as it is there, several on a card. */
export interface CredentialCards {
  /** Shows one, on the open card or a new one. What cannot be said now is tried again with the next, and at the end. */
  show(partner: Partner, importId: string, shown: ShownCredential): Promise<void>;
  /** Shows what could not be said so far. */
  rest(partner: Partner, importId: string): Promise<void>;
  /** Blanks the passwords of all its cards that are still open. */
  blank(partner: Partner, importId: string): Promise<void>;
}

type Tools = Pick<WorkTools, 'resume' | 'log' | 'waits' | 'wait' | 'partnerCenterOf'> & {
  readonly imports: Imports;
  readonly customers: Collection<Customer>;
  readonly passwordMinutes: number;
};

/** What is known of an import's credentials in memory alone: passwords are stored nowhere. */
interface Known {
  /** The card that takes more. */
  card?: { readonly n: number; readonly activity: string; readonly shown: readonly ShownCredential[] };
  unsaid: readonly ShownCredential[];
  last: number;
}

/** Credential cards with those tools. */
export function credentialCards(tools: Tools): CredentialCards {
  const queue = keyQueue();
  const known = new Map<string, Known>();

  const inTurn = (partner: Partner, id: string, work: (one: Known, head: ImportHead) => Promise<void>): Promise<void> =>
    queue.run(`${partner.tenantId}/${id}`, async () => {
      const head = (await tools.imports.heads.get(partner.tenantId, id))?.value;
      if (head === undefined) return;
      const one = known.get(`${partner.tenantId}/${id}`) ?? { unsaid: [], last: 0 };
      known.set(`${partner.tenantId}/${id}`, one);
      await work(one, head);
    });

  const sayAll = async (partner: Partner, one: Known, head: ImportHead): Promise<void> => {
    if (one.unsaid.length > 0 && !(await extended(tools, partner, one, head))) await sent(tools, partner, one, head);
  };

  return {
    show: (partner, id, shown) =>
      inTurn(partner, id, async (one, head) => {
        one.unsaid = [...one.unsaid, shown];
        await sayAll(partner, one, head);
      }),
    rest: (partner, id) => inTurn(partner, id, (one, head) => sayAll(partner, one, head)),
    blank: (partner, id) =>
      inTurn(partner, id, async (_one, head) => {
        known.delete(`${partner.tenantId}/${id}`);
        for (const { card, records } of head.credentials ?? []) await blanked(tools, partner, head, { card, records });
        await changeHead(tools.imports, partner.tenantId, id, ({ credentials: _shown, ...present }) => present);
      }),
  };
}

/** Puts what is to be said on the open card; false where there is none, it is full, closed by Done, or not replaced. */
async function extended(tools: Tools, partner: Partner, one: Known, head: ImportHead): Promise<boolean> {
  const { card, unsaid } = one;
  const isOpen = card !== undefined && head.credentials?.some(({ n }) => n === card.n) === true;
  if (!isOpen || card.shown.length + unsaid.length > onOneCard) return false;
  const shown = [...card.shown, ...unsaid];
  let done = false;
  await speak(tools, head, 'credentials', async (context) => {
    done = await replaceCard(context, card.activity, activityOf(tools, partner, head, card.n, shown), tools.log);
  });
  if (!done) return false;
  one.card = { ...card, shown };
  one.unsaid = [];
  const noted = await note(tools, partner, head, { n: card.n, card: card.activity, records: recordsOf(shown) });
  // Done was pressed while it was on its way: what was blanked must not be there again.
  if (!noted) await blanked(tools, partner, head, { card: card.activity, records: recordsOf(shown) });
  return true;
}

/** Says it on a new card; while it is not said it stays to be said. */
async function sent(tools: Tools, partner: Partner, one: Known, head: ImportHead): Promise<void> {
  const n = Math.max(one.last, ...(head.credentials ?? []).map((other) => other.n)) + 1;
  const shown = one.unsaid;
  const say = async (): Promise<string | undefined> => {
    let id: string | undefined;
    await speak(tools, head, 'credentials', async (context) => {
      id = (await context.sendActivity(activityOf(tools, partner, head, n, shown)))?.id ?? '';
    });
    return id;
  };
  let activity = await say();
  for (const pause of tools.waits) {
    if (activity !== undefined) break;
    await tools.wait(pause);
    activity = await say();
  }
  if (activity === undefined) return;
  one.last = n;
  one.unsaid = [];
  one.card = { n, activity, shown };
  await changeHead(tools.imports, partner.tenantId, head.id, ({ credentials = [], ...present }) => ({
    ...present,
    credentials: [...credentials, { n, card: activity, records: recordsOf(shown) }],
  }));
}

const recordsOf = (shown: readonly ShownCredential[]): string[] => shown.map(({ record }) => record);

const activityOf = (
  { partnerCenterOf, passwordMinutes }: Tools,
  partner: Partner,
  { id, language }: ImportHead,
  n: number,
  shown: readonly ShownCredential[],
) =>
  cardActivity(
    credentialsCard({
      words: words(language),
      argument: `${id}.${String(n)}`,
      credentials: shown,
      practice: partnerCenterOf(partner).practice,
      minutes: passwordMinutes,
    }),
  );

type Noted = NonNullable<ImportHead['credentials']>[number];

/** Notes which customers are on a card; false when the card is not open any more. */
async function note({ imports }: Tools, partner: Partner, { id }: ImportHead, noted: Noted): Promise<boolean> {
  const head = await changeHead(imports, partner.tenantId, id, ({ credentials = [], ...present }) => ({
    ...present,
    credentials: credentials.map((one) => (one.n === noted.n ? noted : one)),
  }));
  return head?.credentials?.some(({ n }) => n === noted.n) === true;
}

async function blanked(
  tools: Tools,
  partner: Partner,
  head: ImportHead,
  { card, records }: Pick<Noted, 'card' | 'records'>,
): Promise<void> {
  const credentials = await blankedCredentials(tools.customers, partner.tenantId, records);
  const activity = cardActivity(blankedCredentialsCard(words(head.language), credentials));
  await speak(tools, head, 'credentials blanked', (context) => replaceCard(context, card, activity, tools.log));
}
