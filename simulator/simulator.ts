import { randomBytes, randomUUID } from 'node:crypto';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import type { SimulatorSources } from './apiRequest.ts';
import { type Control, createControl, defaultTenant } from './control.ts';
import { createHttpServer, type Delay } from './httpServer.ts';
import { createSimulatedPartners } from './simulatedPartner.ts';
import { createService } from './service.ts';
import { emptyState, loadState, saveState } from './state.ts';

/** Options of a simulator; all have defaults. */
export interface SimulatorOptions extends Partial<SimulatorSources> {
  /** 0, the default, takes any free port. */
  readonly port?: number;
  /** JSON file that keeps customers from one start to the next; without it nothing is kept. */
  readonly file?: string;
  /** Entries of a partners file; a tenant that is not there is an indirect provider of the Global cloud in the US. */
  readonly partners?: readonly unknown[];
  /** True when partners may name the signer of the agreement, unless set for one; forbidden since 2026-01-05. */
  readonly legacyAttestation?: boolean;
  /** Delays `slow` responses. */
  readonly wait?: Delay;
  /** Called with the MS-RequestId of a request that gets no answer. */
  readonly onSilence?: (requestId: string) => void;
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
  const { legacyAttestation = true, onSilence = () => undefined } = options;
  const state = file === undefined ? emptyState() : loadState(file);
  const service = createService(
    { now, newId, newPassword },
    createSimulatedPartners(partners, { legacyAttestation }),
    state,
  );
  const control = createControl(service, firstTenant(partners));
  const save = (): void => {
    if (file !== undefined) saveState(file, service.state);
  };
  const http = createHttpServer({ service, control, wait, onSilence, save });
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
