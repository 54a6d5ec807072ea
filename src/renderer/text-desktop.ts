/** The words of Settings › Window and updates. */
export const desktopWords = {
  title: 'Window and updates',
  settings: {
    notifyOrders: {
      label: 'Notifications for new orders',
      meaning: 'Shown by this computer while another window is in front. Last ones are always shown.',
    },
    keepRunning: {
      label: 'Keep running when the window is closed',
      meaning: 'Tillbridge stays beside the clock, and orders go on arriving.',
    },
    startWithComputer: {
      label: 'Start with the computer',
      meaning: 'Beside the clock, ready when somebody needs it. A manager decides.',
    },
    kiosk: {
      label: 'Full screen',
      meaning: 'Nothing else is in reach, and only a manager leaves. A manager decides.',
    },
  },
  save: 'Save',
  saving: 'Saving…',
  saved: 'The window’s settings are saved.',
  unchanged: 'Nothing was changed.',
  noWindow: 'These settings belong to the Tillbridge window. This is a browser: its own settings apply.',
  update: {
    none: () => '',
    current: () => 'This is the newest version.',
    checking: () => 'Looking for a newer version…',
    downloading: (version: string) => `Version ${version} is being fetched.`,
    waiting: (version: string) => `Version ${version} is ready. It is installed when Tillbridge is closed, or now.`,
    refused: (version: string) => `Version ${version} waits.`,
    failed: () => '',
    rolled_back: () => '',
  },
  install: 'Install now and start again',
  support: 'A file for support: what the doctor finds, versions and logs. No token, no customer, no sale.',
  write: 'Write the file',
  writing: 'Writing…',
  written: (file: string) => `Written: ${file}`,
} as const;
