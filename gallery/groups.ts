import type { Shown } from './shownCard.ts';

/** Cards that are looked at together. */
interface Group {
  readonly id: string;
  /** Which cards belong here, by name. */
  readonly all: RegExp;
  /** Those of them that a person sees on an ordinary day; pictures are taken of these. */
  readonly usual: RegExp;
}

const states = ': (?:untouched|every answer missing|well answered|pasted|domain taken)$';

const sectionGroup = (id: string, who = 'US provider'): Group => ({
  id,
  all: new RegExp(`^${id}(?: with [^,]+)?, `),
  usual: new RegExp(`^${id}(?: with [^,]+)?, (?:${who})${states}`),
});

/** Every group, in the order of the conversation. */
export const groups: readonly Group[] = [
  { id: 'home', all: /^home/, usual: /^home, (?:global|china|not practice|something waits|reseller|Germany)$/ },
  { id: 'agenda', all: /^(?:agenda|morning)/, usual: /^(?:agenda|morning), (?:some|nothing)/ },
  {
    id: 'talk',
    all: /^(?:help|language|not understood|not done|nothing done|not open|explained|said|which one|a name or|nothing found|invitation|refusal\.|no add-on)/,
    usual:
      /^(?:help|language|not understood|not done|nothing done|not open|explained, (?:gdap|renewal)|said, thanks|which one|a name or|nothing found|invitation(?!,)|no add-on)|reseller, with an|(?:germany|invite.*|right), without/,
  },
  { id: 'drafts', all: /^(?:no drafts|drafts|a draft|20 drafts|submissions|continue)/, usual: /^(?!20)/ },
  sectionGroup('country'),
  sectionGroup('company', 'US provider|China|Hungary|existing customer, US'),
  sectionGroup('qualification', 'US provider, school|US provider, government community'),
  sectionGroup('contact'),
  sectionGroup('agreement'),
  sectionGroup('signer', 'US provider, other signer'),
  sectionGroup('reseller'),
  {
    id: 'subscriptions',
    all: /^subscriptions, /,
    usual:
      /(?:Taiwan: untouched|(?:customer|-ons): (?:untouched|every|well)|school: well|US provider: (?:no hits|add-ons|gone|usage|bundles|well|nine|.*offers (?:on|that|left)[^,]*$))/,
  },
  {
    id: 'questions',
    all: /^(?:address|name with|bundle|order again|cancel|start over|deleted? draft|trouble|outdated)/,
    usual: /./,
  },
  { id: 'review', all: /^review/, usual: /./ },
  { id: 'progress', all: /^(?:progress|submitted|refused|unfinished at)/, usual: /^(?:p|s)|(?:taken|unavailable)$/ },
  { id: 'confirmation', all: /^confirmation/, usual: /usual|shown, |blanked, p|lost, r|only$|quantity$|customer, / },
  {
    id: 'customers',
    all: /^(?:no customers|no more customers|a page of customers|customers|an unreadable)/,
    usual: /./,
  },
  { id: 'files', all: /^(?:export |a file )/, usual: /./ },
  { id: 'qualifications', all: /^(?:standing|qualification(?!,))/, usual: /./ },
  { id: 'customer', all: /^(?:customer(?: |, )(?!’s)|customer’s|delete a record)/, usual: /./ },
  {
    id: 'acceptance',
    all: /^(?:acceptance |welcome mail|change awaited|changed, after it)/,
    usual: /^acceptance (?:missing|too|seen|mail)(?!.*long)|^welcome|^change/,
  },
  {
    id: 'licenses',
    all: /^(?:licenses|far more|fewer|suspend|reactivate)/,
    usual: /^(?!reactivate|suspend one (?:that|with|in))/,
  },
  { id: 'choices', all: /^(?:subscription |end of term|next term)/, usual: /./ },
  { id: 'renewals', all: /^renewals/, usual: /./ },
  { id: 'charts', all: /^chart of/, usual: /./ },
  { id: 'imports', all: /^import/, usual: /full|small|large|import$|no list|under way/ },
  { id: 'relationship', all: /^(?:end relationship|order to be taken back)/, usual: /./ },
  { id: 'several', all: /^several /, usual: /^several (?:customers|orders done)$|outcome/ },
  { id: 'history', all: /^(?:history|own changes)/, usual: /./ },
  { id: 'passwords', all: /^admin password/, usual: /./ },
  { id: 'changes', all: /^chang(?:ing|ed|e)[ ,](?!awaited| after it)/, usual: /^changed |^changed,|^change refused/ },
];

/** The group a card belongs to. Raises an error for a card without one. */
export function groupOf({ name }: Pick<Shown, 'name'>): Group {
  const found = groups.find(({ all }) => all.test(name));
  if (found === undefined) throw new Error(`the card “${name}” belongs to no group of the gallery`);
  return found;
}
