/** A program and what it is started with. */
export interface Opener {
  readonly program: string;
  readonly args: readonly string[];
}

export interface BrowserPlaces {
  readonly platform: NodeJS.Platform;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** The path of a program that the shell would find. */
  readonly onPath: (name: string) => string | undefined;
  readonly exists: (path: string) => boolean;
}

const linuxNames = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge'];
const macPlaces = ['Google Chrome', 'Chromium', 'Microsoft Edge'].map(
  (name) => `/Applications/${name}.app/Contents/MacOS/${name}`,
);

const windowsPlaces = (env: BrowserPlaces['env']): readonly string[] =>
  [env.ProgramFiles, env['ProgramFiles(x86)'], env.LOCALAPPDATA].flatMap((folder) =>
    folder === undefined
      ? []
      : [`${folder}\\Microsoft\\Edge\\Application\\msedge.exe`, `${folder}\\Google\\Chrome\\Application\\chrome.exe`],
  );

const find = ({ platform, env, onPath, exists }: BrowserPlaces): string | undefined => {
  if (platform === 'darwin') return macPlaces.find(exists);
  if (platform === 'win32') return windowsPlaces(env).find(exists);
  return linuxNames.map(onPath).find((path) => path !== undefined);
};

/**
 * A Chromium that shows one address over the whole display, with a profile of its own, so that it neither asks about
 * earlier tabs nor shows a person's bookmarks; null where there is none. Sounds need no touch there (N6).
 */
export const kioskBrowser = (
  places: BrowserPlaces,
  { address, profile }: { readonly address: string; readonly profile: string },
): Opener | null => {
  const program = find(places);
  if (program === undefined) return null;
  const quiet = ['--no-first-run', '--disable-session-crashed-bubble', '--autoplay-policy=no-user-gesture-required'];
  return { program, args: ['--kiosk', `--user-data-dir=${profile}`, ...quiet, `--app=${address}`] };
};
