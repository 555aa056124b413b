import type { Partner } from '../../partner-center/partner.ts';

/** Ids of work whose end could not be told, by user. After a restart it is found among what is stored again. */
export function unheardBy() {
  const ids = new Map<string, string[]>();
  const name = (partner: Partner, userId: string): string => `${partner.tenantId}/${userId}`;
  return {
    add: (partner: Partner, userId: string, id: string): void => {
      const known = ids.get(name(partner, userId)) ?? [];
      ids.set(name(partner, userId), [...known.filter((one) => one !== id), id]);
    },
    take: (partner: Partner, userId: string): string[] => {
      const known = ids.get(name(partner, userId)) ?? [];
      ids.delete(name(partner, userId));
      return known;
    },
  };
}
