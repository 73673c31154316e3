import { staff } from "#app/languages/staff.ts";

/** A repair that may be the one that somebody calls about. */
export interface ReportedAround {
  id: string;
  reference: string;
  problem: string;
  state: string;
  isShared: boolean;
}

const words = staff.desk.around;

function Press({ name, repair: { id, reference }, text }: { name: string; repair: ReportedAround; text: string }) {
  return (
    <button className="govuk-button govuk-button--secondary app-desk__press" name={name} value={id} type="submit">
      {text}
      <span className="govuk-visually-hidden">{words.of(reference)}</span>
    </button>
  );
}

/** What is reported already, each with the buttons that add the call to it. It stands in a form. */
export function AlreadyReported({ repairs }: { repairs: readonly ReportedAround[] }) {
  if (repairs.length === 0) return <p className="govuk-body">{words.none}</p>;
  return (
    <>
      <p className="govuk-body">{words.why}</p>
      <ul className="govuk-list app-desk__reported">
        {repairs.map((repair) => (
          <li key={repair.id}>
            <a className="govuk-link" href={`/staff/repairs/${repair.reference}`}>
              {words.line(repair.problem, repair.reference)}
            </a>
            <br />
            {repair.isShared && <>{words.shared}. </>}
            {repair.state}
            <br />
            <Press name="same" repair={repair} text={words.same} />
            <Press name="worse" repair={repair} text={words.worse} />
          </li>
        ))}
      </ul>
    </>
  );
}
