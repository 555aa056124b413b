import { randomInt } from 'node:crypto';

// Without characters that are mistaken for others when read aloud or copied by hand (0 O, 1 l I).
const characterKinds = ['abcdefghjkmnpqrstuvwxyz', 'ABCDEFGHJKLMNPQRSTUVWXYZ', '23456789', '!#%+-=?*'] as const;
const allCharacters = characterKinds.join('');

const passwordLength = 16;

const randomCharacter = (characters: string): string => characters.charAt(randomInt(characters.length));

/**
 * A new password by Microsoft's rules (Microsoft Entra password policies: 8 to 256 characters, three kinds of four out of
 * small and capital letters, digits and symbols): 16 characters with one of each kind at least, by chance.
 */
export function newAdminPassword(): string {
  const characters = [
    ...characterKinds.map(randomCharacter),
    ...Array.from({ length: passwordLength - characterKinds.length }, () => randomCharacter(allCharacters)),
  ];
  for (let at = characters.length - 1; at > 0; at -= 1) {
    const other = randomInt(at + 1);
    const former = characters[at] ?? '';
    characters[at] = characters[other] ?? '';
    characters[other] = former;
  }
  return characters.join('');
}

/** The administrator's sign-in name; Partner Center gives the user name with or without the domain. */
export const adminAccount = (userName: string | undefined, domain: string): string =>
  userName?.includes('@') === true ? userName : `${userName ?? 'admin'}@${domain}`;
