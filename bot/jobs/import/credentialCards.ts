import { blankedCredentialsCard, credentialsCard, type Credential } from '../../../cards/import/credentialsCard.ts';
import { blankedCredentials } from '../../../dialogs/import/importActions.ts';
import { words } from '../../../locales/words.ts';
import type { Partner } from '../../../partner-center/rules/partner.ts';
import type { Collection } from '../../../storage/collection.ts';
import type { Customer } from '../../../model/customer.ts';
import type { ImportHead } from '../../../model/import.ts';
import { keyQueue } from '../../../lib/keyQueue.ts';
import { cardActivity } from '../../turn/replies.ts';
import { updateCard, sendProactive } from '../proactive.ts';
import type { JobDeps } from '../deps.ts';
import { changeHead, type Imports } from '../../../storage/importCollections.ts';

/** Customers on one card. */
const maxPerCard = 8;

/** A new customer of an import, with its credentials. */
interface ShownCredential extends Credential {
  /** Id of the customer's record. */
  readonly record: string;
}

/** Cards with the credentials of an import's new customers, several on a card, each shown as soon as it exists. */
export interface CredentialCards {
  /** Shows one credential, on the open card or a new one. A failed send is retried with the next one and at the end. */
  show(partner: Partner, importId: string, shown: ShownCredential): Promise<void>;
  /** Shows the credentials that could not be sent so far. */
  rest(partner: Partner, importId: string): Promise<void>;
  /** Blanks the passwords on all open cards of an import. */
  blank(partner: Partner, importId: string): Promise<void>;
}

type CredentialCardDeps = Pick<JobDeps, 'resume' | 'log' | 'waits' | 'wait' | 'partnerCenterOf'> & {
  readonly imports: Imports;
  readonly customers: Collection<Customer>;
  readonly passwordMinutes: number;
};

/** In-memory state of an import's credential cards; passwords are stored nowhere. */
interface CardState {
  /** The open card, which has room for more. */
  card?: { readonly n: number; readonly activity: string; readonly shown: readonly ShownCredential[] };
  unsaid: readonly ShownCredential[];
  last: number;
}

/** Creates the credential cards of imports. */
export function createCredentialCards(deps: CredentialCardDeps): CredentialCards {
  const queue = keyQueue();
  const known = new Map<string, CardState>();

  const inTurn = (
    partner: Partner,
    id: string,
    work: (one: CardState, head: ImportHead) => Promise<void>,
  ): Promise<void> =>
    queue.run(`${partner.tenantId}/${id}`, async () => {
      const head = (await deps.imports.heads.get(partner.tenantId, id))?.value;
      if (head === undefined) return;
      const one = known.get(`${partner.tenantId}/${id}`) ?? { unsaid: [], last: 0 };
      known.set(`${partner.tenantId}/${id}`, one);
      await work(one, head);
    });

  const sayAll = async (partner: Partner, one: CardState, head: ImportHead): Promise<void> => {
    if (one.unsaid.length > 0 && !(await extendOpenCard(deps, partner, one, head)))
      await sendNewCard(deps, partner, one, head);
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
        for (const { card, records } of head.credentials ?? []) await blankCard(deps, partner, head, { card, records });
        await changeHead(deps.imports, partner.tenantId, id, ({ credentials: _shown, ...present }) => present);
      }),
  };
}

/**
 * Adds the unsent credentials to the open card; false when there is none, it is full, closed by Done, or not updated.
 */
async function extendOpenCard(
  deps: CredentialCardDeps,
  partner: Partner,
  one: CardState,
  head: ImportHead,
): Promise<boolean> {
  const { card, unsaid } = one;
  const isOpen = card !== undefined && head.credentials?.some(({ n }) => n === card.n) === true;
  if (!isOpen || card.shown.length + unsaid.length > maxPerCard) return false;
  const shown = [...card.shown, ...unsaid];
  let done = false;
  await sendProactive(deps, head, 'credentials', async (context) => {
    done = await updateCard(context, card.activity, activityOf(deps, partner, head, card.n, shown), deps.log);
  });
  if (!done) return false;
  one.card = { ...card, shown };
  one.unsaid = [];
  const noted = await saveCardRecords(deps, partner, head, {
    n: card.n,
    card: card.activity,
    records: recordsOf(shown),
  });
  // Done was pressed meanwhile: a blanked password must not reappear.
  if (!noted) await blankCard(deps, partner, head, { card: card.activity, records: recordsOf(shown) });
  return true;
}

/** Sends the unsent credentials on a new card; they stay unsent if that fails. */
async function sendNewCard(
  deps: CredentialCardDeps,
  partner: Partner,
  one: CardState,
  head: ImportHead,
): Promise<void> {
  const n = Math.max(one.last, ...(head.credentials ?? []).map((other) => other.n)) + 1;
  const shown = one.unsaid;
  const say = async (): Promise<string | undefined> => {
    let id: string | undefined;
    await sendProactive(deps, head, 'credentials', async (context) => {
      id = (await context.sendActivity(activityOf(deps, partner, head, n, shown)))?.id ?? '';
    });
    return id;
  };
  let activity = await say();
  for (const pause of deps.waits) {
    if (activity !== undefined) break;
    await deps.wait(pause);
    activity = await say();
  }
  if (activity === undefined) return;
  one.last = n;
  one.unsaid = [];
  one.card = { n, activity, shown };
  await changeHead(deps.imports, partner.tenantId, head.id, ({ credentials = [], ...present }) => ({
    ...present,
    credentials: [...credentials, { n, card: activity, records: recordsOf(shown) }],
  }));
}

const recordsOf = (shown: readonly ShownCredential[]): string[] => shown.map(({ record }) => record);

const activityOf = (
  { partnerCenterOf, passwordMinutes }: CredentialCardDeps,
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

type CardRecords = NonNullable<ImportHead['credentials']>[number];

/** Saves which customers are on a card; false when the card is no longer open. */
async function saveCardRecords(
  { imports }: CredentialCardDeps,
  partner: Partner,
  { id }: ImportHead,
  noted: CardRecords,
): Promise<boolean> {
  const head = await changeHead(imports, partner.tenantId, id, ({ credentials = [], ...present }) => ({
    ...present,
    credentials: credentials.map((one) => (one.n === noted.n ? noted : one)),
  }));
  return head?.credentials?.some(({ n }) => n === noted.n) === true;
}

async function blankCard(
  deps: CredentialCardDeps,
  partner: Partner,
  head: ImportHead,
  { card, records }: Pick<CardRecords, 'card' | 'records'>,
): Promise<void> {
  const credentials = await blankedCredentials(deps.customers, partner.tenantId, records);
  const activity = cardActivity(blankedCredentialsCard(words(head.language), credentials));
  await sendProactive(deps, head, 'credentials blanked', (context) => updateCard(context, card, activity, deps.log));
}
