/** The words are English; of the English ways to write dates and figures, the machine's own when it has one. */
export const locale = globalThis.navigator?.languages?.find((language) => language.startsWith('en')) ?? 'en-GB';
