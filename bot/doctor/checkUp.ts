import type { Partner } from '../../partner-center/partner.ts';
import { readConfig, type Config } from '../settings/config.ts';
import { ConfigurationError } from '../settings/configurationError.ts';
import { destination } from '../door/destination.ts';
import { partnersFor } from '../settings/partners.ts';
import { fault, ok, skipped, type CheckUpTools, type Finding, type Outcome } from './finding.ts';
import { checkFolder, checkStorage } from './folder.ts';
import { checkClock, checkKeys } from './outside.ts';
import { checkPartnerCenter } from './partnerCenter.ts';
import { checkSignIn } from './signIn.ts';

const oldestNode = [20, 19] as const;

const checkNode = (version: string): Outcome => {
  const [major = 0, minor = 0] = version.replace(/^v/, '').split('.').map(Number);
  const isNew = major > oldestNode[0] || (major === oldestNode[0] && minor >= oldestNode[1]);
  return isNew ? ok(`Node ${version}`) : fault(`Node ${version} is too old. Install Node 24.`);
};

const linesOf = (check: string, error: unknown): Finding[] => {
  if (!(error instanceof ConfigurationError)) throw error;
  return error.faults.map((text) => ({ check, ...fault(text) }));
};

async function* partnersOf(config: Config, tools: CheckUpTools): AsyncGenerator<Finding> {
  const { partnersFile: file } = config;
  let partners: readonly Partner[];
  try {
    partners = await partnersFor(config);
  } catch (error) {
    yield* linesOf('partners', error);
    return;
  }
  yield { check: 'partners', ...ok(file === undefined ? 'sample partners' : `${partners.length} in ${file}`) };
  if (config.rest === undefined) yield { check: 'Partner Center', ...skipped(destination(config)) };
  else
    for (const partner of partners)
      yield { check: `Partner Center of ${partner.name}`, ...(await checkPartnerCenter(config, partner, tools)) };
}

/** Tries the configuration of an environment and what it needs, one finding a check, each as soon as it is known. */
export async function* checkUp(env: NodeJS.ProcessEnv, tools: CheckUpTools): AsyncGenerator<Finding> {
  yield { check: 'Node', ...checkNode(tools.nodeVersion) };
  let config: Config;
  try {
    config = readConfig(env, tools.nodeVersion);
  } catch (error) {
    yield* linesOf('settings', error);
    return;
  }
  yield { check: 'settings', ...ok(config.anonymous ? 'for this machine alone' : 'for Teams') };
  yield { check: 'data folder', ...(await checkFolder(config)) };
  yield { check: 'storage', ...(await checkStorage(config, tools)) };
  yield { check: 'clock', ...(await checkClock(config, tools)) };
  yield { check: 'signing keys', ...(await checkKeys(config, tools)) };
  yield { check: 'sign-in of the bot', ...(await checkSignIn(config, env, tools)) };
  yield* partnersOf(config, tools);
}
