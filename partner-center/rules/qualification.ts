import type { SubmissionRequest } from '../../model/submission.ts';
import type { Segment } from './catalog.ts';

/**
 * A qualification to request for a customer; vetting takes days (developer/update-customer-qualification-asynchronous).
 */
export type Qualification = Readonly<NonNullable<SubmissionRequest['qualification']>>;

/** State of Microsoft's vetting of a qualification; `unknown` without one, as of a state-owned entity (not vetted). */
export type VettingState = 'in-review' | 'approved' | 'denied' | 'unknown';

/** A customer's qualification with its vetting state. */
export interface Vetting {
  /** `Education`, `GovernmentCommunityCloud`, `StateOwnedEntity`, `Nonprofit` or one to come. */
  readonly qualification: string;
  readonly state: VettingState;
  /** Reason for a denial, in Microsoft's words. */
  readonly reason?: string;
  /** Date of the request, ISO 8601. */
  readonly askedAt?: string;
}

/** Partner Center's names of the qualifications that can be requested. */
export const qualificationNames = {
  education: 'Education',
  governmentCommunityCloud: 'GovernmentCommunityCloud',
} as const satisfies Readonly<Record<Qualification['kind'], string>>;

/** Kind of a qualification that can be requested. */
export type QualificationKind = keyof typeof qualificationNames;

/** Kind of a qualification by Partner Center's name; undefined when it cannot be requested. */
export const qualificationKind = (name: string): QualificationKind | undefined =>
  qualificationKinds.find((kind) => qualificationNames[kind] === name);

/** Kinds that can be requested, in the order they are offered. */
export const qualificationKinds = [
  'education',
  'governmentCommunityCloud',
] as const satisfies readonly QualificationKind[];

const segmentOfQualification: Readonly<Record<string, Segment>> = {
  Education: 'education',
  GovernmentCommunityCloud: 'government',
  // Asked for by the organization itself, at Microsoft's site for nonprofits (CustomerQualification).
  Nonprofit: 'nonprofit',
};

/** Segments of a customer's approved qualifications, whose offers it may buy besides the commercial ones. */
export const approvedSegments = (vettings: readonly Pick<Vetting, 'qualification' | 'state'>[]): readonly Segment[] =>
  vettings.flatMap(({ qualification, state }) =>
    state === 'approved' ? (segmentOfQualification[qualification] ?? []) : [],
  );

/** True when that qualification is in review or approved, so that it need not be requested again. */
export const isAlreadyRequested = ({ kind }: Pick<Qualification, 'kind'>, vettings: readonly Vetting[]): boolean =>
  vettings.some(
    ({ qualification, state }) =>
      qualification === qualificationNames[kind] && (state === 'in-review' || state === 'approved'),
  );

/** Kinds that customers in this country can have: Government Community Cloud is for governments in the United States. */
export const qualificationsIn = (country: string): readonly QualificationKind[] =>
  country === 'US' ? qualificationKinds : qualificationKinds.filter((kind) => kind !== 'governmentCommunityCloud');

/** Kinds that can be requested for a customer: missing ones and denied ones, of those of its country where it is known. */
export const requestableQualifications = (vettings: readonly Vetting[], country = 'US'): readonly QualificationKind[] =>
  qualificationsIn(country).filter((kind) => !isAlreadyRequested({ kind }, vettings));

/** Form answers of a requested qualification, by input name. */
export const qualificationAnswers = (wanted: Qualification): Readonly<Record<string, string>> =>
  wanted.kind === 'education'
    ? { educationSegment: wanted.segment, website: wanted.website }
    : { validationCode: wanted.validationCode };
