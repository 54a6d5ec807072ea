import { text } from '../text.ts';
import type { AppClient, Input } from './bridge.ts';
import { type CsvExportDeps, createCsvExport } from './csv-export.ts';

/** The audit log's entries of a filter as a file. */
export const createAuditExport = ({ call, ...deps }: CsvExportDeps & { readonly call: AppClient }) => {
  const csv = createCsvExport(deps);
  return {
    ...csv,
    start: (filter: Input<'audit.export'>, fileName: string): Promise<void> =>
      csv.start(
        {
          page: (cursor) => call('audit.export', { ...filter, ...(cursor === null ? {} : { cursor }) }),
          words: text.audit.entries,
        },
        fileName,
      ),
  };
};
