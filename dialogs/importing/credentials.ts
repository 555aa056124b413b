import { blankedCredentialsCard, type Credential } from '../../cards/importing/credentialsCard.ts';
import type { Collection } from '../../storage/collection.ts';
import type { Customer } from '../../storage/customers.ts';
import { changeHead } from '../../storage/imports.ts';
import type { Turn } from '../turn.ts';

/** The admin account of a customer. */
export const accountOf = ({ domain, stages }: Pick<Customer, 'domain' | 'stages'>): string =>
  `${stages.customer.userName ?? 'admin'}@${domain}`;

/** Accounts of recorded customers, without their passwords; one that was erased meanwhile is left out. */
export async function blankedCredentials(
  customers: Collection<Customer>,
  partner: string,
  records: readonly string[],
): Promise<readonly Credential[]> {
  const found: Credential[] = [];
  for (const id of records) {
    const record = (await customers.get(partner, id))?.value;
    if (record !== undefined) found.push({ companyName: record.companyName, account: accountOf(record) });
  }
  return found;
}

/** Done: the passwords of one of an import's cards are blanked, and not shown again. */
export async function storeCredentials(turn: Turn, argument: string): Promise<void> {
  const { imports, customers, partner, replies, words } = turn;
  const [id = '', number = ''] = argument.split('.');
  const head = (await imports.heads.get(partner.tenantId, id))?.value;
  const shown = head?.credentials?.find(({ n }) => String(n) === number);
  // First, so that the import adds no more to this card.
  if (shown !== undefined)
    await changeHead(imports, partner.tenantId, id, ({ credentials = [], ...present }) => ({
      ...present,
      credentials: credentials.filter(({ n }) => n !== shown.n),
    }));
  replies.settle(
    blankedCredentialsCard(words, await blankedCredentials(customers, partner.tenantId, shown?.records ?? [])),
  );
  replies.say(words.t(replies.replaces ? 'credentials.stored' : 'done.stored'));
}
