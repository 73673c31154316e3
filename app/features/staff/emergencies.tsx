import { Details } from "#app/components/details.tsx";
import { Select } from "#app/components/select.tsx";
import { Tag } from "#app/components/tag.tsx";
import { PhoneLink } from "#app/features/site/phone-link.tsx";
import { useSite } from "#app/features/site/site.tsx";
import { NotAlone } from "#app/features/staff/not-alone.tsx";
import { StaffForm } from "#app/features/staff/staff-form.tsx";
import { staff } from "#app/languages/staff.ts";

/** An emergency that is not safe yet, and what can be done about it. */
export interface EmergencyView {
  repairId: string;
  reference: string;
  /** In words, as of when the page was drawn. */
  left: string;
  isLate: boolean;
  rows: { name: string; value: string; isPhone?: boolean }[];
  isSeen: boolean;
  /** Nobody goes to the home alone. */
  isNotAlone: boolean;
  /** Who has been given it, where somebody has, and their slot. */
  sent: { slotId: string } | undefined;
  sendable: { id: string; text: string }[];
  /** Why the last try to give it to somebody was refused. */
  error: string | undefined;
}

export interface EmergenciesView {
  emergencies: EmergencyView[];
  asOf: string;
  /** The page that shows them, to come back to. */
  page: string;
}

const ADDRESS = "/staff/emergencies";

/** The id of the field in which an operative is chosen. */
export const giveField = (repairId: string) => `operative-${repairId}`;

interface Given {
  emergency: EmergencyView;
  page: string;
}

function Give({ emergency, page }: Given) {
  const { give } = staff.emergencies;
  const { site } = useSite().words;
  const { repairId, sent, sendable, error } = emergency;
  if (sendable.length === 0) return <p className="govuk-body">{give.nobody}</p>;
  const options = [{ value: "", text: give.choose }, ...sendable.map(({ id, text }) => ({ value: id, text }))];
  return (
    <StaffForm
      action={ADDRESS}
      hidden={{ repair: repairId, page, change: "give", seen: sent?.slotId ?? "" }}
      button={give.button}
      {...(sent && { variant: "secondary" })}
    >
      <Select
        name="operative"
        id={giveField(repairId)}
        label={{ text: sent ? give.again : give.label, size: "s" }}
        hint={give.hint}
        options={options}
        {...(error && { error: { prefix: site.error, text: error } })}
      />
    </StaffForm>
  );
}

/** What is known of it; the same list as a visit's. */
function Known({ rows }: Pick<EmergencyView, "rows">) {
  return (
    <dl className="app-visit__known app-emergency__known">
      {rows.map(({ name, value, isPhone }) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{isPhone ? <PhoneLink number={value} /> : value}</dd>
        </div>
      ))}
    </dl>
  );
}

function Emergency({ emergency, page }: Given) {
  const { repairId, reference, left, isLate, rows, isSeen, sent } = emergency;
  const { acknowledge, safe } = staff.emergencies;
  const hidden = { repair: repairId, page };
  return (
    <li className="app-emergency">
      <h3 className="govuk-heading-s app-emergency__name">
        {reference} <Tag colour={isLate ? "red" : "orange"}>{left}</Tag>
      </h3>
      <NotAlone isMarked={emergency.isNotAlone} />
      <Known rows={rows} />
      <div className="app-emergency__do">
        {!isSeen && !sent && (
          <StaffForm action={ADDRESS} hidden={{ ...hidden, change: "acknowledge" }} button={acknowledge} variant="secondary" />
        )}
        <Give emergency={emergency} page={page} />
        <Details summary={safe.summary}>
          <p className="govuk-body">{safe.why}</p>
          <StaffForm action={ADDRESS} hidden={{ ...hidden, change: "safe" }} button={safe.button} />
        </Details>
      </div>
    </li>
  );
}

/** The emergencies that are not safe yet, the one whose time ends first at the top. Nothing where there is none. */
export function Emergencies({ emergencies, asOf, page }: EmergenciesView) {
  const { heading, again } = staff.emergencies;
  if (emergencies.length === 0) return null;
  return (
    <section aria-labelledby="emergencies" className="app-no-print">
      <h2 className="govuk-heading-m" id="emergencies">
        {heading(emergencies.length)}
      </h2>
      <p className="govuk-body">
        {asOf}{" "}
        <a className="govuk-link" href="?">
          {again}
        </a>
      </p>
      <ol className="app-emergencies__list">
        {emergencies.map((emergency) => (
          <Emergency key={emergency.repairId} emergency={emergency} page={page} />
        ))}
      </ol>
    </section>
  );
}
