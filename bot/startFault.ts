import { StorageUnavailable } from '../storage/documents.ts';
import type { Config } from './settings/config.ts';

const tryAgain = 'npm run doctor, with the same settings, tries it again.';

/** One line of why the bot could not start, and what to do; without keys and personal data. */
export async function startFault(error: unknown, { storage, dataDir }: Config): Promise<string> {
  const text = error instanceof Error ? error.message : String(error);
  if (!(error instanceof StorageUnavailable)) return text;
  if (typeof storage === 'string') return `${text}. Look at the disk and at the rights of ${dataDir}. ${tryAgain}`;
  // Loaded only where it is needed.
  const { tableFault } = await import('../storage/azure/tableFaults.ts');
  return `${tableFault(error, storage)} ${tryAgain}`;
}
