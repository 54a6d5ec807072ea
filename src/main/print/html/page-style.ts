/**
 * One style for every paper: A4 and Letter, and the 80 mm roll of a receipt printer that prints pages (below 110 mm). Black on
 * white only, for thermal paper and for printers that are out of colour.
 */
export const pageStyle = `
@page { margin: 12mm; }
@page :first { margin-top: 10mm; }
* { box-sizing: border-box; }
html { color: #000; background: #fff; font: 11pt/1.35 'Segoe UI', 'Noto Sans', 'Liberation Sans', Arial, sans-serif; }
body { margin: 0; overflow-wrap: anywhere; font-variant-numeric: tabular-nums; }
p, h1, h2, ul, ol { margin: 0; padding: 0; }
ul, ol { list-style: none; }
h1 { font-size: 11pt; font-weight: 600; letter-spacing: 0.08em; text-transform: uppercase; }
h2 { font-size: 9pt; font-weight: 600; }
header { display: flex; justify-content: space-between; gap: 8mm; align-items: flex-start; margin: 1mm 0 5mm; }
header .name { font-size: 22pt; font-weight: 700; line-height: 1.15; }
.barcode { display: block; width: fit-content; }
.barcode svg { display: block; height: 12mm; width: auto; max-width: 75mm; }
.barcode small { display: block; font-size: 7.5pt; line-height: 1.2; padding-left: 2.5mm; letter-spacing: 0.05em; }
.mark { display: flex; gap: 4mm; border: 0.6mm solid #000; padding: 2mm 3mm; margin-bottom: 3mm; break-inside: avoid; }
.mark strong { font-size: 14pt; line-height: 1.1; letter-spacing: 0.04em; }
.mark li::before { content: '\\2013\\00a0'; }
.facts, .notes { margin-bottom: 5mm; break-inside: avoid; }
.notes { border-left: 1mm solid #000; padding-left: 3mm; }
.facts div { font-size: 12pt; }
table { width: 100%; border-collapse: collapse; margin-bottom: 5mm; }
thead { display: table-header-group; }
th { font-size: 9pt; font-weight: 600; text-align: left; border-bottom: 0.5mm solid #000; padding: 1mm 2mm 1mm 0; white-space: nowrap; }
td { border-bottom: 0.2mm solid #767676; padding: 2mm 2mm 2mm 0; vertical-align: top; }
tr, li { break-inside: avoid; }
.bin { font-weight: 700; white-space: nowrap; width: 24mm; }
.pieces { font-size: 15pt; line-height: 1.1; width: 16mm; text-align: right; padding-right: 4mm; white-space: nowrap; }
.many { font-weight: 700; }
.many::after { content: '\\00a0\\00d7'; }
.item p:first-child { font-weight: 600; }
.detail, .done { font-size: 9.5pt; }
.done { font-style: italic; }
td.code { width: 48mm; }
td.code svg { height: 8mm; max-width: 46mm; }
.tick { width: 12mm; text-align: center; }
.square { display: inline-block; width: 6mm; height: 6mm; border: 0.4mm solid #000; }
.box { display: inline-block; border: 0.3mm solid #000; border-radius: 1mm; padding: 0 1.5mm; margin-top: 1mm; min-width: 7mm; text-align: center; }
.boxes { columns: 2; column-gap: 8mm; margin: 2mm 0 5mm; }
.boxes li { padding: 0.5mm 0 0.5mm 10mm; text-indent: -10mm; }
.boxes .box { text-indent: 0; }
.codes { display: grid; grid-template-columns: 1fr 1fr; gap: 8mm 12mm; margin: 6mm 0; }
.codes li { border: 0.2mm solid #767676; border-radius: 2mm; padding: 4mm; }
.codes strong { display: block; font-size: 13pt; margin-bottom: 2mm; }
.codes svg { height: 16mm; max-width: 100%; }
footer { border-top: 0.2mm solid #767676; padding-top: 1.5mm; font-size: 8pt; }
.watermark { position: fixed; inset: 40% 0 auto; text-align: center; font-size: 68pt; font-weight: 800; letter-spacing: 0.1em;
  transform: rotate(-28deg); color: transparent; -webkit-text-stroke: 0.4mm #000; opacity: 0.22; pointer-events: none; }
@media (max-width: 110mm) {
  @page { margin: 3mm; }
  html { font-size: 10pt; }
  th { font-size: 8pt; }
  header { display: block; }
  header .name { font-size: 20pt; }
  .barcode { margin-top: 2mm; }
  .barcode svg { max-width: 100%; }
  .mark { display: block; }
  .boxes { columns: 1; }
  .bin { width: auto; padding-right: 1mm; }
  .pieces { width: 12mm; padding-right: 2mm; }
  th.code, td.code { display: none; }
  .tick { width: 8mm; }
  .square { width: 5mm; height: 5mm; }
  .codes { grid-template-columns: 1fr; }
  .watermark { font-size: 34pt; }
}
`;
