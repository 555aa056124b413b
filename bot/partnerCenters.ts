import type { Partner } from '../partner-center/partner.ts';
import type { PartnerCenter } from '../partner-center/partnerCenter.ts';
import { practiceFor, type PartnerCenterTools } from './practice.ts';
import { endpointsOf } from '../partner-center/rest/endpoints.ts';
import { msalTokens } from '../partner-center/rest/msalTokens.ts';
import { type RestSettings, restPartnerCenter } from '../partner-center/rest/restPartnerCenter.ts';
import { fileVault } from '../partner-center/rest/tokenCache.ts';
import { simulatorTokens, type Tokens } from '../partner-center/rest/tokens.ts';
import type { Config } from './settings/config.ts';

export type { PartnerCenterTools } from './practice.ts';

/** The Partner Center of a partner that the configuration chose. */
export function partnerCenterFor(config: Config, partner: Partner, tools: PartnerCenterTools): PartnerCenter {
  const { rest } = config;
  if (rest === undefined) return practiceFor(config, partner, tools);
  const endpoints = endpointsOf(partner.cloud, rest.url);
  const tokens = tokensFor(config, partner, tools);
  const { way, enhanced } = config.agreement;
  const more = enhanced === undefined ? {} : { enhanced };
  const onLeftOut: RestSettings['onLeftOut'] = (item) =>
    tools.log?.warn({ tenant: partner.tenantId, ...item }, 'left out of the catalogue: it could not be read');
  return restPartnerCenter({ ...tools, partner, endpoints, tokens, agreement: way, ...more, onLeftOut });
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
