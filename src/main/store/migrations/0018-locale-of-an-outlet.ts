/** How an outlet writes days, figures and money: a language and a region, `en-GB`. Null where each machine writes its own way. */
export const localeOfAnOutlet = `
ALTER TABLE outlets ADD COLUMN locale TEXT;
`;
