import { normalDomainPrefix } from '../../partner-center/domainPrefix.ts';
import type { Values } from '../../storage/draft.ts';
import { signerField } from '../agreement.ts';
import { newRow, valuesOf, type CartRow } from '../cart.ts';
import type { Context } from '../context.ts';
import type { DateOrder } from '../dayText.ts';
import type { SectionId } from '../section.ts';
import {
  acceptedOf,
  cultureIn,
  dateIn,
  offerIn,
  planIn,
  qualificationOf,
  resellerIn,
  segmentOf,
  yesOrNo,
} from './cells.ts';
import type { ColumnName } from './columns.ts';
import type { Cells } from './row.ts';

const direct = [
  'companyName',
  'addressLine1',
  'addressLine2',
  'city',
  'state',
  'postalCode',
  'registrationNumber',
  'organizationPhone',
] as const;

/** What stands in a section's inputs, were the row typed into them. */
export function newValues(id: SectionId, cells: Cells, context: Context, dates: DateOrder): Values {
  if (id === 'company') return company(cells, context);
  if (id === 'qualification') {
    return filled({
      educationSegment: segmentOf(cells.of('educationSegment'), cells.languages),
      website: cells.of('website'),
      validationCode: cells.of('validationCode'),
    });
  }
  if (id === 'contact') return person(cells, 'firstName', 'lastName', 'email', 'phoneNumber');
  if (id === 'signer') return person(cells, ...signerColumns);
  if (id === 'agreement') {
    return filled({
      accepted: acceptedOf(cells.of('accepted'), cells.languages),
      dateAccepted: dateIn(cells.of('dateAccepted'), dates),
      [signerField(context)]: signerColumns.some((name) => cells.of(name) !== '') ? 'other' : 'contact',
    });
  }
  if (id === 'reseller')
    return filled({ reseller: resellerIn(context.resellers)(cells.of('reseller'), cells.languages) });
  return id === 'subscriptions' ? order(cells, context) : {};
}

const signerColumns = ['signerFirstName', 'signerLastName', 'signerEmail', 'signerPhoneNumber'] as const;

function company(cells: Cells, { rules, cloud }: Context): Values {
  return filled({
    ...Object.fromEntries(direct.map((name) => [name, cells.of(name)])),
    domainPrefix: normalDomainPrefix(cells.of('domain'), cloud.suffix),
    culture: cultureIn(rules.cultures)(cells.of('culture')),
    qualification: qualificationOf(cells.of('qualification'), cells.languages),
    gdap: yesOrNo(cells.of('gdap'), cells.languages),
  });
}

type PersonColumns = readonly [ColumnName, ColumnName, ColumnName, ColumnName];

const person = (cells: Cells, ...[first, last, mail, phone]: PersonColumns): Values =>
  filled({ firstName: cells.of(first), lastName: cells.of(last), email: cells.of(mail), phoneNumber: cells.of(phone) });

/** An empty cell is an input that was left out. */
const filled = (values: Values): Values =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== ''));

/** The order's lines; what one leaves out is what the cart puts there for the offer. */
function order({ orders, languages }: Cells, { offers }: Context): Values {
  return valuesOf(
    orders.map(({ offer: typed, billing, quantity }): CartRow => {
      const offer = offerIn(offers, typed);
      if (offer === undefined) return { offerId: typed, plan: '', count: quantity };
      const preset = newRow(offer);
      return {
        offerId: offer.id,
        plan: billing === '' ? preset.plan : planIn(offer)(billing, languages),
        count: quantity === '' ? preset.count : quantity,
      };
    }),
  );
}
