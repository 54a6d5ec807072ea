/** Carriers that BigCommerce links to by their slug (bigcommerce.md §6.4), offered before any was used here. */
const usualCarriers = ['fedex', 'ups', 'usps', 'dhl', 'royal-mail', 'australia-post', 'canada-post'];
const mostCarriers = 12;
const carriersKey = 'tillbridge.carriers';
const nameKey = 'tillbridge.my-name';

const kept = (): string[] => (localStorage.getItem(carriersKey) ?? '').split('\n').filter(Boolean);

/** What this machine was told before and offers again: carriers, the last used one first, and who works at it. */
export const remembered = {
  carriers: (): string[] => [...new Set([...kept(), ...usualCarriers])],
  lastCarrier: (): string => kept()[0] ?? '',
  keepCarrier: (carrier: string): void => {
    if (carrier === '') return;
    const carriers = [carrier, ...kept().filter((each) => each !== carrier)].slice(0, mostCarriers);
    localStorage.setItem(carriersKey, carriers.join('\n'));
  },
  name: (): string => localStorage.getItem(nameKey) ?? '',
  keepName: (name: string): void => localStorage.setItem(nameKey, name),
};
