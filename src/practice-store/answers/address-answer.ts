import type { Address } from '../shop/shoppers.ts';

/** An address as V2 writes it. */
export const addressAnswer = (address: Address, email: string) => ({
  first_name: address.firstName,
  last_name: address.lastName,
  company: address.company,
  street_1: address.street1,
  street_2: address.street2,
  city: address.city,
  state: address.state,
  zip: address.zip,
  country: address.country,
  country_iso2: address.countryIso2,
  phone: address.phone,
  email,
});
