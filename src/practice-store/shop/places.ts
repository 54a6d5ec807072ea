/** Where shoppers live: how they are taxed, what they pay in, and a few towns. */
export interface Country {
  readonly iso2: string;
  readonly name: string;
  readonly currency: string;
  /** Whether prices are shown with tax in them there. */
  readonly taxInclusive: boolean;
  readonly towns: readonly Town[];
}

export interface Town {
  readonly city: string;
  readonly state: string;
  readonly zip: string;
  /** Hundredths of a percent. */
  readonly taxRate: number;
}

const town = (city: string, state: string, zip: string, taxRate: number): Town => ({ city, state, zip, taxRate });

export const countries: readonly Country[] = [
  {
    iso2: 'US',
    name: 'United States',
    currency: 'USD',
    taxInclusive: false,
    towns: [
      town('Austin', 'Texas', '78701', 825),
      town('Portland', 'Oregon', '97205', 0),
      town('Denver', 'Colorado', '80203', 881),
      town('Burlington', 'Vermont', '05401', 700),
      town('Asheville', 'North Carolina', '28801', 700),
      town('San Luis Obispo', 'California', '93401', 875),
      town('Ann Arbor', 'Michigan', '48104', 600),
    ],
  },
  {
    iso2: 'CA',
    name: 'Canada',
    currency: 'CAD',
    taxInclusive: false,
    towns: [town('Halifax', 'Nova Scotia', 'B3H 1T1', 1500), town('Québec', 'Quebec', 'G1R 4S9', 1498)],
  },
  {
    iso2: 'GB',
    name: 'United Kingdom',
    currency: 'GBP',
    taxInclusive: true,
    towns: [town('Keswick', 'Cumbria', 'CA12 5JR', 2000), town('Bristol', 'Somerset', 'BS1 4ND', 2000)],
  },
  {
    iso2: 'DE',
    name: 'Germany',
    currency: 'EUR',
    taxInclusive: true,
    towns: [town('München', 'Bayern', '80331', 1900), town('Köln', 'Nordrhein-Westfalen', '50667', 1900)],
  },
  {
    iso2: 'FR',
    name: 'France',
    currency: 'EUR',
    taxInclusive: true,
    towns: [town('Besançon', 'Doubs', '25000', 2000), town('Grenoble', 'Isère', '38000', 2000)],
  },
  {
    iso2: 'AU',
    name: 'Australia',
    currency: 'AUD',
    taxInclusive: true,
    towns: [town('Hobart', 'Tasmania', '7000', 1000), town('Fremantle', 'Western Australia', '6160', 1000)],
  },
  {
    iso2: 'NZ',
    name: 'New Zealand',
    currency: 'NZD',
    taxInclusive: true,
    towns: [town('Queenstown', 'Otago', '9300', 1500)],
  },
  {
    iso2: 'JP',
    name: 'Japan',
    currency: 'JPY',
    taxInclusive: true,
    towns: [town('京都市', '京都府', '604-8571', 1000), town('札幌市', '北海道', '060-0001', 1000)],
  },
  {
    iso2: 'CH',
    name: 'Switzerland',
    currency: 'CHF',
    taxInclusive: true,
    towns: [town('Zürich', 'Zürich', '8001', 810)],
  },
];
