import { type AzureOptions, openAzureDocuments } from '../storage/azure/azureDocuments.ts';
import { DocumentExists, type DocumentKey, type Documents, StaleDocument } from '../storage/documents.ts';
import type { TableOfAccount } from '../storage/azure/table.ts';
import { checkFault, checkOk, type CheckOutcome, type CheckUpDeps } from './check.ts';
import { tableFault } from '../storage/azure/tableFaults.ts';
import { hostOfAccount } from '../storage/azure/tableAddress.ts';

const refusals = [StaleDocument, DocumentExists];

/** True where the store says that the version is another, or that the document is there already. */
const isRefused = async (write: Promise<unknown>): Promise<boolean> =>
  write.then(
    () => false,
    (error: unknown) => {
      if (refusals.some((refusal) => error instanceof refusal)) return true;
      throw error;
    },
  );

const overwritten = 'was written over. Take what changes requests out from between the bot and the account.';

/** Removes the document, also where another version is there than should be. */
async function removeDocument(documents: Documents, key: DocumentKey, etag: string): Promise<void> {
  if (!(await isRefused(documents.remove(key, etag)))) return;
  const present = await documents.get(key);
  if (present !== undefined) await documents.remove(key, present.etag);
}

/** Writes, reads, conflicts and removes one document; gives a fault, or undefined. Raises StorageUnavailable. */
async function tryDocument(documents: Documents, id: string): Promise<string | undefined> {
  const key = { kind: 'doctor', partner: 'doctor', id };
  const first = await documents.insert(key, 'first');
  let last = first;
  try {
    if (!(await isRefused(documents.insert(key, 'again')))) return `a document that was there ${overwritten}`;
    last = await documents.replace(key, 'second', first);
    if (!(await isRefused(documents.replace(key, 'stale', first))))
      return `a newer version of a document ${overwritten}`;
    if ((await documents.get(key))?.value !== 'second') return 'what was written was not read. Restore a backup.';
  } finally {
    await removeDocument(documents, key, last);
  }
  return (await documents.get(key)) === undefined ? undefined : 'what was removed is still there. Run it again.';
}

/** Counts the answers by which the service asks to wait; the SDK repeats what they refuse. */
function throttleCounter() {
  const counts = { throttled: 0 };
  const policy: NonNullable<NonNullable<AzureOptions['client']>['additionalPolicies']>[number] = {
    position: 'perRetry',
    policy: {
      name: 'throttleCounter',
      async sendRequest(request, next) {
        const response = await next(request);
        if ([429, 503].includes(response.status)) counts.throttled += 1;
        return response;
      },
    },
  };
  return { counts, policy };
}

/**
 * Writes, reads, conflicts and removes a document in the bot's table, as several processes do: a second insert and a version
 * that is not the present one must be refused. A bot that runs meanwhile is not disturbed.
 */
export async function checkTableStorage(
  table: TableOfAccount,
  { now, newId, tableClient = {} }: CheckUpDeps,
): Promise<CheckOutcome> {
  const { account, name } = table;
  const { counts, policy } = throttleCounter();
  const client = { ...tableClient, additionalPolicies: [policy, ...(tableClient.additionalPolicies ?? [])] };
  try {
    const documents = await openAzureDocuments(account, name, { now, client });
    const fault = await tryDocument(documents, newId()).finally(() => void documents.close());
    if (fault !== undefined) return checkFault(fault);
    const waits =
      counts.throttled === 0 ? '' : `; ${String(counts.throttled)} answers asked to wait: the account is at its limits`;
    return checkOk(
      `written, read, refused where it must be, and removed in the table ${name} at ${hostOfAccount(account) ?? ''}${waits}`,
    );
  } catch (error) {
    return checkFault(tableFault(error, table));
  }
}
