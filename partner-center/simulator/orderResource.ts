import { attributes, link } from './answer.ts';
import type { Order } from './records.ts';

/** An order as the API gives it; before it is completed its lines have no subscription yet. */
export const orderResource = (order: Order): object => {
  const self = `/customers/${order.customer}/orders/${order.id}`;
  return {
    id: order.id,
    alternateId: order.alternateId,
    referenceCustomerId: order.customer,
    billingCycle: order.billingCycle,
    currencyCode: 'USD',
    currencySymbol: '$',
    lineItems: order.lines.map((line, lineItemNumber) => {
      const { offerId, subscriptionId, termDuration, friendlyName, quantity, partnerIdOnRecord } = line;
      const [product = '', sku = ''] = offerId.split(':');
      return {
        lineItemNumber,
        offerId,
        termDuration,
        friendlyName,
        quantity,
        ...(order.completed ? { subscriptionId } : {}),
        transactionType: 'New',
        ...(partnerIdOnRecord === undefined ? {} : { partnerIdOnRecord }),
        links: { sku: link(`/products/${product}/skus/${sku}`) },
      };
    }),
    creationDate: order.created,
    status: order.completed ? 'completed' : 'pending',
    transactionType: 'UserPurchase',
    links: { provisioningStatus: link(`${self}/provisioningstatus`), self: link(self) },
    attributes: attributes('Order'),
  };
};
