/** A JSON Schema as zod writes it of the schemas of collections. */
export interface JsonSchema {
  readonly $ref?: string;
  readonly $defs?: Readonly<Record<string, JsonSchema>>;
  readonly type?: string | readonly string[];
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly anyOf?: readonly JsonSchema[];
  readonly oneOf?: readonly JsonSchema[];
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  readonly propertyNames?: JsonSchema;
  readonly additionalProperties?: JsonSchema | boolean;
  readonly items?: JsonSchema;
  readonly pattern?: string;
  readonly minLength?: number;
  readonly minItems?: number;
  readonly minimum?: number;
  readonly maxLength?: number;
  readonly maxItems?: number;
  readonly maximum?: number;
}

const floors = ['minLength', 'minItems', 'minimum'] as const;
const ceilings = ['maxLength', 'maxItems', 'maximum'] as const;

/** Texts and numbers that a schema allows one by one; undefined for any other. */
const valuesOf = (schema: JsonSchema): readonly unknown[] | undefined =>
  schema.enum ?? ('const' in schema ? [schema.const] : undefined);

const typesOf = ({ type = [] }: JsonSchema): readonly string[] => (typeof type === 'string' ? [type] : type);

const isTypeIn = (written: JsonSchema, read: JsonSchema): boolean => {
  const types = new Set(typesOf(read));
  const isRead = (type: string): boolean => types.has(type) || (type === 'integer' && types.has('number'));
  return read.type === undefined || (written.type !== undefined && typesOf(written).every(isRead));
};

const isWithinLimits = (written: JsonSchema, read: JsonSchema): boolean =>
  floors.every((name) => (written[name] ?? -Infinity) >= (read[name] ?? -Infinity)) &&
  ceilings.every((name) => (written[name] ?? Infinity) <= (read[name] ?? Infinity)) &&
  (read.pattern === undefined || read.pattern === written.pattern);

/**
 * The places at which a value that `written` allows is refused by `read`. Properties that `read` does not know are none: they
 * are left out when it is read.
 */
export function misfits(written: JsonSchema, read: JsonSchema): readonly string[] {
  const resolved = (schema: JsonSchema, root: JsonSchema): JsonSchema => {
    const target = schema.$ref === undefined ? undefined : root.$defs?.[schema.$ref.split('/').at(-1) ?? ''];
    return target === undefined ? schema : resolved(target, root);
  };

  const inProperties = (from: JsonSchema, to: JsonSchema, place: string): readonly string[] => [
    ...(to.required ?? [])
      .filter((name) => from.required?.includes(name) !== true)
      .map((name) => `${place}.${name} lacks`),
    ...Object.entries(to.properties ?? {}).flatMap(([name, wanted]) => {
      const given = from.properties?.[name];
      return given === undefined ? [] : inValue(given, wanted, `${place}.${name}`);
    }),
    ...(from.propertyNames !== undefined && to.propertyNames !== undefined
      ? inValue(from.propertyNames, to.propertyNames, `${place}.names`)
      : []),
    ...(typeof from.additionalProperties === 'object' && typeof to.additionalProperties === 'object'
      ? inValue(from.additionalProperties, to.additionalProperties, `${place}.*`)
      : []),
  ];

  const inValue = (writtenPart: JsonSchema, readPart: JsonSchema, place: string): readonly string[] => {
    const [from, to] = [resolved(writtenPart, written), resolved(readPart, read)];
    const choices = from.anyOf ?? from.oneOf;
    if (choices !== undefined) return choices.flatMap((one, index) => inValue(one, to, `${place}|${String(index)}`));
    const allowed = to.anyOf ?? to.oneOf;
    if (allowed !== undefined) {
      const faults = allowed.map((one) => inValue(from, one, place));
      // The nearest of them says most.
      return faults.toSorted((one, other) => one.length - other.length)[0] ?? [];
    }
    const values = valuesOf(to);
    if (values !== undefined) {
      const given = valuesOf(from);
      return given?.every((value) => values.includes(value)) === true ? [] : [`${place} is ${JSON.stringify(from)}`];
    }
    if (!isTypeIn(from, to) || !isWithinLimits(from, to)) return [`${place} is ${JSON.stringify(from)}`];
    return [
      ...inProperties(from, to, place),
      ...(from.items !== undefined && to.items !== undefined ? inValue(from.items, to.items, `${place}[]`) : []),
    ];
  };

  return inValue(written, read, '');
}
