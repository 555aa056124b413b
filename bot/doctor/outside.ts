import type { Config } from '../settings/config.ts';
import { teamsCloud } from '../settings/teamsClouds.ts';
import { gateFor } from '../door/gate.ts';
import { codeOf, fault, ok, skipped, type CheckUpTools, type Outcome } from './finding.ts';

/** Whether the keys with which Teams signs can be had. */
export const checkKeys = async (config: Config, { log, now }: CheckUpTools): Promise<Outcome> => {
  if (config.anonymous) return skipped('without MicrosoftAppId nobody signs');
  const { host } = new URL(teamsCloud(config.teamsCloud).metadataUrl);
  return (await gateFor(config, { log, now }).ready())
    ? ok('the keys of the Bot Framework are there')
    : fault(`${host} does not answer. Allow https to it from this machine.`);
};

/** Seconds; the gate tolerates five minutes, and a clock that drifts gets there. */
const tolerated = 120;

/** How far this machine's clock is from that of the login, or of the simulator. */
export const checkClock = async (config: Config, { now, fetch: send = fetch }: CheckUpTools): Promise<Outcome> => {
  if (config.anonymous && config.rest?.url === undefined) return skipped('nothing outside this machine is asked');
  const url = config.rest?.url ?? teamsCloud(config.teamsCloud).login;
  try {
    const { headers } = await send(url, { method: 'HEAD', redirect: 'manual', signal: AbortSignal.timeout(5_000) });
    const theirs = Date.parse(headers.get('date') ?? '');
    if (Number.isNaN(theirs)) return skipped(`${url} names no time`);
    const seconds = Math.round((now().getTime() - theirs) / 1000);
    return Math.abs(seconds) <= tolerated
      ? ok(`differs by ${Math.abs(seconds)} s at most`)
      : fault(
          `is ${Math.abs(seconds)} s ${seconds > 0 ? 'ahead' : 'behind'}; tokens would be refused. Switch on time synchronization.`,
        );
  } catch (error) {
    return fault(`${url} does not answer (${codeOf(error)}). Allow https to it from this machine.`);
  }
};
