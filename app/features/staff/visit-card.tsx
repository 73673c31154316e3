import { classes } from "#app/components/classes.ts";
import { Tag, type TagColour } from "#app/components/tag.tsx";
import type { Step } from "#app/domain/visit.ts";
import { PhoneLink } from "#app/features/site/phone-link.tsx";
import { HomeTags, type HomeTagsView } from "#app/features/staff/home-tags.tsx";
import { NotAlone } from "#app/features/staff/not-alone.tsx";
import { staff } from "#app/languages/staff.ts";

/** How a visit stands: in words, and which mark it has. */
export interface VisitState {
  mark: Step | "booked" | "over";
  text: string;
}

/** A visit as staff see it. */
export interface VisitView {
  id: string;
  /** Its own page, where steps are posted. */
  href: string;
  hours: string;
  state: VisitState;
  reference: string;
  isHazard: boolean;
  /** Nobody goes to the home alone. */
  isNotAlone: boolean;
  /** What to know before it, in short. */
  tags: HomeTagsView;
  /** The warnings with what is to be known of each. */
  warnings: string[];
  /** The page of its home, for whoever may open that. */
  home: string | undefined;
  address: string;
  problem: string;
  person: { name: string; phone: string | undefined };
  description: string;
  needs: string[];
  note: string;
  /** Addresses of its photos. */
  photos: string[];
  /** Where a map shows the way to it; for whoever goes there. */
  directions?: string;
  /** What can be said of it now. */
  steps: Step[];
}

const COLOURS: Record<VisitState["mark"], TagColour> = {
  ...{ booked: "grey", over: "grey", "on-the-way": "yellow", arrived: "teal" },
  ...{ done: "green", "no-access": "red", "more-work": "purple", "could-not": "orange" },
};

export function VisitTag({ state: { mark, text } }: Pick<VisitView, "state">) {
  return <Tag colour={COLOURS[mark]}>{text}</Tag>;
}

/** A step that asks something has a page; the others are said at once. */
const ASKING: readonly Step[] = ["no-access", "more-work", "could-not"];

/** What can be said of a visit, one press each. */
export function VisitSteps({ visit: { href, steps, address }, submission }: { visit: VisitView; submission: string }) {
  const name = (step: Step) => (
    <>
      {staff.visit.steps[step]}
      <span className="govuk-visually-hidden">, {address}</span>
    </>
  );
  const atOnce = steps.filter((step) => !ASKING.includes(step));
  return (
    <div className="app-visit__steps">
      {atOnce.length > 0 && (
        <form method="post" action={href}>
          <input type="hidden" name="submission" value={submission} />
          {atOnce.map((step) => (
            <button
              key={step}
              type="submit"
              name="step"
              value={step}
              className={classes("govuk-button", step !== "done" && "govuk-button--secondary", "app-step")}
            >
              {name(step)}
            </button>
          ))}
        </form>
      )}
      {steps
        .filter((step) => ASKING.includes(step))
        .map((step) => (
          <a
            key={step}
            className="govuk-button govuk-button--secondary app-step"
            href={`${href}${href.includes("?") ? "&" : "?"}step=${step}`}
          >
            {name(step)}
          </a>
        ))}
    </div>
  );
}

/** Links to the photos of a visit's repair. */
function Photos({ visit: { photos, address } }: { visit: VisitView }) {
  const { photo, photoOf } = staff.day;
  return photos.map((href, at) => (
    <a key={href} className="govuk-link app-visit__photo" href={href}>
      {photo(at + 1)}
      <span className="govuk-visually-hidden"> {photoOf(address)}</span>
    </a>
  ));
}

/** What is known of a visit, by name: what is not known has no row. */
function knownOf(visit: VisitView) {
  const { day } = staff;
  const { person, description, needs, note, photos } = visit;
  return [
    { name: day.meet, value: <Person {...person} /> },
    { name: day.description, value: description },
    { name: day.needs, value: needs.join(". ") },
    { name: day.note, value: note },
    { name: day.photos, value: photos.length > 0 && <Photos visit={visit} /> },
  ].filter(({ value }) => value);
}

function Person({ name, phone }: VisitView["person"]) {
  return (
    <>
      {name}
      {phone && ", "}
      {phone && <PhoneLink number={phone} />}
    </>
  );
}

/** A link to a map of somebody else's: nothing of it is loaded before it is pressed. */
export function Directions({ href, address }: { href: string; address: string }) {
  const { directions, of } = staff.shift;
  return (
    <a className="govuk-link app-directions" href={href} rel="noreferrer">
      {directions}
      <span className="govuk-visually-hidden"> {of(address)}</span>
    </a>
  );
}

/** One visit of a day: when and how it stands, where, what for, and what can be said of it. */
export function VisitCard({ visit, submission, was, move }: { visit: VisitView; submission: string; was?: string; move?: string }) {
  const { day, calendar } = staff;
  return (
    <li className="app-visit" id={`visit-${visit.id}`}>
      <div className="app-visit__when">
        <strong>{visit.hours}</strong>
        <VisitTag state={visit.state} />
        {was && <span>{was}</span>}
      </div>
      <div className="app-visit__what">
        <h3 className="govuk-heading-s app-visit__address">
          <a className="govuk-link" href={visit.href}>
            {visit.address}
          </a>
        </h3>
        <NotAlone isMarked={visit.isNotAlone} />
        <HomeTags {...visit.tags} />
        <p className="app-visit__problem">
          {visit.directions && <Directions href={visit.directions} address={visit.address} />}
          {visit.problem} {visit.isHazard && <strong>({calendar.hazard})</strong>}{" "}
          <span className="app-visit__reference">{visit.reference}</span>
        </p>
        <dl className="app-visit__known">
          {knownOf(visit).map(({ name, value }) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      </div>
      <div className="app-visit__do">
        {move && (
          <a className="govuk-button app-step" href={move}>
            {day.move}
            <span className="govuk-visually-hidden">, {visit.address}</span>
          </a>
        )}
        <VisitSteps visit={visit} submission={submission} />
      </div>
    </li>
  );
}
