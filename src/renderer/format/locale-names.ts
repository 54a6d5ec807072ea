import { language } from './language.ts';
import { machineTag } from './locale.ts';

/** Where shops sell by BigCommerce and Retail POS; any other language and region can be given on the command line. */
const offered = [
  ...[
    'da-DK',
    'de-AT',
    'de-CH',
    'de-DE',
    'en-AU',
    'en-CA',
    'en-GB',
    'en-HK',
    'en-IE',
    'en-IN',
    'en-NZ',
    'en-SG',
    'en-US',
  ],
  ...[
    'en-ZA',
    'es-ES',
    'es-MX',
    'fi-FI',
    'fr-BE',
    'fr-CA',
    'fr-CH',
    'fr-FR',
    'it-CH',
    'it-IT',
    'ja-JP',
    'nb-NO',
    'nl-BE',
  ],
  ...['nl-NL', 'pl-PL', 'pt-BR', 'pt-PT', 'sv-SE'],
];

/** The name of a locale in the language of the words: `English (United Kingdom)`. */
export const localeName = (tag: string): string =>
  new Intl.DisplayNames(language, { type: 'language', languageDisplay: 'standard' }).of(tag) ?? tag;

/** How this machine writes where the outlet has no locale. */
export const machineName = (): string => localeName(machineTag);

/** What is offered, by name, and what is set beside it. */
export const localeChoices = (set: string): { readonly tag: string; readonly name: string }[] =>
  [...new Set([...offered, ...(set === '' ? [] : [set])])]
    .map((tag) => ({ tag, name: localeName(tag) }))
    .toSorted((a, b) => a.name.localeCompare(b.name, language));
