import * as z from 'zod';
import { isTooOld } from '../agreement.ts';
import { cloud } from '../clouds.ts';
import { personFault } from '../customerRules.ts';
import { dataFile } from '../data.ts';
import { collection } from './answer.ts';
import { checkAccepted } from './attestations.ts';
import { record } from './audit.ts';
import { type Call, created, type Handler, ok, param, parseBody } from './call.ts';
import { customerOf } from './customers.ts';
import { Refusal, refusal } from './refusal.ts';
import { agreement, type SimulatedCustomer } from './world.ts';

const customerAgreement = dataFile(
  'agreement',
  z.object({ templateId: z.string(), type: z.string(), link: z.string() }),
);

/** An agreement of the present kind that was recorded on that day. */
export const customerAgreementOf = (day: string) => ({
  templateId: customerAgreement().templateId,
  type: customerAgreement().type,
  dateAgreed: `${day}T00:00:00.000Z`,
});

interface Template {
  readonly templateId: string;
  readonly agreementType: string;
  readonly agreementLink: string;
}

// The retired one stays in the list and is the default, which is why a client must name the type it wants.
const templates = (): readonly Template[] => {
  const { templateId, type, link } = customerAgreement();
  return [
    { templateId, agreementType: type, agreementLink: link },
    {
      templateId: '998b88de-aa99-4388-a42c-1b3517d49490',
      agreementType: 'MicrosoftCloudAgreement',
      agreementLink: 'https://docs.microsoft.com/partner-center/agreements',
    },
  ];
};

const wanted = ({ query }: Call): ((type: string) => boolean) => {
  const asked = query.get('agreementType') ?? 'MicrosoftCloudAgreement';
  return (type) => asked === '*' || type.toLowerCase() === asked.toLowerCase();
};

const openTo = ({ partner }: Call): void => {
  if (!cloud(partner.cloud).agreement) throw refusal('600006');
  if (partner.type === 'indirect-reseller') throw refusal('1002');
};

/**
 * Whether a customer may buy: an agreement of the present kind is recorded or signed, and not too old; clouds without one
 * ask for none.
 */
export const hasAgreement = ({ partner }: Call, { directSigned, agreements }: SimulatedCustomer): boolean =>
  !cloud(partner.cloud).agreement ||
  directSigned ||
  agreements.some(({ type, dateAgreed }) => type === customerAgreement().type && !isTooOld(dateAgreed));

/** GET agreements[?agreementType]: the Cloud Agreement unless the type is named. */
export const listTemplates: Handler = (call) => {
  openTo(call);
  const fits = wanted(call);
  const items = templates().filter(({ agreementType }) => fits(agreementType));
  return ok(collection(items.map((item) => ({ ...item, versionRank: 0 }))));
};

/** GET agreementtemplates/{id}/document?language&country. */
export const getDocument: Handler = (call) => {
  openTo(call);
  const template = templates().find(({ templateId }) => templateId === param(call, 'template'));
  if (template === undefined) throw refusal('1000');
  const { agreementLink } = template;
  const [language, country] = [call.query.get('language') ?? 'en-US', call.query.get('country') ?? 'US'];
  return ok({ displayUri: agreementLink, downloadUri: agreementLink, language, country });
};

/** GET customers/{id}/agreements[?agreementType]. */
export const listAgreements: Handler = (call) => {
  openTo(call);
  const fits = wanted(call);
  const items = customerOf(call).agreements.filter(({ type }) => fits(type));
  const linkOf = (type: string) => templates().find(({ agreementType }) => agreementType === type)?.agreementLink;
  return ok({ totalCount: items.length, items: items.map((item) => ({ ...item, agreementLink: linkOf(item.type) })) });
};

type Agreement = z.infer<typeof agreement>;

const isSame = (one: Agreement, other: Agreement): boolean =>
  one.type === other.type &&
  (['firstName', 'lastName', 'email', 'phoneNumber'] as const).every(
    (field) => (one.primaryContact[field] ?? '') === (other.primaryContact[field] ?? ''),
  );

const checked = (call: Call, asked: Agreement): Agreement => {
  const agreed = Date.parse(asked.dateAgreed);
  if (Number.isNaN(agreed) || agreed > call.now().getTime())
    throw refusal('3000', { data: ['property_name: dateAgreed'] });
  const template = templates().find(({ templateId }) => templateId === asked.templateId);
  if (template === undefined) throw refusal('3000', { data: ['property_name: templateId'] });
  const { firstName, lastName, email } = asked.primaryContact;
  if (personFault({ firstName, lastName, email }, [], call.partner.country) !== undefined)
    throw refusal('3000', { data: ['property_name: primaryContact'] });
  // The template decides: a Cloud Agreement's id records a Cloud Agreement, whatever the type says.
  return { ...asked, type: template.agreementType };
};

/** A body of POST agreements: with an attestation it is made of that, and its template may be left out. */
const confirmation = agreement
  .omit({ templateId: true })
  .extend({ templateId: z.string().default(''), attestationId: z.string().exactOptional() });

/** What is recorded: of an attestation whose page was accepted, or what the partner says where it still may. */
const accepting = (call: Call): Agreement => {
  const { attestationId, ...asked } = parseBody(call.body, confirmation);
  if (attestationId !== undefined) {
    checkAccepted(call, attestationId);
    return checked(call, { ...asked, templateId: asked.templateId || customerAgreement().templateId });
  }
  if (call.token.kind === 'app-only') throw refusal('900329');
  // Nothing public says how it is answered today.
  if (!call.partner.legacyAttestation) throw new Refusal(410, { description: 'This way to attest was retired.' });
  return checked(call, asked);
};

/**
 * POST customers/{id}/agreements: who accepted and when, or the attestation whose page was accepted; the same signer again
 * is 600061.
 */
export const confirmAgreement: Handler = (call) => {
  openTo(call);
  const customer = customerOf(call);
  const accepted = accepting(call);
  if (customer.agreements.some((one) => isSame(one, accepted))) throw refusal('600061');
  call.world.customers.set(customer.id, { ...customer, agreements: [...customer.agreements, accepted] });
  record(call, customer, { resourceType: 'agreement', operationType: 'create_agreement', value: accepted });
  return created({ userId: customer.adminId, ...accepted });
};

/** GET customers/{id}/directSignedMicrosoftCustomerAgreementStatus. */
export const getDirectSignStatus: Handler = (call) => {
  openTo(call);
  return ok({ isSigned: customerOf(call).directSigned });
};
