import type { Config } from '../settings/config.ts';

/** Where what is submitted goes, in one line for the person who starts the bot. */
export function destination({ rest }: Config): string {
  if (rest === undefined) return 'Practice mode: nothing is sent to Microsoft.';
  return rest.url === undefined
    ? "Partner Center: customers are created at Microsoft, in each partner's cloud."
    : `Simulator at ${rest.url}: nothing is sent to Microsoft, and its own login stands in for MSAL.`;
}
