import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { useStore } from 'zustand';
import buttons from '../../../components/button.module.css';
import { RecordBody } from '../../../components/record-body.tsx';
import { useApp } from '../../../state/use-app.ts';
import { text } from '../../../text.ts';
import look from '../section-page.module.css';
import { OutletSettings } from './outlet-settings.tsx';

const words = text.outlet;

/** Settings › Outlets: each with its facts, and how it writes days, figures and money. */
export function OutletsSection(): ReactNode {
  const { shop } = useApp();
  const { data, fault } = useStore(shop.outlets.store);
  const here = useStore(shop.link.store, (link) => link.data?.binding?.outletId);
  return (
    <div className={look.page}>
      <h2 className={look.title}>{words.title}</h2>
      <p className={look.what}>{words.what}</p>
      <RecordBody view={data} fault={fault} onAgain={() => void shop.outlets.again()}>
        {({ rows }) =>
          rows.length === 0 ? (
            <div className={look.part}>
              <p>{words.none}</p>
              <div>
                <Link href="/settings/link" className={buttons.button}>
                  {words.link}
                </Link>
              </div>
            </div>
          ) : (
            rows.map((outlet) => (
              // The key: what another window saved is what is chosen here.
              <OutletSettings
                key={`${outlet.outletId} ${outlet.locale}`}
                outlet={outlet}
                isHere={outlet.outletId === here}
              />
            ))
          )
        }
      </RecordBody>
    </div>
  );
}
