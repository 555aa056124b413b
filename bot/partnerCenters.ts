import { localPartnerCenter } from '../partner-center/local.ts';
import type { Partner } from '../partner-center/partner.ts';
import type { PartnerCenter } from '../partner-center/partnerCenter.ts';
import { endpointsOf } from '../partner-center/rest/endpoints.ts';
import { msalTokens } from '../partner-center/rest/msalTokens.ts';
import { type RestSettings, restPartnerCenter } from '../partner-center/rest/restPartnerCenter.ts';
import { fileVault } from '../partner-center/rest/tokenCache.ts';
import { simulatorTokens, type Tokens } from '../partner-center/rest/tokens.ts';
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

/** The Partner Center of a partner that the configuration chose. */
export function partnerCenterFor(config: Config, partner: Partner, tools: PartnerCenterTools): PartnerCenter {
  const { rest } = config;
  if (rest === undefined) return localPartnerCenter({ ...tools, partner });
  const endpoints = endpointsOf(partner.cloud, rest.url);
  const tokens = tokensFor(config, partner, tools);
  const onLeftOut: RestSettings['onLeftOut'] = (item) =>
    tools.log?.warn({ tenant: partner.tenantId, ...item }, 'left out of the catalogue: it could not be read');
  return restPartnerCenter({ ...tools, partner, endpoints, tokens, consent: rest.agreement, onLeftOut });
}

/** The application that speaks for a partner; its tenant is the partner's. */
export const applicationOf = ({ rest }: Config, { tenantId }: Partner) => ({
  tenantId,
  clientId: rest?.clientId ?? '',
  clientSecret: rest?.clientSecret ?? '',
});

function tokensFor(config: Config, partner: Partner, { now, randomId: newId }: PartnerCenterTools): Tokens {
  const endpoints = endpointsOf(partner.cloud, config.rest?.url);
  const application = applicationOf(config, partner);
  if (endpoints.simulator) return simulatorTokens(endpoints, application, { now });
  return msalTokens({ endpoints, application, vault: fileVault(config.dataDir, partner.tenantId), newId });
}
