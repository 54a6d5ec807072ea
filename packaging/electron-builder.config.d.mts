/** As much of electron-builder's own type as the tests read; its package is not installed with the app's. */
declare const config: {
  readonly electronVersion: string;
  readonly electronFuses: Readonly<Record<string, boolean>>;
  readonly protocols: readonly { readonly schemes: readonly string[] }[];
  readonly nsis: { readonly deleteAppDataOnUninstall: boolean };
  readonly mac: object;
  readonly publish: { readonly owner: string; readonly repo: string };
};
export default config;
