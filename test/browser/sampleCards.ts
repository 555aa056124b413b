/** An activity with one card, as a bot sends it. */
export const withCard = (body: readonly object[], actions: readonly object[] = [], summary = 'A card') => ({
  type: 'message',
  summary,
  attachments: [
    {
      contentType: 'application/vnd.microsoft.card.adaptive',
      content: { type: 'AdaptiveCard', version: '1.5', body, actions },
    },
  ],
});

/** A button that submits. */
export const submit = (title: string, data: object, style?: string) => ({
  type: 'Action.Submit',
  title,
  data,
  ...(style ? { style } : {}),
});

export const text = (words: string, more: object = {}) => ({ type: 'TextBlock', text: words, wrap: true, ...more });

/** A form with one input of each kind. */
export const form = withCard(
  [
    text('Step 2 of 5', { isSubtle: true, size: 'Small' }),
    text('Company', { style: 'heading' }),
    { type: 'Input.Text', id: 'name', label: 'Company name' },
    { type: 'Input.Text', id: 'line2', label: 'Address line 2 (optional)' },
    { type: 'Input.Text', id: 'note', label: 'Note', isMultiline: true },
    { type: 'Input.Number', id: 'count', label: 'Number of licenses', value: 5, min: 1 },
    { type: 'Input.Date', id: 'date', label: 'Date accepted', value: '2026-02-03' },
    {
      type: 'Input.ChoiceSet',
      id: 'country',
      label: 'Country',
      value: 'TW',
      choices: [
        { title: 'Taiwan', value: 'TW' },
        { title: 'Germany', value: 'DE' },
      ],
    },
    {
      type: 'Input.ChoiceSet',
      id: 'state',
      label: 'State',
      placeholder: 'Choose a state',
      choices: [{ title: 'Texas', value: 'TX' }],
    },
    {
      type: 'Input.ChoiceSet',
      id: 'term',
      label: 'Term',
      style: 'expanded',
      value: 'P1Y',
      choices: [
        { title: 'One month', value: 'P1M' },
        { title: 'One year', value: 'P1Y' },
      ],
    },
    {
      type: 'Input.ChoiceSet',
      id: 'offer',
      label: 'Offer',
      style: 'filtered',
      choices: [
        { title: 'Business Basic', value: 'offer-1' },
        { title: 'Business Premium', value: 'offer-2' },
      ],
    },
    { type: 'Input.Toggle', id: 'gdap', label: 'Relationship', title: 'Grant a default relationship' },
  ],
  [
    submit('Next', { verb: 'next', token: 't-1' }, 'positive'),
    submit('Back', { verb: 'back' }),
    submit('Cancel', { verb: 'cancel' }, 'destructive'),
  ],
  'Step 2 of 5: Company',
);

/** A long card with every colour and layout the conversation uses. */
export const review = withCard(
  [
    text('Review', { style: 'heading' }),
    {
      type: 'Container',
      style: 'attention',
      bleed: true,
      items: [text('2 answers need a correction', { color: 'attention' })],
    },
    { type: 'Container', style: 'good', items: [text('The customer was created.', { color: 'good' })] },
    { type: 'Container', style: 'warning', items: [text('Commercial offers only, for now.', { color: 'warning' })] },
    { type: 'Container', style: 'accent', items: [text('Sample data', { color: 'accent' })] },
    ...['Company', '主要連絡人', 'Подписки и лицензии'].map((title) => ({
      type: 'Container',
      style: 'emphasis',
      items: [
        {
          type: 'ColumnSet',
          columns: [
            { type: 'Column', width: 'stretch', items: [text(title, { weight: 'Bolder' })] },
            {
              type: 'Column',
              width: 'auto',
              items: [{ type: 'ActionSet', actions: [submit('Update', { verb: 'update', title })] }],
            },
          ],
        },
        {
          type: 'FactSet',
          facts: [
            { title: 'Company name', value: '遠山科技股份有限公司 (Yuanshan Technology and Trading Company Limited)' },
            { title: 'Primary domain name', value: 'yuanshantechnologyandtrading.partner.onmschina.cn' },
            { title: 'Регистрационный номер', value: '1234567890' },
          ],
        },
        {
          type: 'RichTextBlock',
          inlines: [
            { type: 'TextRun', text: '**as typed** <b>not bold</b> ' },
            { type: 'TextRun', text: 'subtle', isSubtle: true },
          ],
        },
      ],
    })),
  ],
  [
    submit('Submit', { verb: 'submit' }, 'positive'),
    submit('Save the draft for later', { verb: 'keep' }),
    submit('Добавить подписку', { verb: 'add' }),
    submit('Language', { verb: 'language' }),
    submit('Back', { verb: 'back' }),
    submit('Delete', { verb: 'delete' }, 'destructive'),
  ],
  'Review',
);
