import { inputRows, inputWithFaults } from '../cards/inputs.ts';
import type { Element, Fact } from '../cards/elements.ts';
import { type FieldName, inReadingOrder } from '../cards/labels.ts';
import { answerFaultLines } from '../cards/faultLines.ts';
import type { MessageKey, Words } from '../locales/words.ts';
import type { Fault, Faults, Values } from '../model/draft.ts';
import type { Context } from './context.ts';
import { parseAnswer, type Field } from './field.ts';
import type { ParsedAnswers, Section, SectionId, SectionView } from './section.ts';
import { defined } from '../lib/optional.ts';

/** Fields by name; the name is also the input's id and, as `field.<name>`, the label's catalogue key. */
export type FormFields = Readonly<Partial<Record<FieldName, Field>>>;

/** The keys of each member of a union. */
type KeyOfEach<T> = T extends unknown ? keyof T & string : never;

/** Fields whose every name has a label; for any other name the compiler's error says which message is missing. */
type Labelled<F> = { readonly [Name in Exclude<KeyOfEach<F>, FieldName>]: `there is no message field.${Name}` };

/** The definition of a section that is a list of fields; everything else follows from them. */
interface FormShape<F extends FormFields = FormFields> extends Pick<Section, 'check' | 'edits' | 'adapt' | 'proposal'> {
  readonly id: SectionId;
  fields(context: Context): F & Labelled<F>;
  applies?(context: Context): boolean;
  defaults?(context: Context): Values;
  /** Elements above the inputs. */
  intro?(view: SectionView): readonly Element[];
  /** Elements beneath a fault that offer a way out of it. */
  faultAction?(fault: Fault, view: SectionView): readonly Element[];
  /** Facts that stand for several fields, as people say them; the other fields follow, one a line. */
  together?(answers: Values, context: Context, words: Words): FactsTogether;
}

/** Facts in the form people say them, and the fields that they stand for. */
interface FactsTogether {
  readonly facts: readonly Fact[];
  readonly fields: readonly FieldName[];
}

/** Messages for a text field that was left empty, by its name. */
const missingText: Readonly<Partial<Record<FieldName, MessageKey>>> = {
  companyName: 'required.companyName',
  domainPrefix: 'required.domainPrefix',
  addressLine1: 'required.addressLine1',
  city: 'required.city',
  state: 'required.state',
  postalCode: 'required.postalCode',
  registrationNumber: 'required.registrationNumber',
  organizationPhone: 'required.organizationPhone',
  firstName: 'required.firstName',
  lastName: 'required.lastName',
  email: 'required.email',
  website: 'required.website',
  validationCode: 'required.validationCode',
};

const missingChoice: Readonly<Partial<Record<FieldName, MessageKey>>> = {
  country: 'choose.country',
  state: 'choose.state',
  culture: 'choose.culture',
  educationSegment: 'choose.educationSegment',
  signer: 'choose.signer',
  reseller: 'choose.reseller',
};

/** A field's fault in words; for an empty field the message names it, where the field goes by its usual name. */
function fieldFault(name: FieldName, { key, data }: Fault, field: Field, words: Words): string {
  const isUsual = name !== 'city' || field.label === undefined;
  const missing = isUsual ? missingText[name] : undefined;
  const asked = key === 'fault.required' ? missing : key === 'fault.choice' ? missingChoice[name] : undefined;
  return words.say(asked ?? key, data);
}

const fieldEntries = (fields: FormFields): [FieldName, Field][] =>
  Object.entries(fields).filter((entry): entry is [FieldName, Field] => entry[1] !== undefined);

/** A section that is a list of fields. */
interface FormSection<F extends FormFields> extends Section {
  fields(context: Context): F;
}

/** Names of a form's inputs: all that it asks in any context. */
export type InputName<S> = S extends { fields(context: Context): infer F } ? KeyOfEach<F> : never;

