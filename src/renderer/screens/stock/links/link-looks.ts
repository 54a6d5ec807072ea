import { CircleQuestionMark, Link2, type LucideIcon, Unlink } from 'lucide-react';
import type { LinkState } from '../../../../contract/products.ts';
import type { Look, Tone } from '../../../components/looks.ts';
import { text } from '../../../text.ts';

const shapes: Readonly<Record<LinkState, readonly [LucideIcon, Tone]>> = {
  linked: [Link2, 'green'],
  unlinked: [Unlink, 'amber'],
  ambiguous: [CircleQuestionMark, 'amber'],
};

/** Whether it is known which product of BigCommerce a product is. */
export const linkLook = (state: LinkState): Look => {
  const [icon, tone] = shapes[state];
  return { label: text.links.states[state], icon, tone };
};
