import { PartnerCenterError, type FaultReason, type PartnerCenterFault } from '../../partner-center/fault.ts';
import type { Partner } from '../../partner-center/partner.ts';
import type { Documents } from '../../storage/documents.ts';
import type { Config } from '../settings/config.ts';
import { partnerCenterFor } from '../partnerCenters.ts';
import { codeOf, fault, ok, type CheckUpTools, type Outcome } from './finding.ts';

const consent = 'Run npm run authorize.';

const mends: Partial<Readonly<Record<FaultReason, string>>> = {
  token: 'Correct PARTNER_CENTER_CLIENT_ID and PARTNER_CENTER_CLIENT_SECRET; a secret may have run out.',
  'user-token-missing': `The administrator's consent is missing or has run out. ${consent}`,
  mfa: `The consent was given without multi-factor sign-in. ${consent}`,
  role: `The user who consented is no Admin agent of this partner. ${consent}`,
  'own-agreement': 'The partner has not signed the Microsoft Partner Agreement. Sign it in Partner Center.',
  'cloud-closed': 'This cloud is closed. Remove the partner from PARTNERS_FILE.',
  unavailable: 'Partner Center does not answer. Allow https to it from this machine, or try later.',
  throttled: 'Partner Center asks to wait. Try later.',
};

const refusal = ({ reason, code }: PartnerCenterFault, correlationId?: string): Outcome =>
  fault(
    `${code ?? reason}${correlationId === undefined ? '' : ` (${correlationId})`}. ` +
      (mends[reason] ?? 'Look the code up in the documentation of Partner Center.'),
  );

const unused = (): Promise<never> => Promise.reject(new Error('a check-up changes nothing'));

/** Stands for the documents, which a running bot may hold: nothing that a check-up asks of Partner Center needs them. */
const noDocuments: Documents = {
  get: () => Promise.resolve(undefined),
  insert: unused,
  replace: unused,
  remove: unused,
  setAside: unused,
  list: () => Promise.resolve({ items: [], unreadable: [] }),
  forgetSetAside: unused,
  partitions: unused,
  forgetSetAsideOf: unused,
  close: () => Promise.resolve(),
};

/** Whether Partner Center would take a customer of that partner: token, consent and role; nothing is changed there. */
export const checkPartnerCenter = async (
  config: Config,
  partner: Partner,
  { now, newId }: CheckUpTools,
): Promise<Outcome> => {
  try {
    const partnerCenter = partnerCenterFor(config, partner, { documents: noDocuments, now, randomId: newId });
    const found = (await partnerCenter.readiness?.()) ?? (await partnerCenter.consentFault?.());
    return found === undefined ? ok('ready') : refusal(found);
  } catch (error) {
    if (error instanceof PartnerCenterError) return refusal(error.fault, error.correlationId);
    return fault(`could not be tried (${codeOf(error)}). Run it again; if it stays, read the bot's log.`);
  }
};
