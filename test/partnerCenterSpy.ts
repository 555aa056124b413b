import { PartnerCenterError, type PartnerCenterFault } from '../partner-center/rules/fault.ts';
import type { PartnerCenter } from '../partner-center/partnerCenter.ts';

/** The calls of Partner Center a submission or a change makes, and those that precede it. */
export type SpiedCall =
  | 'isDomainFree'
  | 'createCustomer'
  | 'recordAgreement'
  | 'requestQualification'
  | 'order'
  | 'subscriptions'
  | 'agreement'
  | 'changeQuantity'
  | 'changeStatus'
  | 'chooseEnd'
  | 'scheduleNextTerm'
  | 'updateBilling'
  | 'removeRelationship'
  | 'resetPassword';

/** One call as it was made; `requestId` for those that change something. */
interface MadeCall {
  readonly name: SpiedCall;
  readonly request: unknown;
  readonly requestId?: string;
}

/** An error a call ends with, before anything is done or, with `after`, when its work was done and the answer is lost. */
interface Failure {
  readonly error: Error;
  readonly after?: boolean;
}

/** What was asked of Partner Center, and what goes wrong there. */
export interface PartnerCenterSpy {
  readonly calls: MadeCall[];
  /** How often the rules of a country were asked for: once for each context of a draft. */
  readonly rulesAsked: number;
  /** The calls of that name. */
  of(name: SpiedCall): readonly MadeCall[];
  /** The next calls of that name end so, one each. */
  fail(name: SpiedCall, ...failures: readonly Failure[]): void;
  /** Calls of that name wait, before anything is done, until what this gives is called. */
  hold(name: SpiedCall): () => void;
  /** The catalogue cannot be read until somebody looks at it again. */
  loseOffers(): void;
  /** Nothing that was to fail fails any more. */
  heal(): void;
  /** Every Partner Center the bot uses goes through here. */
  wrap(partnerCenter: PartnerCenter): PartnerCenter;
}

/** A fault that may pass. */
export const unavailable = (after = false): Failure => ({
  error: new PartnerCenterError({ reason: 'unavailable' }, 'correlation-1', true),
  after,
});

/** A refusal for good. */
export const refused = (reason: PartnerCenterFault['reason'], field?: PartnerCenterFault['field']): Failure => ({
  error: new PartnerCenterError({ reason, ...(field === undefined ? {} : { field }) }, 'correlation-2', false),
});

/** A spy that has seen nothing and lets everything pass. */
export function partnerCenterSpy(): PartnerCenterSpy {
  const calls: MadeCall[] = [];
  const failures = new Map<SpiedCall, Failure[]>();
  const held = new Map<SpiedCall, Promise<void>>();
  let areOffersLost = false;
  let rulesAsked = 0;
  const soFar = (real: PartnerCenter, country: string, again: boolean): ReturnType<PartnerCenter['offersSoFar']> => {
    areOffersLost &&= !again;
    const known = real.offersSoFar(country);
    const fault = { reason: 'unavailable', correlationId: 'correlation-3' } as const;
    return areOffersLost ? { ...known, offers: [], state: 'failed', fault } : known;
  };
  const through = async <T>(call: MadeCall, run: () => Promise<T>): Promise<T> => {
    calls.push(call);
    await held.get(call.name);
    const failure = failures.get(call.name)?.shift();
    if (failure !== undefined && failure.after !== true) throw failure.error;
    const answer = await run();
    if (failure !== undefined) throw failure.error;
    return answer;
  };
  return {
    calls,
    get rulesAsked() {
      return rulesAsked;
    },
    of: (name) => calls.filter((call) => call.name === name),
    fail: (name, ...more) => void failures.set(name, [...(failures.get(name) ?? []), ...more]),
    hold(name) {
      let release = (): void => undefined;
      held.set(name, new Promise((resolve) => (release = resolve)));
      return () => {
        held.delete(name);
        release();
      };
    },
    loseOffers: () => void (areOffersLost = true),
    heal: () => {
      failures.clear();
      areOffersLost = false;
    },
    wrap: (real) => ({
      ...real,
      countryRules(country) {
        rulesAsked += 1;
        return real.countryRules(country);
      },
      offersSoFar: (country, again = false) => soFar(real, country, again),
      isDomainFree: (request) => through({ name: 'isDomainFree', request }, () => real.isDomainFree(request)),
      createCustomer: (request, requestId) =>
        through({ name: 'createCustomer', request, requestId }, () => real.createCustomer(request, requestId)),
      recordAgreement: (id, request, requestId) =>
        through({ name: 'recordAgreement', request, requestId }, () => real.recordAgreement(id, request, requestId)),
      requestQualification: (id, request, requestId) =>
        through({ name: 'requestQualification', request, requestId }, () =>
          real.requestQualification(id, request, requestId),
        ),
      order: (id, request, requestId, resumed) =>
        through({ name: 'order', request, requestId }, () => real.order(id, request, requestId, resumed)),
      management: spied(real.management, through),
    }),
  };
}

type Through = <T>(call: MadeCall, run: () => Promise<T>) => Promise<T>;

const spied = (real: PartnerCenter['management'], through: Through): PartnerCenter['management'] => ({
  ...real,
  subscriptions: (id) => through({ name: 'subscriptions', request: id }, () => real.subscriptions(id)),
  agreement: (id) => through({ name: 'agreement', request: id }, () => real.agreement(id)),
  changeQuantity: (id, subscription, request, requestId) =>
    through({ name: 'changeQuantity', request, requestId }, () =>
      real.changeQuantity(id, subscription, request, requestId),
    ),
  changeStatus: (id, subscription, request, requestId) =>
    through({ name: 'changeStatus', request, requestId }, () =>
      real.changeStatus(id, subscription, request, requestId),
    ),
  chooseEnd: (id, subscription, request, requestId) =>
    through({ name: 'chooseEnd', request, requestId }, () => real.chooseEnd(id, subscription, request, requestId)),
  scheduleNextTerm: (id, subscription, request, requestId) =>
    through({ name: 'scheduleNextTerm', request, requestId }, () =>
      real.scheduleNextTerm(id, subscription, request, requestId),
    ),
  updateBilling: (id, request, requestId) =>
    through({ name: 'updateBilling', request, requestId }, () => real.updateBilling(id, request, requestId)),
  resetPassword: (id, request, requestId) =>
    through({ name: 'resetPassword', request, requestId }, () => real.resetPassword(id, request, requestId)),
  removeRelationship: (id, requestId) =>
    through({ name: 'removeRelationship', request: id, requestId }, () => real.removeRelationship(id, requestId)),
});
