import type { Partner } from '../partner-center/rules/partner.ts';
import type { PartnerCenter } from '../partner-center/partnerCenter.ts';
import { practicePartnerCenter, type PartnerCenterDeps } from './practicePartnerCenter.ts';
import { endpointsOf } from '../partner-center/rest/endpoints.ts';
import { msalTokens } from '../partner-center/rest/msalTokens.ts';
import { type RestSettings, restPartnerCenter } from '../partner-center/rest/restPartnerCenter.ts';
import { vaultFor } from '../storage/vault.ts';
import { simulatorTokens, type TokenSource } from '../partner-center/rest/tokens.ts';
import type { Config } from './settings/config.ts';

export type { PartnerCenterDeps } from './practicePartnerCenter.ts';

/** The Partner Center of a partner, as configured: practice mode or the REST API. */
export function partnerCenterFor(config: Config, partner: Partner, deps: PartnerCenterDeps): PartnerCenter {
  const { rest } = config;
  if (rest === undefined) return practicePartnerCenter(config, partner, deps);
  const endpoints = endpointsOf(partner.cloud, rest.url);
  const tokens = tokensFor(config, partner, deps);
  const { way, enhanced } = config.agreement;
  const more = enhanced === undefined ? {} : { enhanced };
  const onLeftOut: RestSettings['onLeftOut'] = (item) =>
    deps.log?.warn({ tenant: partner.tenantId, ...item }, 'left out of the catalog: it could not be read');
  return restPartnerCenter({ ...deps, partner, endpoints, tokens, agreement: way, ...more, onLeftOut });
}

/** The registered application that signs in for a partner, in the partner's tenant. */
export const applicationOf = ({ rest }: Config, { tenantId }: Partner) => ({
  tenantId,
  clientId: rest?.clientId ?? '',
  clientSecret: rest?.clientSecret ?? '',
});

function tokensFor(config: Config, partner: Partner, { now, randomId: newId }: PartnerCenterDeps): TokenSource {
  const endpoints = endpointsOf(partner.cloud, config.rest?.url);
  const application = applicationOf(config, partner);
  if (endpoints.simulator) return simulatorTokens(endpoints, application, { now });
  return msalTokens({
    endpoints,
    application,
    vault: vaultFor(config.storage, config.dataDir, partner.tenantId),
    newId,
  });
}
