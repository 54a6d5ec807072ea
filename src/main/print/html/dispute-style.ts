/** Black on white, also where it is read on a dark screen: it is a document. */
export const disputeStyle = `
:root { color-scheme: light; }
body { max-width: 60rem; margin: 2rem auto; padding: 0 1rem; background: #fff; color: #111; font: 14px/1.45 system-ui, sans-serif; }
h1 { font-size: 1.5rem; margin: 0 0 .5rem; }
h2 { font-size: 1.05rem; margin: 1.75rem 0 .5rem; padding-bottom: .25rem; border-bottom: 1px solid #bbb; }
dl { margin: 0; }
dl div { display: flex; gap: 1rem; padding: .125rem 0; }
dt { flex: 0 0 10rem; color: #555; }
dd { margin: 0; overflow-wrap: anywhere; }
table { width: 100%; border-collapse: collapse; font-variant-numeric: tabular-nums; }
th, td { padding: .25rem .75rem .25rem 0; border-bottom: 1px solid #e2e2e2; text-align: left; vertical-align: top; overflow-wrap: anywhere; }
th { color: #555; font-weight: 600; }
.none { color: #555; }
.practice { margin: 0 0 1rem; padding: .5rem 1rem; background: #7a1261; color: #fff; font-weight: 700; text-align: center; }
@media print { body { margin: 0; max-width: none; } h2 { break-after: avoid; } tr { break-inside: avoid; } }
`;
