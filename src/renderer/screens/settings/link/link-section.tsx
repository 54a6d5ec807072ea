import type { ReactNode } from 'react';
import type { RecordNoun } from '../../../../contract/event.ts';
import { RecordBody } from '../../../components/record-body.tsx';
import { useQuery } from '../../../state/use-query.ts';
import { text } from '../../../text.ts';
import look from '../section-page.module.css';
import { LinkedStore } from './linked-store.tsx';
import { Wizard } from './wizard.tsx';

const nouns: readonly RecordNoun[] = ['link'];

/** Settings › BigCommerce store: linking one, where it records, its token and plan, and ending the link. */
export function LinkSection(): ReactNode {
  const { data, fault, again } = useQuery('link.get', {}, nouns);
  return (
    <div className={look.page}>
      <h2 className={look.title}>{text.link.title}</h2>
      <RecordBody view={data} fault={fault} onAgain={() => void again()}>
        {({ link, binding, unlinked, unlinkWarning }) =>
          link === null ? (
            <Wizard unlinked={unlinked} />
          ) : (
            <LinkedStore link={link} binding={binding} unlinkWarning={unlinkWarning} />
          )
        }
      </RecordBody>
    </div>
  );
}
