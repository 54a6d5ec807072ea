import type { Money } from '../../contract/values.ts';
import { type Amount, formatAmount } from '../domain/amount.ts';
import { isoInstant } from '../domain/iso-instant.ts';

export const moneyView = (amount: Amount, currency: string): Money => ({ amount: formatAmount(amount), currency });

/** UTC ms → ISO. */
export const instantView = (at: number): string => isoInstant(at);

export const nullableInstant = (at: number | null): string | null => (at === null ? null : instantView(at));
