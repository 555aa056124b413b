import { readFile } from 'node:fs/promises';
import { isDeepStrictEqual } from 'node:util';
import type { Partner } from '../../partner-center/rules/partner.ts';
import type { Log } from '../log.ts';
import { type Config, ConfigurationError } from './config.ts';
import { partnersFor } from './partnersFile.ts';

/** The partners of a running bot, which may change. */
export interface PartnerList {
  /** The partners as they are now. One that did not change is the same object as before. */
  all(): readonly Partner[];
  /** Reads the partners file again where it changed; a faulty one is told in the log, and the partners before it stay. */
  look(): Promise<void>;
}

/** Reads the partners of a configuration. Raises a ConfigurationError with all faults. */
export async function readPartnerList(config: Pick<Config, 'partnersFile' | 'rest'>, log: Log): Promise<PartnerList> {
  const { partnersFile } = config;
  // An unreadable file is a text like no other.
  const textNow = async (): Promise<string | undefined> =>
    partnersFile === undefined ? '' : readFile(partnersFile, 'utf8').catch(() => undefined);
  let text = await textNow();
  let partners = await partnersFor(config);
  let told: string | undefined;
  return {
    all: () => partners,
    async look() {
      const found = await textNow();
      if (found !== undefined && found === text) return void (told = undefined);
      try {
        const read = await partnersFor(config);
        partners = read.map((one) => partners.find((former) => isDeepStrictEqual(former, one)) ?? one);
        text = found;
        told = undefined;
        log.info({ partners: partners.length }, 'the partners file changed and was read again');
      } catch (error) {
        if (!(error instanceof ConfigurationError)) throw error;
        if (error.message === told) return;
        told = error.message;
        log.error({ faults: error.faults }, 'the changed partners file is faulty; the partners before it stay');
      }
    },
  };
}
