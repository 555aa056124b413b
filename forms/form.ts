import { faultyInput } from '../cards/faultyInput.ts';
import { formCard } from '../cards/formCard.ts';
import type { Element, Fact } from '../cards/elements.ts';
import type { FieldName } from '../cards/labels.ts';
import { inReadingOrder } from '../cards/readingOrder.ts';
import { answerFaultLines } from '../cards/reasons.ts';
import type { MessageKey, Words } from '../locales/words.ts';
import type { Fault, Faults, Values } from '../storage/draft.ts';
import type { Context } from './context.ts';
import { read, type Field } from './field.ts';
import type { Parsed, Section, SectionId, SectionView } from './section.ts';

/** Fields by name; the name is also the input's id and, as `field.<name>`, the label's catalogue key. */
export type Fields = Readonly<Partial<Record<FieldName, Field>>>;

/** A section that is a list of fields; everything a form does follows from them. */
export interface FormShape extends Pick<Section, 'check' | 'edits' | 'fitted'> {
  readonly id: SectionId;
  fields(context: Context): Fields;
  applies?(context: Context): boolean;
  defaults?(context: Context): Values;
  /** Elements above the inputs. */
  intro?(view: SectionView): readonly Element[];
  /** A way on from a fault, beneath it. */
  wayOn?(fault: Fault, view: SectionView): readonly Element[];
  /** Answers that read better together than field by field. */
  facts?: Section['facts'];
}

/** What a field that was left empty asks for, by its name. */
const missing: Readonly<Partial<Record<FieldName, MessageKey>>> = {
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

const notChosen: Readonly<Partial<Record<FieldName, MessageKey>>> = {
  country: 'choose.country',
  state: 'choose.state',
  culture: 'choose.culture',
  educationSegment: 'choose.educationSegment',
  signer: 'choose.signer',
  reseller: 'choose.reseller',
};

/** A field's fault in words; an empty one is named. */
export function fieldFault(name: FieldName, { key, data }: Fault, words: Words): string {
  const asked = key === 'fault.required' ? missing[name] : key === 'fault.choice' ? notChosen[name] : undefined;
  return words.say(asked ?? key, data);
}

const named = (fields: Fields): [FieldName, Field][] =>
  Object.entries(fields).filter((entry): entry is [FieldName, Field] => entry[1] !== undefined);

/** Makes a section of a form's fields. */
export function form(shape: FormShape): Section {
  return {
    id: shape.id,
    applies: (context) => shape.applies?.(context) ?? true,
    defaults: (context) => shape.defaults?.(context) ?? {},
    take: (sent, _held, context) => take(shape.fields(context), sent),
    parse: (values, context) => parseFields(shape.fields(context), values),
    facts: shape.facts ?? ((answers, context, words) => facts(shape, answers, context, words)),
    card: (view) =>
      formCard(view.words.t(`section.${shape.id}`), view, [...(shape.intro?.(view) ?? []), ...inputs(shape, view)]),
    ...(shape.check === undefined ? {} : { check: shape.check }),
    ...(shape.edits === undefined ? {} : { edits: shape.edits }),
    ...(shape.fitted === undefined ? {} : { fitted: shape.fitted }),
  };
}

function take(fields: Fields, sent: Values): Values {
  return Object.fromEntries(named(fields).flatMap(([name]) => (sent[name] === undefined ? [] : [[name, sent[name]]])));
}

/** Typed values as answers, normalised; or every fault, by input. */
export function parseFields(fields: Fields, values: Values): Parsed {
  const answers: Record<string, string> = {};
  const faults: Record<string, Faults[string]> = {};
  for (const [name, field] of named(fields)) {
    const { answer, fault } = read(field, values[name] ?? '');
    if (fault !== undefined) faults[name] = fault;
    else if (answer !== undefined && answer !== '') answers[name] = answer;
  }
  return Object.keys(faults).length > 0 ? { faults } : { answers };
}

const labelOf = (name: FieldName, field: Field, words: Words): string =>
  field.label?.(words) ?? words.t(`field.${name}`);

/** The label of a fact; none where it would repeat the title of its section, which stands right above. */
const factLabelOf = (label: string, { id }: FormShape, words: Words): string =>
  label === words.t(`section.${id}`) ? '' : words.t('form.fact', { label });

function facts(shape: FormShape, answers: Values, context: Context, words: Words): Fact[] {
  return inReadingOrder(named(shape.fields(context)), words, context.country).flatMap(([name, field]) => {
    const answer = answers[name];
    return answer === undefined
      ? []
      : [
          {
            label: factLabelOf(labelOf(name, field, words), shape, words),
            value: field.shown?.(answer, words) ?? answer,
          },
        ];
  });
}

function inputs(shape: FormShape, view: SectionView): Element[] {
  const { context } = view;
  return inputsOf(shape.fields(context), { ...view, country: context.country }, (fault) => shape.wayOn?.(fault, view));
}

/** What inputs are made of. */
interface InputsView extends Pick<SectionView, 'words' | 'values' | 'faults'> {
  /** Whose order of names and addresses is followed. */
  readonly country?: string;
}

/** Inputs in the order they are read, with what is wrong beneath each, and a way on from it where there is one. */
export function inputsOf(
  fields: Fields,
  { words, values, faults, country = '' }: InputsView,
  wayOn: (fault: Fault) => readonly Element[] | undefined = () => undefined,
): Element[] {
  return inReadingOrder(named(fields), words, country).flatMap(([name, field]) => {
    const own = labelOf(name, field, words);
    const label = field.optional ? words.t('form.optional', { label: own }) : own;
    const fault = faults[name];
    const lines = fault === undefined ? [] : answerFaultLines(fault, words, fieldFault(name, fault, words));
    return [
      ...faultyInput(label, made(name, field, { words, values }), lines, words),
      ...(fault === undefined ? [] : (wayOn(fault) ?? [])),
    ];
  });
}

const made =
  (id: FieldName, field: Field, { values, words }: Pick<SectionView, 'values' | 'words'>) =>
  (label: string): Element =>
    field.input({ id, label, value: values[id] ?? '', words });
