/** Every word about copies of the shop, and going back to one. */
export const backupText = {
  title: 'Backup and restore',
  what: 'A copy is the whole shop in one file, checked before it is called good. It holds customers’ names and addresses, and no BigCommerce token. One is made by itself every day, and before each update.',
  good: 'Last good copy',
  goodAge: (age: string, when: string) => `${age}, ${when}`,
  none: 'There is none yet. The first one is made by itself within a few minutes, or now by hand.',
  failed: (why: string) => `The last copy was not made. ${why}`,
  held: {
    title: 'Stock is not told to BigCommerce',
    what: (when: string | null) =>
      `The data went back to an older state${when === null ? '' : ` (of ${when})`}: sales at the counter, counts and receipts since then are missing. Compare first (Stock › Daily proof), count what differs, then tell stock again. Orders come and go as always.`,
    release: 'Tell stock again',
    releasing: 'Working…',
    released: 'Stock is told to BigCommerce again.',
    proof: 'Daily proof',
  },
  make: {
    title: 'Make a copy now',
    folder: 'Folder',
    folderHint:
      'Left empty: beside the data, on this disk. Name a folder on another disk or a stick, by its whole path.',
    make: 'Make a copy',
    making: 'Copying…',
    made: (file: string) => `A good copy was made: ${file}`,
  },
  copies: {
    title: 'Copies kept here',
    none: 'None yet.',
    why: { asked: 'made by hand', daily: 'daily', before_update: 'before an update' },
    look: 'Restore…',
    lookAt: (when: string) => `Restore the copy of ${when}…`,
  },
  other: {
    title: 'Restore another file',
    file: 'File',
    hint: 'Its whole path, such as /media/stick/shop.db or E:\\shop.db.',
    look: 'Look at it',
    looking: 'Reading it through…',
    empty: 'Name the file first.',
  },
  restore: {
    title: (when: string | null) => (when === null ? 'Restore this file?' : `Restore the copy of ${when}?`),
    sales: (count: string) => `${count} sales are in it.`,
    restore: 'Restore it',
    restoring: 'Restoring…',
    cancel: 'Leave everything as it is',
    done: 'Restored. Tillbridge opens it now.',
  },
  bytes: (megabytes: string) => `${megabytes} MB`,
} as const;
