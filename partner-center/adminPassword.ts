import { randomInt } from 'node:crypto';

// Nothing that is taken for something else when it is read aloud or copied by hand (0 O, 1 l I).
const kinds = ['abcdefghjkmnpqrstuvwxyz', 'ABCDEFGHJKLMNPQRSTUVWXYZ', '23456789', '!#%+-=?*'] as const;
const all = kinds.join('');

const length = 16;

const oneOf = (characters: string): string => characters.charAt(randomInt(characters.length));

/**
 * A new password by Microsoft's rules (Microsoft Entra password policies: 8 to 256 characters, three kinds of four out of
 * small and capital letters, digits and symbols): 16 characters with one of each kind at least, by chance.
 */
export function newAdminPassword(): string {
  const characters = [...kinds.map(oneOf), ...Array.from({ length: length - kinds.length }, () => oneOf(all))];
  for (let at = characters.length - 1; at > 0; at -= 1) {
    const other = randomInt(at + 1);
    const former = characters[at] ?? '';
    characters[at] = characters[other] ?? '';
    characters[other] = former;
  }
  return characters.join('');
}

/** The name an administrator signs in with; Partner Center gives the user's name with or without the domain. */
export const adminAccount = (userName: string | undefined, domain: string): string =>
  userName?.includes('@') === true ? userName : `${userName ?? 'admin'}@${domain}`;
