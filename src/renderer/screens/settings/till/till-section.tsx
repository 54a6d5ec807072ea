import { type ReactNode, useState } from 'react';
import type { RecordNoun } from '../../../../contract/event.ts';
import { EmptyState } from '../../../components/empty-state.tsx';
import { RecordBody } from '../../../components/record-body.tsx';
import type { Output } from '../../../state/bridge.ts';
import { useQuery } from '../../../state/use-query.ts';
import { text } from '../../../text.ts';
import look from '../section-page.module.css';
import { PastOpenings } from './past-openings.tsx';
import { RegisterHead } from './register-head.tsx';
import { TillFigures } from './till-figures.tsx';
import { TillWork } from './till-work.tsx';

const nouns: readonly RecordNoun[] = ['till', 'link', 'sales'];
const words = text.till;

type Register = Output<'registers.list'>['rows'][number];

interface FiguresProps {
  readonly registerId: string;
  readonly openingId: string | null;
  readonly onBack: () => void;
}

/** The figures of one opening: of the one asked for, else of what the register has now. */
function Figures({ registerId, openingId, onBack }: FiguresProps): ReactNode {
  const { data, fault, again } = useQuery('till.summary', openingId === null ? { registerId } : { openingId }, nouns);
  return (
    <RecordBody view={data} fault={fault} onAgain={() => void again()}>
      {(view) => <TillFigures till={view} onBack={openingId === null ? undefined : onBack} />}
    </RecordBody>
  );
}

function Registers({ rows }: { readonly rows: readonly Register[] }): ReactNode {
  const link = useQuery('link.get', {}, nouns);
  const [chosen, setChosen] = useState<string | null>(null);
  const [openingId, setOpeningId] = useState<string | null>(null);
  const wanted = chosen ?? link.data?.binding?.registerId;
  const register = rows.find((row) => row.registerId === wanted) ?? rows[0];
  if (register === undefined) return <EmptyState sentence={words.noRegister} />;
  const choose = (registerId: string): void => {
    setChosen(registerId);
    setOpeningId(null);
  };
  return (
    <>
      <RegisterHead registers={rows} register={register} onChoose={choose} />
      {openingId === null ? (
        <TillWork key={`${register.registerId} ${register.openingId}`} register={register} onClosed={setOpeningId} />
      ) : null}
      <Figures registerId={register.registerId} openingId={openingId} onBack={() => setOpeningId(null)} />
      <PastOpenings shown={openingId} onShow={setOpeningId} />
    </>
  );
}

/** Settings › Till: open it, close it, and what it took (R24–R26, N9). */
export function TillSection(): ReactNode {
  const { data, fault, again } = useQuery('registers.list', {}, nouns);
  return (
    <div className={look.page}>
      <h2 className={look.title}>{words.title}</h2>
      <RecordBody view={data} fault={fault} onAgain={() => void again()}>
        {({ rows }) => <Registers rows={rows} />}
      </RecordBody>
    </div>
  );
}
