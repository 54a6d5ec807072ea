/** The screen that is in sight, as `/stock`: a record or a section of it makes no other one. */
export const screenNow = (): string => /^#(\/[^/?]*)/.exec(window.location.hash)?.[1] ?? '';

/**
 * Brings `screen` into sight for what was asked on the screen `from`. Who went somewhere else meanwhile stays there: a
 * late answer takes nobody away. Answers whether it is in sight now.
 */
export const showScreen = (screen: string, from: string): boolean => {
  const now = screenNow();
  if (now === from && now !== screen) window.location.hash = screen;
  return now === from || now === screen;
};
