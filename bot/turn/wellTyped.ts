const isText = (value: unknown): boolean => typeof value === 'string';

const isAccount = (value: unknown): boolean =>
  typeof value === 'object' &&
  value !== null &&
  Object.entries(value).every(([name, held]) => !accountTexts.has(name) || held === null || isText(held));

const accountTexts = new Set(['id', 'name', 'aadObjectId']);

const isAccounts = (value: unknown): boolean => Array.isArray(value) && value.every(isAccount);

const rules: Readonly<Record<string, (value: unknown) => boolean>> = {
  id: isText,
  locale: isText,
  text: isText,
  replyToId: isText,
  action: isText,
  name: isText,
  from: isAccount,
  recipient: isAccount,
  membersAdded: isAccounts,
};

/** Drops the fields of an activity that are not of their type, as if they had not been sent; those that nobody reads stay. */
export const wellTyped = <T extends object>(activity: T): T => {
  const kept = Object.entries(activity).filter(([name, value]) => !Object.hasOwn(rules, name) || rules[name]?.(value));
  // Of the fields that make it a T none has a rule.
  return Object.fromEntries(kept) as T;
};
