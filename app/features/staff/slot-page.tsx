import { Button } from "#app/components/button.tsx";
import { Field, type FieldView } from "#app/components/field.tsx";
import { SummaryList, type SummaryRow } from "#app/components/summary-list.tsx";
import type { SlotChange } from "#app/domain/slot-state.ts";
import { PageErrors } from "#app/features/site/page-errors.tsx";
import { useSite } from "#app/features/site/site.tsx";
import { ChangeBanner, type ChangeBannerView } from "#app/features/staff/change-banner.tsx";
import { HomeLink } from "#app/features/staff/home-link.tsx";
import { HomeTags, type HomeTagsView } from "#app/features/staff/home-tags.tsx";
import { NotAlone } from "#app/features/staff/not-alone.tsx";
import { StaffForm } from "#app/features/staff/staff-form.tsx";
import { StaffLayout, type StaffView } from "#app/features/staff/staff-layout.tsx";
import { staff } from "#app/languages/staff.ts";

interface StaffSlotPageProps {
  staffView: StaffView;
  title: string;
  week: string;
  banner: ChangeBannerView | undefined;
  /** The slot as the page shows it: what is posted says what was seen. */
  seen: string;
  /** Where the visit is moved; undefined where there is none to move. */
  move: string | undefined;
  /** Where another slot is added; undefined where the date is over. */
  add: string | undefined;
  rows: SummaryRow[];
  /** The page of the home of its visit. */
  home: string | undefined;
  /** What to know of that home in short. */
  tags: HomeTagsView;
  changes: readonly SlotChange[];
  reason: FieldView;
  /** Who can take the visit over; undefined where there is none to take. */
  takers: FieldView | undefined;
  /** What is said where nobody can. */
  nobody: string;
  /** Nobody goes to the home of its visit alone. */
  isNotAlone: boolean;
  history: string[];
  /** What is wrong with the whole: it has changed meanwhile. */
  problem: string | undefined;
}

/** Stopping and withdrawing ask why; both are buttons of one form. */
function Close({ changes, reason, seen }: { changes: readonly SlotChange[]; reason: FieldView; seen: string }) {
  const { close, changes: names, hints } = staff.slot;
  const { site } = useSite().words;
  return (
    <>
      <h2 className="govuk-heading-m">{close}</h2>
      <ul className="govuk-list govuk-list--bullet">
        {changes.map((change) => (
          <li key={change}>
            <strong>{names[change]}</strong>: {hints[change]}
          </li>
        ))}
      </ul>
      <form method="post" noValidate className="app-staff-form">
        <input type="hidden" name="seen" value={seen} />
        <Field field={reason} words={site} />
        <div className="govuk-button-group">
          {changes.map((change) => (
            <Button key={change} name="change" value={change} variant={change === "withdraw" ? "warning" : "secondary"}>
              {names[change]}
            </Button>
          ))}
        </div>
      </form>
    </>
  );
}

function Reopen({ seen }: { seen: string }) {
  const { changes, hints } = staff.slot;
  return (
    <>
      <h2 className="govuk-heading-m">{changes.reopen}</h2>
      <p className="govuk-body">{hints.reopen}</p>
      <StaffForm hidden={{ change: "reopen", seen }} button={changes.reopen} variant="secondary" />
    </>
  );
}

function Give({ takers, nobody, seen }: { takers: FieldView; nobody: string; seen: string }) {
  const { give } = staff.slot;
  return (
    <>
      <h2 className="govuk-heading-m">{give.heading}</h2>
      {takers.options ? (
        <>
          <p className="govuk-body">{give.why}</p>
          <StaffForm fields={[takers]} hidden={{ change: "give", seen }} button={give.button} />
        </>
      ) : (
        <p className="govuk-body">{nobody}</p>
      )}
    </>
  );
}

/** What leads away from here: to another date, or to one more visit. */
function Ways({ move, add }: Pick<StaffSlotPageProps, "move" | "add">) {
  return (
    <ul className="govuk-list app-no-print">
      {move && (
        <li>
          <a className="govuk-link" href={move}>
            {staff.moveVisit.link}
          </a>
        </li>
      )}
      {add && (
        <li>
          <a className="govuk-link" href={add}>
            {staff.newSlot.another}
          </a>
        </li>
      )}
    </ul>
  );
}

function History({ lines }: { lines: string[] }) {
  return (
    <>
      <h2 className="govuk-heading-m">{staff.slot.history}</h2>
      <ol className="govuk-list govuk-list--number">
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ol>
    </>
  );
}

/** One slot: whose it is, the visit in it, and everything that can be done to it. */
export function StaffSlotPage({
  staffView,
  title,
  week,
  banner,
  rows,
  changes,
  reason,
  takers,
  history,
  problem,
  ...page
}: StaffSlotPageProps) {
  const { seen, nobody } = page;
  const closing = changes.filter((change) => change !== "reopen");
  return (
    <StaffLayout staffView={staffView} title={title}>
      <PageErrors fields={takers ? [takers, reason] : [reason]} problem={problem} />
      {banner && <ChangeBanner {...banner} />}
      <p className="govuk-body">
        <a className="govuk-link" href={week}>
          {staff.slot.back}
        </a>
      </p>
      <NotAlone isMarked={page.isNotAlone} />
      <HomeTags {...page.tags} />
      <SummaryList rows={rows} />
      <HomeLink href={page.home} />
      <Ways {...page} />
      {takers && <Give takers={takers} nobody={nobody} seen={seen} />}
      {changes.includes("reopen") && <Reopen seen={seen} />}
      {closing.length > 0 && <Close changes={closing} reason={reason} seen={seen} />}
      {history.length > 0 && <History lines={history} />}
    </StaffLayout>
  );
}
