/** A protection, how it is undone, and the test that has to notice. `npm run security:undo` tries all of them. */
export interface Protection {
  readonly what: string;
  readonly file: string;
  /** Stands once in the file. */
  readonly from: string;
  readonly to: string;
  readonly test: string;
}

const window = 'test/security/window.built.test.ts';
const tillWindow = 'src/main/hosts/electron/till-window.ts';
const confine = 'src/main/hosts/electron/confine.ts';
const browserHost = 'test/hosts/browser-host.test.ts';
const packed = 'test/packaging/packed-app.built.test.ts';
const config = 'packaging/electron-builder.config.mjs';

const undone = (what: string, file: string, [from, to]: readonly [string, string], test: string): Protection => ({
  what,
  file,
  from,
  to,
  test,
});

export const protections: readonly Protection[] = [
  undone('context isolation', tillWindow, ['contextIsolation: true', 'contextIsolation: false'], window),
  undone('sandbox', tillWindow, ['sandbox: true', 'sandbox: false'], window),
  undone('no Node in the page', tillWindow, ['nodeIntegration: false', 'nodeIntegration: true'], window),
  undone('web security', tillWindow, ['webSecurity: true', 'webSecurity: false'], window),
  undone('only our page is answered', tillWindow, ['isOurPage(event.senderFrame) ?', 'isOurPage !== null ?'], window),
  undone(
    'a frame in our page is not answered',
    'src/main/hosts/desktop/page-rules.ts',
    ['if (frame === null || frame.parent !== null) return false;', 'if (frame === null) return false;'],
    window,
  ),
  undone('no new windows', confine, ["return { action: 'deny' };", "return { action: 'allow' };"], window),
  undone(
    'not every link opens outside',
    confine,
    ['if (opensOutside(url)) void', 'if (opensOutside !== null) void'],
    window,
  ),
  undone('no navigation', confine, ["contents.on('will-navigate', stay);", ''], window),
  undone(
    'permission requests',
    confine,
    ['answer(mayUse(permission, requestingUrl)),', 'answer(requestingUrl !== null),'],
    window,
  ),
  undone('permission checks', confine, ['=> mayUse(permission, origin));', '=> permission !== origin);'], window),
  undone('devices', confine, ['=> mayUse(deviceType, origin));', '=> deviceType !== origin);'], window),
  undone(
    'which device',
    confine,
    ['choose(chooseScanner(deviceList));', 'choose(deviceList[0]?.deviceId ?? chooseScanner([]));'],
    window,
  ),
  undone(
    'policy for scripts',
    'src/main/hosts/renderer-files.ts',
    [`"script-src 'self'"`, `"script-src 'self' 'unsafe-inline' 'unsafe-eval'"`],
    window,
  ),
  undone(
    'policy for what is reached',
    'src/main/hosts/renderer-files.ts',
    [`"default-src 'none'"`, `"default-src *"`],
    window,
  ),
  undone(
    'only listed procedures',
    'src/main/dispatch.ts',
    ['Object.hasOwn(contract, name)', 'name in contract'],
    window,
  ),
  undone(
    'two functions in the page',
    'src/preload/index.ts',
    ["exposeInMainWorld('tillbridge', {", "exposeInMainWorld('tillbridge', {\n  invoke: ipcRenderer.invoke,"],
    window,
  ),
  undone(
    'privileges of the scheme',
    'src/main/hosts/electron/app-scheme.ts',
    ['secure: true,', 'secure: true, bypassCSP: true,'],
    window,
  ),
  undone(
    'no answer says the token back',
    'src/main/bigcommerce/client.ts',
    ['return withoutToken(answer, token);', 'return withoutToken === undefined ? answer : answer;'],
    'test/security/token.test.ts',
  ),
  undone(
    'the token is sealed',
    'src/main/hosts/electron/keychain.ts',
    ["safeStorage.encryptString(secret).toString('base64')", 'secret'],
    'test/hosts/keychain.test.ts',
  ),
  undone(
    'no keychain, no token',
    'src/main/hosts/desktop/sealed-secrets.ts',
    ['if (isSafe()) return;', 'if (isSafe !== null) return;'],
    'test/hosts/keychain.test.ts',
  ),
  undone(
    'secrets that passed are not logged',
    'src/main/hosts/logs/journal.ts',
    ['    log.keepSecret(secret);\n    secrets.write', '    secrets.write'],
    'test/logs/log.test.ts',
  ),
  undone(
    'the log is redacted',
    'src/main/hosts/logs/log.ts',
    ['redact(details, [...secrets]) as Details', 'details'],
    'test/logs/log.test.ts',
  ),
  undone(
    'the file for support is redacted once more',
    'src/main/hosts/support-bundle.ts',
    ['.map((line) => redactedLine(line, secrets))', '.map((line) => line || redactedLine(line, secrets))'],
    'test/logs/support-bundle.test.ts',
  ),
  undone('exact host', 'src/main/hosts/browser/is-foreign.ts', ["header('host') !== host ||", ''], browserHost),
  undone(
    'exact origin',
    'src/main/hosts/browser/is-foreign.ts',
    ['(origin !== undefined && origin !== `http://${host}`) ||', ''],
    browserHost,
  ),
  undone(
    'a bearer secret',
    'src/main/hosts/browser/browser-app.ts',
    ['return session === null ? answer', 'return session === undefined ? answer'],
    browserHost,
  ),
  undone(
    'a launch code works once',
    'src/main/hosts/browser/launch-codes.ts',
    ['      inPlay = null;\n', ''],
    'test/hosts/launch-codes.test.ts',
  ),
  undone('fuse: no Node mode', config, ['runAsNode: false', 'runAsNode: true'], packed),
  undone(
    'fuse: sealed code',
    config,
    ['enableEmbeddedAsarIntegrityValidation: true', 'enableEmbeddedAsarIntegrityValidation: false'],
    packed,
  ),
  undone('fuse: only from the archive', config, ['onlyLoadAppFromAsar: true', 'onlyLoadAppFromAsar: false'], packed),
  undone('hardened runtime', config, ['hardenedRuntime: true', 'hardenedRuntime: false'], packed),
  undone(
    'no development file is packed',
    'packaging/files-to-pack.ts',
    ['/^better-sqlite3\\/(deps|src)\\//,', ''],
    packed,
  ),
];
