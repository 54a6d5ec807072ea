/** Where the release workflow publishes to (packaging/electron-builder.yml says the same). */
const releases = 'https://github.com/tillbridge/tillbridge/releases';

/** The folder of one version's installers and update files. */
export const releaseFiles = (version: string): string => `${releases}/download/v${version}`;
