import { elementAt, type Random } from '../random.ts';
import { firstNames, lastNames, streets } from './names.ts';
import { type Country, countries, type Town } from './places.ts';

/** Somebody who buys. Shared by all their orders, to keep a hundred thousand orders small. */
export interface Shopper {
  /** 0 for a guest. */
  readonly customerId: number;
  readonly email: string;
  readonly address: Address;
  readonly country: Country;
  readonly taxRate: number;
}

export interface Address {
  readonly firstName: string;
  readonly lastName: string;
  readonly company: string;
  readonly street1: string;
  readonly street2: string;
  readonly city: string;
  readonly state: string;
  readonly zip: string;
  readonly country: string;
  readonly countryIso2: string;
  readonly phone: string;
}

export const addressFields: readonly (keyof Address)[] = [
  'firstName',
  'lastName',
  'company',
  'street1',
  'street2',
  'city',
  'state',
  'zip',
  'country',
  'countryIso2',
  'phone',
];

/** Gives the shopper of the next order: new, known, or a guest. */
export type NextShopper = (random: Random, country: Country) => Shopper;

const remembered = 400;

export const newShoppers = (nextCustomerId: () => number): NextShopper => {
  const regulars = new Map<Country, Shopper[]>();
  return (random, country) => {
    const known = regulars.get(country) ?? [];
    if (known.length > 3 && random.chance(0.35)) return returning(random, random.pick(known));
    const guest = random.chance(0.4);
    const shopper = newcomer(random, country, guest ? 0 : nextCustomerId());
    if (known.length < remembered) regulars.set(country, [...known, shopper]);
    return shopper;
  };
};

/** The same person as before, who sometimes writes the address in other letters or forgets to sign in (R12). */
const returning = (random: Random, shopper: Shopper): Shopper => {
  if (random.chance(0.75)) return shopper;
  const email = random.chance(0.5) ? shopper.email.toUpperCase() : capitalised(shopper.email);
  return { ...shopper, email, customerId: random.chance(0.3) ? 0 : shopper.customerId };
};

const capitalised = (email: string): string => email.charAt(0).toUpperCase() + email.slice(1);

const newcomer = (random: Random, country: Country, customerId: number): Shopper => {
  const town = random.pick(country.towns);
  const address = randomAddress(random, country, town);
  const name = `${plainLetters(address.firstName)}.${plainLetters(address.lastName)}`;
  return {
    customerId,
    email: `${name}${random.int(1, 9_999)}@example.${random.pick(['com', 'org', 'net'])}`,
    address,
    country,
    taxRate: town.taxRate,
  };
};

/** An address in one of the country's towns; a second name may live there too. */
export const randomAddress = (random: Random, country: Country, town: Town): Address => ({
  firstName: random.pick(firstNames),
  lastName: random.pick(lastNames),
  company: random.chance(0.08) ? `${random.pick(lastNames)} & Co.` : '',
  street1: `${random.int(1, 240)} ${random.pick(streets)}`,
  street2: random.chance(0.12) ? `Apt ${random.int(1, 40)}` : '',
  city: town.city,
  state: town.state,
  zip: town.zip,
  country: country.name,
  countryIso2: country.iso2,
  phone: random.chance(0.85) ? `555-01${String(random.int(0, 99)).padStart(2, '0')}` : '',
});

const plainLetters = (name: string): string => {
  const plain = name
    .normalize('NFD')
    .replace(/[^A-Za-z]/g, '')
    .toLowerCase();
  return plain === '' ? 'shopper' : plain;
};

/** The country whose people pay in the shop's own currency; the first of the list where there is none. */
export const homeCountryOf = (currency: string): Country =>
  countries.find((each) => each.currency === currency) ?? elementAt(countries, 0);
