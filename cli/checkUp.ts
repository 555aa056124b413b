import type { Partner } from '../partner-center/rules/partner.ts';
import { type Config, ConfigurationError, describeDestination, readConfig } from '../bot/settings/config.ts';
import { partnersFor } from '../bot/settings/partnersFile.ts';
import {
  checkFault,
  checkFolder,
  checkOk,
  type CheckOutcome,
  checkSkipped,
  checkStorage,
  type CheckUpDeps,
  type Finding,
} from './check.ts';
import { checkClock, checkPartnerCenter, checkSignIn, checkSigningKeys } from './connectivity.ts';

const oldestNode = [20, 19] as const;

const checkNode = (version: string): CheckOutcome => {
  const [major = 0, minor = 0] = version.replace(/^v/, '').split('.').map(Number);
  const isNew = major > oldestNode[0] || (major === oldestNode[0] && minor >= oldestNode[1]);
  return isNew ? checkOk(`Node ${version}`) : checkFault(`Node ${version} is too old. Install Node 24.`);
};

const faultsOf = (check: string, error: unknown): Finding[] => {
  if (!(error instanceof ConfigurationError)) throw error;
  return error.faults.map((text) => ({ check, ...checkFault(text) }));
};

async function* checkPartners(config: Config, deps: CheckUpDeps): AsyncGenerator<Finding> {
  const { partnersFile: file } = config;
  let partners: readonly Partner[];
  try {
    partners = await partnersFor(config);
  } catch (error) {
    yield* faultsOf('partners', error);
    return;
  }
  yield { check: 'partners', ...checkOk(file === undefined ? 'sample partners' : `${partners.length} in ${file}`) };
  if (config.rest === undefined) yield { check: 'Partner Center', ...checkSkipped(describeDestination(config)) };
  else
    for (const partner of partners)
      yield { check: `Partner Center of ${partner.name}`, ...(await checkPartnerCenter(config, partner, deps)) };
}

/** Checks the configuration of an environment and what it needs; yields one finding a check, as soon as it is known. */
export async function* checkUp(env: NodeJS.ProcessEnv, deps: CheckUpDeps): AsyncGenerator<Finding> {
  yield { check: 'Node', ...checkNode(deps.nodeVersion) };
  let config: Config;
  try {
    config = readConfig(env, deps.nodeVersion);
  } catch (error) {
    yield* faultsOf('settings', error);
    return;
  }
  yield { check: 'settings', ...checkOk(config.anonymous ? 'for this machine alone' : 'for Teams') };
  yield { check: 'data folder', ...(await checkFolder(config)) };
  yield { check: 'storage', ...(await checkStorage(config, deps)) };
  yield { check: 'clock', ...(await checkClock(config, deps)) };
  yield { check: 'signing keys', ...(await checkSigningKeys(config, deps)) };
  yield { check: 'sign-in of the bot', ...(await checkSignIn(config, env, deps)) };
  yield* checkPartners(config, deps);
}
