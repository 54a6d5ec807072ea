const supported = ['pro', 'standard', 'advanced', 'enterprise', 'core', 'plus'];

/** Whether a Retail POS plan offers the BigCommerce integration (R1). */
export const planIsSupported = (plan: string): boolean => supported.includes(plan.trim().toLowerCase());
