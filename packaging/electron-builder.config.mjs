/**
 * What `npm run package:stage` laid into app/ becomes installers. Run here: `npm ci && npm run pack`. A module, so that
 * a test reads what a maintainer runs.
 */
export default {
  appId: 'com.tillbridge.app',
  productName: 'Tillbridge',
  copyright: 'MIT licence, the Tillbridge contributors',
  electronVersion: '45.4.1',
  directories: { app: 'app', output: 'dist', buildResources: '../resources' },

  // better-sqlite3 is Node-API with its binaries inside the package: nothing is compiled, here or on the shop's machine.
  npmRebuild: false,
  nodeGypRebuild: false,
  asar: true,
  asarUnpack: ['**/*.node'],

  electronFuses: {
    runAsNode: false,
    enableCookieEncryption: true,
    enableNodeOptionsEnvironmentVariable: false,
    enableNodeCliInspectArguments: false,
    enableEmbeddedAsarIntegrityValidation: true,
    onlyLoadAppFromAsar: true,
    grantFileProtocolExtraPrivileges: false,
  },

  protocols: [{ name: 'Tillbridge order', schemes: ['tillbridge'] }],

  win: {
    icon: '../resources/icon.png',
    target: [
      { target: 'nsis', arch: ['x64'] },
      { target: 'msi', arch: ['x64'] },
    ],
  },
  // The shop's data stays when the app goes: it is removed by hand, never by an uninstaller.
  nsis: { oneClick: true, perMachine: false, deleteAppDataOnUninstall: false },
  msi: { perMachine: true, oneClick: false },

  mac: {
    icon: '../resources/icon.png',
    category: 'public.app-category.business',
    target: [
      { target: 'dmg', arch: ['universal'] },
      { target: 'zip', arch: ['universal'] },
    ],
    // Both kinds of binary lie in both halves, and are the same there.
    x64ArchFiles: '**/prebuilds/*.node',
    hardenedRuntime: true,
    gatekeeperAssess: false,
    entitlements: 'entitlements.mac.plist',
    entitlementsInherit: 'entitlements.mac.plist',
    // By APPLE_ID, APPLE_APP_SPECIFIC_PASSWORD and APPLE_TEAM_ID; a machine without them makes an app for itself alone.
    notarize: process.env.APPLE_TEAM_ID !== undefined,
  },

  linux: {
    icon: '../resources/icons',
    category: 'Office',
    executableName: 'tillbridge',
    synopsis: 'BigCommerce orders become sales on this till',
    maintainer: 'Tillbridge contributors <maintainers@tillbridge.example>',
    target: [
      { target: 'AppImage', arch: ['x64'] },
      { target: 'deb', arch: ['x64'] },
    ],
  },

  // src/main/hosts/releases.ts says the same.
  publish: { provider: 'github', owner: 'tillbridge', repo: 'tillbridge', releaseType: 'draft' },
};
