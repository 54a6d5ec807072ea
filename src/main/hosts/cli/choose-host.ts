export type Host = { readonly kind: 'electron'; readonly binary: string } | { readonly kind: 'browser' };

export interface ChoiceOptions {
  /** What the person asked for; null: whatever works here. */
  readonly asked: 'electron' | 'browser' | null;
  readonly platform: NodeJS.Platform;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** The path of Electron's binary, or null when it cannot be had. */
  readonly findElectron: () => Promise<string | null>;
}

const hasDisplay = ({ platform, env }: ChoiceOptions): boolean =>
  platform !== 'linux' || Boolean(env.DISPLAY || env.WAYLAND_DISPLAY);

/**
 * Which host shows the app, and why in half a sentence: Electron where a display and its binary are, else the browser.
 * Throws an `Error` with a plain sentence when Electron was asked for and cannot be had.
 */
export const chooseHost = async (options: ChoiceOptions): Promise<{ readonly host: Host; readonly why: string }> => {
  if (options.asked === 'browser') return { host: { kind: 'browser' }, why: 'you asked for it' };
  if (options.asked === null && !hasDisplay(options)) {
    return { host: { kind: 'browser' }, why: 'this machine has no display for Electron' };
  }
  const binary = await options.findElectron();
  if (binary !== null) {
    const why = options.asked === null ? 'a display and its binary are here' : 'you asked for it';
    return { host: { kind: 'electron', binary }, why };
  }
  if (options.asked === null) {
    return { host: { kind: 'browser' }, why: "Electron's binary is not here and could not be fetched" };
  }
  throw new Error("Electron's binary is not here and could not be fetched. Use --host browser.");
};