/** Makes a section from a form's fields. */
export function form<F extends FormFields>(shape: FormShape<F>): FormSection<F> {
  return {
    id: shape.id,
    fields: (context) => shape.fields(context),
    applies: (context) => shape.applies?.(context) ?? true,
    defaults: (context) => shape.defaults?.(context) ?? {},
    readInputs: (sent, _held, context) => readInputs(shape.fields(context), sent),
    parse: (values, context) => parseFields(shape.fields(context), values),
    facts: (answers, context, words) => facts(shape, answers, context, words),
    body: (view) => [...(shape.intro?.(view) ?? []), ...inputs(shape, view)],
    ...defined({ check: shape.check, edits: shape.edits, adapt: shape.adapt, proposal: shape.proposal }),
  };
}

function readInputs(fields: FormFields, sent: Values): Values {
  return Object.fromEntries(
    fieldEntries(fields).flatMap(([name]) => (sent[name] === undefined ? [] : [[name, sent[name]]])),
  );
}

/** Parses typed values: returns normalised answers, or every fault by input. */
export function parseFields(fields: FormFields, values: Values): ParsedAnswers {
  const answers: Record<string, string> = {};
  const faults: Record<string, Faults[string]> = {};
  for (const [name, field] of fieldEntries(fields)) {
    const { answer, fault } = parseAnswer(field, values[name] ?? '');
    if (fault !== undefined) faults[name] = fault;
    else if (answer !== undefined && answer !== '') answers[name] = answer;
  }
  return Object.keys(faults).length > 0 ? { faults } : { answers };
}

const labelOf = (name: FieldName, field: Field, words: Words): string =>
  field.label?.(words) ?? words.t(`field.${name}`);

/** A label as it stands on the input, which says whether that may be left empty. */
const inputLabel = (label: string, { optional }: Field, { t }: Words): string =>
  optional ? t('form.optional', { label }) : label;

/** The label of a fact; empty where it would repeat the section's title right above it. */
const factLabelOf = (label: string, { id }: FormShape, words: Words): string =>
  label === words.t(`section.${id}`) ? '' : words.t('form.fact', { label });

function facts(shape: FormShape, answers: Values, context: Context, words: Words): Fact[] {
  const together = shape.together?.(answers, context, words);
  const single = inReadingOrder(fieldEntries(shape.fields(context)), words, context.country).flatMap(
    ([name, field]) => {
      const answer = answers[name];
      return answer === undefined || together?.fields.includes(name) === true
        ? []
        : [
            {
              label: factLabelOf(labelOf(name, field, words), shape, words),
              value: field.format?.(answer, words) ?? answer,
            },
          ];
    },
  );
  return [...(together?.facts ?? []), ...single];
}

function inputs(shape: FormShape, view: SectionView): Element[] {
  const { context } = view;
  return inputsOf(shape.fields(context), { ...view, country: context.country }, (fault) =>
    shape.faultAction?.(fault, view),
  );
}

/** Everything the inputs are drawn from. */
interface InputsView extends Pick<SectionView, 'words' | 'values' | 'faults'> {
  /** The country whose order of names and addresses is followed. */
  readonly country?: string;
}

/** The inputs in reading order, each with its fault beneath it and the fault's action, where there is one. */
export function inputsOf(
  fields: FormFields,
  { words, values, faults, country = '' }: InputsView,
  wayOn: (fault: Fault) => readonly Element[] | undefined = () => undefined,
): Element[] {
  const inputs = inReadingOrder(fieldEntries(fields), words, country).map(([name, field]) => {
    const own = labelOf(name, field, words);
    const label = inputLabel(own, field, words);
    const fault = faults[name];
    const lines = fault === undefined ? [] : answerFaultLines(fault, words, fieldFault(name, fault, field, words));
    const elements = [
      ...inputWithFaults(label, inputElement(name, field, { words, values }), lines, words),
      ...(fault === undefined ? [] : (wayOn(fault) ?? [])),
    ];
    return { name, elements };
  });
  return inputRows(inputs);
}

const inputElement =
  (id: FieldName, field: Field, { values, words }: Pick<SectionView, 'values' | 'words'>) =>
  (label: string): Element =>
    field.input({ id, label, value: values[id] ?? '', words });
