/** How an answer names another resource. */
export interface Link {
  readonly uri: string;
  readonly method: string;
  readonly headers: readonly { readonly key: string; readonly value: string }[];
}

/** A link to be read. */
export const link = (uri: string, headers: Link['headers'] = []): Link => ({ uri, method: 'GET', headers });

/** The `attributes` of a resource. */
export const attributes = (objectType: string, etag?: string): { objectType: string; etag?: string } =>
  etag === undefined ? { objectType } : { etag, objectType };

/** A list as the API gives it; `totalCount` counts this answer's items. */
export const collection = (items: readonly unknown[], self?: string): object => ({
  totalCount: items.length,
  items,
  ...(self === undefined ? {} : { links: { self: link(self) } }),
  attributes: attributes('Collection'),
});
