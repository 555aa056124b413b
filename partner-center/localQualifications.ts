import { cloud } from './clouds.ts';
import type { PartnerCenterFault } from './fault.ts';
import type { LocalTenant, LocalTenants } from './localTenants.ts';
import type { AccountReview } from './management.ts';
import type { Partner } from './partner.ts';
import type { PartnerCenter, PartnerCenterError } from './partnerCenter.ts';
import { isAskedAlready, qualificationNames, type Vetting } from './qualification.ts';

/** What qualifications of practice tenants are asked for and decided with. */
interface Work {
  readonly partner: Partner;
  readonly tenants: LocalTenants;
  readonly now: () => Date;
  readonly refuse: (fault: PartnerCenterFault) => PartnerCenterError;
}

const noRelationship: PartnerCenterFault = { reason: 'no-relationship', code: '20002' };

/** A practice tenant's qualifications; of the first ones only that something was asked for is known. */
export const vettingsOf = ({ vettings = [] }: Pick<LocalTenant, 'vettings'>): readonly Vetting[] => vettings;

/** Why nothing can be bought for a practice tenant while its account is reviewed; undefined: it can. */
export const reviewFault = ({ review = 'allowed' }: Pick<LocalTenant, 'review'>): PartnerCenterFault | undefined =>
  blocks[review];

const blocks: Readonly<Record<AccountReview, PartnerCenterFault | undefined>> = {
  allowed: undefined,
  'under-review': { reason: 'under-review', code: '800073' },
  'not-approved': { reason: 'not-approved', code: '800075' },
};

/** Asks for a qualification, which is in review then until a decision is practised. */
export const requestQualification =
  ({ partner, tenants, now, refuse }: Work): PartnerCenter['requestQualification'] =>
  async (microsoftId, wanted, requestId) => {
    if (!cloud(partner.cloud).qualification) throw refuse({ reason: 'not-allowed', code: '600006' });
    const done = await tenants.change(microsoftId, (present) => {
      const { qualifications } = present;
      if (qualifications.includes(requestId) || isAskedAlready(wanted, vettingsOf(present)))
        return { next: present, answer: true };
      const qualification = qualificationNames[wanted.kind];
      const others = vettingsOf(present).filter((one) => one.qualification !== qualification);
      const vettings = [...others, { qualification, state: 'in-review' as const, askedAt: now().toISOString() }];
      return { next: { ...present, qualifications: [...qualifications, requestId], vettings }, answer: true };
    });
    if (done === undefined) throw refuse(noRelationship);
  };

/** Decides what Microsoft would, in practice. */
export const practiseDecision =
  ({ tenants, refuse }: Pick<Work, 'tenants' | 'refuse'>): NonNullable<PartnerCenter['practiseDecision']> =>
  async (microsoftId, decision) => {
    const done = await tenants.change(microsoftId, (present) => {
      if (decision.about === 'account') return { next: { ...present, review: decision.state }, answer: true };
      const vettings = vettingsOf(present).map((one) =>
        one.state === 'in-review' ? { ...one, state: decision.state } : one,
      );
      return { next: { ...present, vettings }, answer: true };
    });
    if (done === undefined) throw refuse(noRelationship);
  };
