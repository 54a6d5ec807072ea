import { describe, expect, test } from 'vitest';
import { catalogueOf } from '../support/catalogue-rows.ts';
import { everyRow, openLinkedTill, openOutlet, openStore, openTill, type Till } from '../support/linked-till.ts';

const openShop = async () => {
  const till = await openTill();
  await till.call('staff.setManagerPin', { pin: '1234' });
  return { till, ...(await openOutlet(till)) };
};

const mug = async (till: Till, sku = 'MUG') =>
  (await till.call('products.create', { sku, name: `Here ${sku}` })).productId;

const stockOf = async (till: Till) =>
  Object.fromEntries(
    (await everyRow((cursor) => till.call('stock.list', { cursor, limit: 250 }))).map(({ sku, onHand }) => [
      sku,
      onHand,
    ]),
  );

describe('opening stock from a CSV', () => {
  test.each([
    ['commas', 'sku,quantity,name\nMUG,12,\nPAN,3,Pan\n'],
    [
      'semicolons of a spreadsheet, with its mark and its line ends',
      '\uFEFFSKU;Name;Quantity\r\nMUG;;12\r\nPAN;Pan;3\r\n;;\r\n',
    ],
    ['tabs, old line ends, other columns', 'Bin\tQUANTITY\tsku\tname\rA1\t12\tmug \t\rA2\t3\t PAN\tPan'],
    ['quotes', '"quantity","sku","name"\n"12","MUG",""\n\n"3","PAN","Pan"'],
  ])('is read with %s', async (_, csv) => {
    const { till, outletId } = await openShop();
    const productId = await mug(till);
    await till.call('stock.adjust', { productId, outletId, quantity: 2, reason: 'Found' });
    const { lines, problems } = await till.call('stock.previewOpening', { csv });
    expect(problems).toEqual([]);
    expect(lines).toMatchObject([
      { sku: expect.stringMatching(/^mug$/i), name: 'Here MUG', quantity: 12, onHandBefore: 2, createsProduct: false },
      { sku: 'PAN', name: 'Pan', quantity: 3, onHandBefore: 0, createsProduct: true },
    ]);
    expect(await stockOf(till)).toEqual({ MUG: 2 });
    expect(await till.call('stock.importOpening', { csv })).toEqual({ products: 2, created: 1 });
    expect(await stockOf(till)).toEqual({ MUG: 12, PAN: 3 });
  });

  test('keeps quotes, line breaks and inches of a name, and names the line where a row begins', async () => {
    const { till } = await openShop();
    const csv = 'sku,name,quantity\nA,"Pot, ""big""\nand round",1\n\nB,6" pan,x\n';
    const { lines, problems } = await till.call('stock.previewOpening', { csv });
    expect(lines).toMatchObject([{ line: 2, name: 'Pot, "big"\nand round' }]);
    expect(problems).toMatchObject([{ line: 5 }]);
    const named = await till.call('stock.previewOpening', { csv: 'sku,name,quantity\nA,6" pan,1' });
    expect(named.lines).toMatchObject([{ name: '6" pan' }]);
  });

  test('leaves a product with as many as before, and knows it from then on (R32)', async () => {
    const { till } = await openShop();
    const productId = await mug(till);
    await till.call('stock.importOpening', { csv: 'sku,quantity\nMUG,0' });
    const explained = await till.call('stock.explain', { productId });
    expect(explained.knownSince).not.toBeNull();
    expect(explained.movements).toMatchObject([{ kind: 'opening', quantity: 0, onHandAfter: 0, staff: 'Manager' }]);
  });

  test('is only for a manager (R6)', async () => {
    const { till } = await openShop();
    const other = await openTill();
    await openOutlet(other);
    const refused = { ok: false, fault: { code: 'manager_needed' } };
    expect(await other.reply('stock.importOpening', { csv: 'sku,quantity,name\nA,1,A' })).toMatchObject(refused);
    expect(await stockOf(other)).toEqual({});
    expect(await till.reply('stock.importOpening', { csv: 'sku,quantity,name\nA,1,A' })).toMatchObject({ ok: true });
  });

  test('sent again with its requestId is answered again and moves nothing', async () => {
    const { till, outletId } = await openShop();
    const productId = await mug(till);
    const requestId = '0c9d2b1e-4a7f-4c36-9f0e-6f2a1d4b7cab';
    const opening = { csv: 'sku,quantity,name\nMUG,5,\nPAN,7,Pan', requestId };
    const first = await till.call('stock.importOpening', opening);
    await till.call('stock.adjust', { productId, outletId, quantity: -1, reason: 'Broken' });
    expect(await till.call('stock.importOpening', opening)).toEqual(first);
    expect(await stockOf(till)).toEqual({ MUG: 4, PAN: 7 });
    const other = { csv: opening.csv, requestId: '1c9d2b1e-4a7f-4c36-9f0e-6f2a1d4b7cab' };
    await till.call('stock.count', { productId, quantity: 1, requestId: other.requestId });
    expect(await till.reply('stock.importOpening', other)).toMatchObject({ ok: false, fault: { field: 'requestId' } });
  });

  test('links the products it creates to the variant that alone has their SKU (R19, R20)', async () => {
    const till = await openLinkedTill(await openStore());
    await till.call('staff.setManagerPin', { pin: '1234' });
    catalogueOf(till.folder, [
      { productId: 1, variantId: 10, sku: 'pan' },
      { productId: 2, variantId: 20, sku: 'POT' },
      { productId: 2, variantId: 21, sku: 'POT' },
    ]);
    await till.call('stock.importOpening', { csv: 'sku,quantity,name\nPAN,1,Pan\nPOT,1,Pot' });
    const { rows } = await till.call('products.list', {});
    expect(rows.map(({ sku, linkState, createdFrom }) => [sku, linkState, createdFrom])).toEqual([
      ['PAN', 'linked', 'here'],
      ['POT', 'ambiguous', 'here'],
    ]);
  });

  test('takes twenty thousand lines in a few seconds', async () => {
    const { till } = await openShop();
    const rows = Array.from({ length: 20_000 }, (_, index) => `SKU-${index},${index % 50},Product ${index}`);
    const csv = ['sku,quantity,name', ...rows].join('\n');
    const before = process.cpuUsage();
    expect(await till.call('stock.importOpening', { csv })).toEqual({ products: 20_000, created: 20_000 });
    // The processor's time for it: what others do on this machine meanwhile makes it no longer.
    const { user, system } = process.cpuUsage(before);
    expect(user + system).toBeLessThan(15_000_000);
  });
});

