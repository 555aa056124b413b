import * as z from 'zod';
import { customerAgreementOf } from './agreements.ts';
import { parseBody } from './call.ts';
import { validationStatuses } from './partners.ts';
import { refusal } from './refusal.ts';
import type { Service } from './service.ts';
import { qualification, type SimulatedCustomer } from './world.ts';

const change = z.strictObject({
  validationStatus: z.enum(validationStatuses).exactOptional(),
  directSigned: z.boolean().exactOptional(),
  /** The day on which an acceptance was recorded in another portal; an empty text: none was. */
  agreedAt: z.string().exactOptional(),
  /** Of every qualification that is vetted, and why it is denied. */
  vettingStatus: z.enum(['InReview', 'Approved', 'Denied']).exactOptional(),
  vettingReason: z.string().exactOptional(),
  /** In place of those there are: what was asked for in another portal. */
  qualifications: z.array(qualification).exactOptional(),
});

const recordedOn = ({ email, address }: SimulatedCustomer, day: string): SimulatedCustomer['agreements'] =>
  day === ''
    ? []
    : [
        {
          primaryContact: { firstName: address.firstName ?? '', lastName: address.lastName ?? '', email },
          ...customerAgreementOf(day),
        },
      ];

type Vetted = SimulatedCustomer['qualifications'][number];

const decided = (
  { vettingReason: _former, ...one }: Vetted,
  vettingStatus: NonNullable<Vetted['vettingStatus']>,
  reason: string | undefined,
): Vetted => ({ ...one, vettingStatus, ...(reason === undefined ? {} : { vettingReason: reason }) });

/** Changes a customer as the service or somebody elsewhere does. Raises Refusal when there is none such. */
export const changeCustomer = (service: Service, id: string, asked: unknown): SimulatedCustomer => {
  const { vettingStatus, vettingReason, agreedAt, ...plain } = parseBody(asked, change);
  const present = service.world.customers.get(id.toLowerCase());
  if (present === undefined) throw refusal('1000');
  const { qualifications: there = present.qualifications } = plain;
  const qualifications = there.map((one) =>
    vettingStatus === undefined || one.vettingStatus === undefined ? one : decided(one, vettingStatus, vettingReason),
  );
  const agreements = agreedAt === undefined ? present.agreements : recordedOn(present, agreedAt);
  const next = { ...present, ...plain, qualifications, agreements };
  service.world.customers.set(next.id, next);
  return next;
};
