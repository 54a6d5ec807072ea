/** The words of the Settings frame. Each section has a file of its own. */
export const settingsText = {
  title: 'Settings',
  sections: 'Sections of settings',
  groups: { shop: 'Shop', bigcommerce: 'BigCommerce', machine: 'This machine', records: 'Records' },
} as const;
