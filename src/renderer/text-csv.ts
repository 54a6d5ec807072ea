/** Every word about a list that is saved as a file for a spreadsheet. */
export const csvText = {
  label: 'Saving as CSV',
  of: (done: string, total: string) => `${done} of ${total}`,
  soFar: (done: string) => `${done} so far`,
  cancel: 'Cancel',
  cancelled: 'Cancelled; no file was saved.',
  stopped: (why: string) => `No file was saved. ${why}`,
  saved: (file: string, rows: string) => `Saved ${file}: ${rows}.`,
} as const;
