import { text } from '../text.ts';
import type { AppClient, Input } from './bridge.ts';
import { type CsvExportDeps, createCsvExport } from './csv-export.ts';

/** The sales of a filter as a file. */
export const createSalesExport = ({ call, ...deps }: CsvExportDeps & { readonly call: AppClient }) => {
  const csv = createCsvExport(deps);
  return {
    ...csv,
    start: (filter: Input<'sales.summary'>, fileName: string): Promise<void> =>
      csv.start(
        {
          page: (cursor) => call('sales.export', { ...filter, ...(cursor === null ? {} : { cursor }) }),
          count: async () => {
            const counted = await call('sales.summary', filter);
            return counted.ok && counted.data.complete ? counted.data.count : null;
          },
          words: text.sales,
        },
        fileName,
      ),
  };
};
