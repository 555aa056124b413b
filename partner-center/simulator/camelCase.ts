const lower = (key: string): string => `${key.slice(0, 1).toLowerCase()}${key.slice(1)}`;

/**
 * JSON as the service understands it: property names in PascalCase or camelCase mean the same, and a null property is
 * one that was left out. `__proto__` is dropped.
 */
export const camelCase = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(camelCase);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key, entry]) => entry !== null && key !== '__proto__')
      .map(([key, entry]) => [lower(key), camelCase(entry)]),
  );
};
