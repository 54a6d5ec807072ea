const gone = '[removed]';

/** Fields whose value never belongs into a log, in whatever object they stand. */
const secretField = /token|pin$|secret|password|authorization|cookie|^code$/i;
/** Who a customer is: support needs none of it. */
const personalField =
  /^(customer|recipient|buyer|first|last|company)?_?(name|email|phone|street\w*|address\w*|zip|postcode)$/i;

/** What gives itself away in running text: e-mail addresses, phone numbers, bearer secrets, launch codes, API tokens. */
const givenAway: readonly (readonly [RegExp, string])[] = [
  [/[\w.+%-]+@[\w-]+(\.[\w-]+)+/g, '[e-mail]'],
  [/\+\d[\d ()-]{7,}\d/g, '[phone]'],
  [/\bBearer\s+\S+/gi, `Bearer ${gone}`],
  [/#code=[\w-]+/g, `#code=${gone}`],
  [/(?<![\w-])(?=[a-z0-9]*\d)(?=[a-z0-9]*[a-z])[a-z0-9]{31,}(?![\w-])/g, gone],
];

/** Shorter than this, a secret would be found in words that have nothing to do with it. */
const shortestSecret = 4;

const redactText = (text: string, secrets: readonly string[]): string => {
  const known = secrets
    .filter((secret) => secret.length >= shortestSecret)
    .reduce((rest, secret) => rest.replaceAll(secret, gone), text);
  return givenAway.reduce((rest, [pattern, instead]) => rest.replace(pattern, instead), known);
};

/** The product's and the place's own names say nothing about a person. */
const isPersonal = (field: string, value: unknown): boolean => typeof value === 'string' && personalField.test(field);

/**
 * The same value without secrets and personal data: by the name of a field, by what text looks like, and by `secrets`,
 * which are removed wherever they stand. Pure; what it is given stays as it is.
 */
export const redact = (value: unknown, secrets: readonly string[] = []): unknown => {
  if (typeof value === 'string') return redactText(value, secrets);
  if (Array.isArray(value)) return value.map((each) => redact(each, secrets));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([field, inside]) => [
      field,
      secretField.test(field) || isPersonal(field, inside) ? gone : redact(inside, secrets),
    ]),
  );
};
