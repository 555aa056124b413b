import { randomBytes, randomUUID } from 'node:crypto';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Sources } from './call.ts';
import { type Control, createControl, defaultTenant } from './control.ts';
import type { Delay } from './delivery.ts';
import { createPartners } from './partners.ts';
import { createServer } from './server.ts';
import { createService } from './service.ts';
import { emptyWorld, loadWorld, saveWorld } from './world.ts';

/** What a simulator is started with; everything may be left out. */
export interface SimulatorOptions extends Partial<Sources> {
  /** 0, the default, takes any free port. */
  readonly port?: number;
  /** JSON file in which customers are kept from one start to the next; without it nothing is kept. */
  readonly file?: string;
  /** Entries of a partners file; a tenant that is not there is an indirect provider of the Global cloud in the US. */
  readonly partners?: readonly unknown[];
  /** May partners name who accepted the agreement, unless more is said of one? Since 2026-01-05 they may not. */
  readonly legacyAttestation?: boolean;
  /** Holds back `slow` answers. */
  readonly wait?: Delay;
}

/** A running simulator. */
export interface Simulator extends Control {
  /** `http://127.0.0.1:PORT`: the base of the API (before `/v1`) and of the login. */
  readonly url: string;
  /** Stops at once; open connections are cut off. */
  readonly close: () => Promise<void>;
}

const practicePassword = (): string => `${randomBytes(9).toString('base64url')};9`;

const firstTenant = (partners: readonly unknown[]): string => {
  const [first] = partners;
  return typeof first === 'object' && first !== null && 'tenantId' in first ? String(first.tenantId) : defaultTenant;
};

/** Starts Partner Center's documented API on loopback. Raises an error when the port is taken or the file is another's. */
export const startSimulator = async (options: SimulatorOptions = {}): Promise<Simulator> => {
  const { port = 0, file, partners = [], wait = (milliseconds) => sleep(milliseconds) } = options;
  const { now = () => new Date(), newId = randomUUID, newPassword = practicePassword } = options;
  const { legacyAttestation = true } = options;
  const world = file === undefined ? emptyWorld() : loadWorld(file);
  const service = createService({ now, newId, newPassword }, createPartners(partners, { legacyAttestation }), world);
  const control = createControl(service, firstTenant(partners));
  const save = (): void => {
    if (file !== undefined) saveWorld(file, service.world);
  };
  const http = createServer({ service, control, wait, save });
  http.listen(port, '127.0.0.1');
  await once(http, 'listening');
  // A server that listens on a port has such an address.
  const { port: taken } = http.address() as AddressInfo;
  return {
    ...control,
    url: `http://127.0.0.1:${taken}`,
    close: async () => {
      const closed = once(http, 'close');
      http.close();
      http.closeAllConnections();
      await closed;
    },
  };
};
