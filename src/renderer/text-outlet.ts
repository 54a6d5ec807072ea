/** The words of Settings › Outlets, and of an outlet's locale where it is chosen. */
export const outletText = {
  title: 'Outlets',
  what: 'Days, figures and money are written as the outlet writes them: on its screens and on its paper. The words stay in the language of each machine, and a CSV file stays as spreadsheets and programs read it.',
  none: 'There is no outlet yet. One is made when a store is linked.',
  link: 'Link a store',
  timeZone: 'Time zone',
  currency: 'Currency',
  registers: 'Registers',
  here: 'This till works here',
  locale: 'Days, figures, money',
  asMachine: 'As each machine writes',
  thisMachine: (name: string) => `This machine: ${name}.`,
  sample: (sample: string) => `For example ${sample}`,
  change: 'Change',
  save: 'Save',
  saving: 'Saving…',
  saved: (outlet: string, sample: string) => `${outlet} writes ${sample}.`,
} as const;

/** The words of a field that takes a day. */
export const dayText = {
  calendar: (label: string) => `Calendar: ${label}`,
  notADay: (example: string) => `A day, such as ${example}.`,
} as const;
