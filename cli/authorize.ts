import { randomUUID } from 'node:crypto';
import { PartnerCenterError } from '../partner-center/rules/fault.ts';
import type { Partner } from '../partner-center/rules/partner.ts';
import { endpointsOf } from '../partner-center/rest/endpoints.ts';
import { beginConsent } from '../partner-center/rest/msalTokens.ts';
import { vaultFor } from '../storage/vault.ts';
import { type Config, ConfigurationError, loadEnvironment, readConfig } from '../bot/settings/config.ts';
import { applicationOf } from '../bot/partnerCenters.ts';
import { findPartner, partnersFor } from '../bot/settings/partnersFile.ts';
import { redirectUri, waitForCode } from './consentRedirect.ts';

const say = (...lines: readonly string[]): void => void process.stdout.write(`${lines.join('\n')}\n`);

/** Walks the administrator of one partner through the consent and stores the token where the bot reads it. */
async function authorize(config: Config, partner: Partner): Promise<void> {
  const vault = vaultFor(config.storage, config.dataDir, partner.tenantId);
  // Nobody signs in before it is known that the consent can be kept.
  await vault.read();
  const consent = await beginConsent(
    {
      endpoints: endpointsOf(partner.cloud),
      application: applicationOf(config, partner),
      vault,
      newId: randomUUID,
    },
    redirectUri,
  );
  say(
    `Consent of ${partner.name}`,
    '',
    '1. Open this address in a browser, here or on any other machine, and sign in with multi-factor authentication as a',
    '   user of this partner who is an Admin agent in Partner Center:',
    '',
    consent.url,
    '',
    `2. The browser then goes to ${redirectUri}. On this machine that is all. On another it cannot be opened there: copy`,
    '   the whole address from the address bar, paste it here and press Enter.',
    '',
  );
  const user = await consent.redeem(await waitForCode(consent.state, process.stdin));
  say(`Done: ${user} speaks for ${partner.name}. The bot takes it up by itself; it need not be restarted.`, '');
}

async function main(): Promise<void> {
  loadEnvironment();
  const config = readConfig(process.env);
  if (config.rest === undefined)
    throw new ConfigurationError('Settings', ['PARTNER_CENTER: is not rest. Set it; local asks for no consent.']);
  if (config.rest.url !== undefined || config.partnersFile === undefined)
    throw new ConfigurationError('Settings', ['PARTNER_CENTER_URL: the simulator asks for no consent. Unset it.']);
  const partners = await partnersFor(config);
  const [wanted] = process.argv.slice(2);
  const named = wanted === undefined ? undefined : findPartner(partners, wanted);
  if (wanted !== undefined && named === undefined)
    throw new ConfigurationError('Partners', [`${wanted}: is on no entry of PARTNERS_FILE. Name a tenant id of it.`]);
  for (const partner of named === undefined ? partners : [named]) await authorize(config, partner);
}

main().then(
  // A pending read of the terminal must not keep the process alive.
  () => process.exit(0),
  (error: unknown) => {
    const text = error instanceof Error ? error.message : 'unknown error';
    const hint =
      error instanceof PartnerCenterError ? ' Check the application, its redirect address and permissions.' : '';
    process.stderr.write(`${text}${hint}\n`);
    process.exit(1);
  },
);
