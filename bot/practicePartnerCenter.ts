import { localPartnerCenter } from '../partner-center/local/localPartnerCenter.ts';
import type { Partner } from '../partner-center/rules/partner.ts';
import type { PartnerCenter } from '../partner-center/partnerCenter.ts';
import type { Documents } from '../storage/documents.ts';
import type { Log } from './log.ts';
import type { Config } from './settings/config.ts';

/** Dependencies of a Partner Center besides the configuration. */
export interface PartnerCenterDeps {
  readonly documents: Documents;
  readonly now: () => Date;
  /** Gives GUIDs. */
  readonly randomId: () => string;
  readonly log?: Log;
  /** Makes the calls; Node's own unless it is given. */
  readonly fetch?: typeof fetch;
  /** Ends every call, as when the process stops. */
  readonly signal?: AbortSignal;
}

/** The Partner Center of practice mode, for a partner. */
export const practicePartnerCenter = (
  { agreement: { way } }: Pick<Config, 'agreement'>,
  partner: Partner,
  deps: PartnerCenterDeps,
): PartnerCenter => localPartnerCenter({ ...deps, partner, agreement: way === 'customer' ? 'customer' : 'recorded' });