describe('a list with a problem is refused whole, and says where:', () => {
  test.each([
    ['an empty file', '', [1]],
    ['a head alone', 'sku,quantity', [1]],
    ['no column for the quantity', 'sku,amount\nMUG,1', [1]],
    ['two columns for the quantity', 'sku,quantity,quantity\nMUG,1,2', [1]],
    ['a quote that is never closed', 'sku,quantity\nMUG,1\n"PAN,1\nPOT,1', [3]],
    ['no SKU', 'sku,quantity\n,1', [2]],
    ['a SKU that is not here, without a name', 'sku,quantity,name\nMUG,1,\nPAN,1,', [3]],
    ['a SKU twice', 'sku,quantity\nMUG,1\nmug,1', [3]],
    ['a SKU of several products', 'sku,quantity\nTWIN,1', [2]],
    ['a product without stock', 'sku,quantity\nWRAP,1', [2]],
    [
      'quantities that are none',
      'sku,quantity\nMUG,-1\nA,1.5\nB,"1,000"\nC,1e3\nD,\nE,99999999999',
      [2, 3, 4, 5, 6, 7],
    ],
    ['a SKU without end', `sku,quantity,name\n${'x'.repeat(101)},1,X`, [2]],
  ])('%s', async (_, csv, at) => {
    const till = await openTill();
    await openOutlet(till);
    for (const sku of ['MUG', 'TWIN', 'TWIN', 'A', 'B', 'C', 'D', 'E']) await mug(till, sku);
    await till.call('products.create', { sku: 'WRAP', name: 'Gift wrap', stocked: false });
    const { problems } = await till.call('stock.previewOpening', { csv });
    expect(problems.map(({ line }) => line)).toEqual(at);
  });

  test('and nothing of it is recorded', async () => {
    const { till } = await openShop();
    await mug(till);
    const refused = await till.reply('stock.importOpening', {
      csv: 'sku,quantity,name\nMUG,1,\nPOT,1,Pot\nPAN,1,\nCUP,x,Cup',
    });
    expect(refused).toMatchObject({ ok: false, fault: { code: 'invalid_input', field: 'csv' } });
    expect(JSON.stringify(refused)).toContain('Line 4: ');
    expect(JSON.stringify(refused)).toContain('more problems: 1.');
    expect(await stockOf(till)).toEqual({ MUG: 0 });
  });
});
