import { raw } from 'hono/html';
import type { Block, ItemColumns, ItemRow, Mark, Sheet } from '../sheet.ts';
import { barcodes, type DrawBarcode } from './barcode.ts';
import { pageStyle } from './page-style.ts';
import { type Html, html } from './tag.ts';

/** A whole page that needs nothing else: no script, no other file, no other host. */
export const htmlPage = async (sheet: Sheet): Promise<string> => {
  const draw = await barcodes();
  const page = html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${titleOf(sheet)}</title>
<style>${raw(pageStyle)}</style>
</head>
<body>
${sheet.practice ? html`<p class="watermark" aria-hidden="true">PRACTICE</p>` : null}
${sheet.marks.map(markOf)}
<h1>${sheet.title}</h1>
${sheet.blocks.map((block) => blockOf(block, draw))}
<footer>${sheet.foot.map((line) => html`<p>${line}</p>`)}</footer>
</body>
</html>
`;
  return page.toString();
};

const titleOf = ({ title, blocks }: Sheet): string => {
  const heading = blocks.find((block) => block.block === 'heading');
  return heading === undefined ? title : `${title} ${heading.text}`;
};

const markOf = ({ word, sentences }: Mark): Html => {
  const [first, ...others] = sentences;
  return html`<section class="mark"><strong>${word}</strong><div><p>${first ?? ''}</p>${
    others.length === 0 ? null : html`<ul>${others.map((sentence) => html`<li><bdi>${sentence}</bdi></li>`)}</ul>`
  }</div></section>
`;
};

const blockOf = (block: Block, draw: DrawBarcode): Html => {
  switch (block.block) {
    case 'heading':
      return html`<header><div><p class="name"><bdi>${block.text}</bdi></p>${block.aside.map(line)}</div>${draw(block.barcode)}</header>
`;
    case 'facts':
    case 'notes':
      return html`<section class="${block.block}"><h2>${block.title}</h2><div>${block.lines.map(line)}</div></section>
`;
    case 'boxes':
      return html`<ol class="boxes">${block.rows.map(
        ({ box, what }) => html`<li><b class="box">${box}</b> <bdi>${what}</bdi></li>`,
      )}</ol>
`;
    case 'codes':
      return html`<ul class="codes">${block.rows.map(
        ({ code, meaning }) => html`<li><strong>${meaning}</strong>${draw(code)}</li>`,
      )}</ul>
`;
    case 'items':
      return itemsOf(block.columns, block.rows, draw);
  }
};

const line = (text: string): Html => html`<p><bdi>${text}</bdi></p>`;

const itemsOf = (columns: ItemColumns, rows: readonly ItemRow[], draw: DrawBarcode): Html => html`<table>
<thead><tr>${columns.bins ? html`<th scope="col">Bin</th>` : null}<th scope="col">Pieces</th><th scope="col">Item</th>${
  columns.codes ? html`<th scope="col" class="code">Code</th>` : null
}${columns.ticks ? html`<th scope="col" class="tick">Done</th>` : null}</tr></thead>
<tbody>${rows.map((row) => itemOf(columns, row, draw))}</tbody>
</table>
`;

const itemOf = (columns: ItemColumns, row: ItemRow, draw: DrawBarcode): Html => html`
<tr>${columns.bins ? html`<td class="bin"><bdi>${row.bin === '' ? '–' : row.bin}</bdi></td>` : null}<td class="${
  row.quantity > 1 ? 'pieces many' : 'pieces'
}">${row.quantity}</td><td class="item"><p><bdi>${row.name}</bdi></p>${row.details.map(
  (detail) => html`<p class="detail"><bdi>${detail}</bdi></p>`,
)}${row.boxes.length === 0 ? null : html`<p class="goes">${row.boxes.map((box) => html`<b class="box">${box}</b> `)}</p>`}${
  row.done === '' ? null : html`<p class="done">${row.done}</p>`
}</td>${columns.codes ? html`<td class="code">${draw(row.code)}</td>` : null}${
  columns.ticks ? html`<td class="tick"><span class="square"></span></td>` : null
}</tr>`;
