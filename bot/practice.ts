import { localPartnerCenter } from '../partner-center/local.ts';
import type { Partner } from '../partner-center/partner.ts';
import type { PartnerCenter } from '../partner-center/partnerCenter.ts';
import type { Documents } from '../storage/documents.ts';
import type { Log } from './log.ts';
import type { Config } from './settings/config.ts';

/** What a Partner Center is made with, besides the configuration. */
export interface PartnerCenterTools {
  readonly documents: Documents;
  readonly now: () => Date;
  /** Gives GUIDs. */
  readonly randomId: () => string;
  readonly log?: Log;
  /** Ends every call, as when the process stops. */
  readonly signal?: AbortSignal;
}

/** The Partner Center of practice mode, for a partner. */
export const practiceFor = (
  { agreement: { way } }: Pick<Config, 'agreement'>,
  partner: Partner,
  tools: PartnerCenterTools,
): PartnerCenter => localPartnerCenter({ ...tools, partner, agreement: way === 'customer' ? 'customer' : 'recorded' });
