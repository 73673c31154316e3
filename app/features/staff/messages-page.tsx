import { Button } from "#app/components/button.tsx";
import { Details } from "#app/components/details.tsx";
import { InsetText } from "#app/components/inset-text.tsx";
import { LinkList } from "#app/components/link-list.tsx";
import { NotificationBanner } from "#app/components/notification-banner.tsx";
import { Pagination } from "#app/components/pagination.tsx";
import { Table } from "#app/components/table.tsx";
import { Tag } from "#app/components/tag.tsx";
import { PageErrors } from "#app/features/site/page-errors.tsx";
import { PhoneLink } from "#app/features/site/phone-link.tsx";
import { useSite } from "#app/features/site/site.tsx";
import { RowButton } from "#app/features/staff/row-button.tsx";
import { HiddenFields } from "#app/features/staff/staff-form.tsx";
import { StaffLayout, type StaffView } from "#app/features/staff/staff-layout.tsx";
import { staff } from "#app/languages/staff.ts";

export interface MessageRow {
  id: string;
  reference: string;
  what: string;
  channel: string;
  when: string;
  /** What became of it, and why a try failed. */
  receipt: { text: string; isGood: boolean } | undefined;
  fault: string | undefined;
  /** Whom to call, where it is a call. */
  call: { name: string; phone: string | null } | undefined;
  /** A text message, or what is said on the phone. */
  text: string | undefined;
  /** An email or a letter. */
  letter: { subject: string; body: string; summary: string } | undefined;
  /** What can be done about it: a step and its words. */
  steps: { step: string; text: string }[];
}

interface MessagesPageProps {
  staffView: StaffView;
  /** Of the list that is shown: its name, its words where it is empty, and why it is there. */
  list: string;
  name: string;
  none: string;
  why: string;
  lists: { href: string; text: string; isCurrent: boolean }[];
  isOpen: boolean;
  /** The templates, where they are this person's to change. */
  templates: string | undefined;
  rows: MessageRow[];
  earlier: string | undefined;
  first: string | undefined;
  saved: string | undefined;
  problem: string | undefined;
}

function Lists({ lists }: Pick<MessagesPageProps, "lists">) {
  return (
    <nav aria-label={staff.messages.landmark}>
      <LinkList links={lists} className="app-actions__pages app-message-lists govuk-list" />
    </nav>
  );
}

function Words({ text, letter }: Pick<MessageRow, "text" | "letter">) {
  return (
    <>
      {text && <p className="app-note app-message">{text}</p>}
      {letter && (
        <>
          <p className="app-message">{letter.subject}</p>
          <Details summary={letter.summary}>
            <p className="app-note app-message">{letter.body}</p>
          </Details>
        </>
      )}
    </>
  );
}

function cellsOf(row: MessageRow, list: string) {
  const { id, reference, what, channel, when, receipt, fault, call, steps } = row;
  return [
    <span key="repair">
      <a className="govuk-link app-reference" href={`/staff/repairs/${reference}`}>
        {reference}
      </a>
      {call && (
        <span className="app-second-line">
          {call.name}
          <br />
          {call.phone ? <PhoneLink number={call.phone} /> : staff.messages.noPhone}
        </span>
      )}
    </span>,
    <span key="what">
      {what}
      <span className="app-second-line">{channel}</span>
    </span>,
    <span key="when">
      {when} {receipt && <Tag colour={receipt.isGood ? "green" : "red"}>{receipt.text}</Tag>}
      {fault && <span className="app-second-line">{fault}</span>}
    </span>,
    <Words key="words" {...row} />,
    <div className="app-message-steps" key="do">
      {steps.map(({ step, text }) => (
        <RowButton key={step} hidden={{ list, message: id, step }} text={text} about={staff.messages.about(what, reference)} />
      ))}
    </div>,
  ];
}

/** What is done about all of a list at once. */
function All({ list }: Pick<MessagesPageProps, "list">) {
  const { print, againAll } = staff.messages;
  if (list === "letters")
    return (
      <p className="govuk-body">
        <a className="govuk-link" href="/staff/messages/letters">
          {print}
        </a>
      </p>
    );
  if (list !== "failed") return null;
  return (
    <form method="post">
      <HiddenFields fields={{ list, step: "again" }} />
      <Button variant="secondary">{againAll}</Button>
    </form>
  );
}

function Found({ rows, list, name, earlier, first }: Pick<MessagesPageProps, "rows" | "list" | "name" | "earlier" | "first">) {
  const { columns, pages, earlier: older, first: newest } = staff.messages;
  const hasSteps = rows.some(({ steps }) => steps.length > 0);
  const shown = [columns.repair, columns.what, columns.when, columns.words, ...(hasSteps ? [columns.do] : [])];
  return (
    <>
      <All list={list} />
      <div className="app-stacked">
        <Table
          caption={name}
          columns={shown}
          rows={rows.map((row) => ({ key: row.id, cells: cellsOf(row, list).slice(0, shown.length) }))}
        />
      </div>
      <Pagination
        landmarkLabel={pages}
        {...(first && { previous: { href: first, text: newest } })}
        {...(earlier && { next: { href: earlier, text: older } })}
      />
    </>
  );
}

/** Messages to tenants, a list at a time: what staff do by hand, what was given up, what waits and what went out. */
export function MessagesPage({ staffView, lists, isOpen, templates, saved, problem, ...found }: MessagesPageProps) {
  const { title, open, templates: change } = staff.messages;
  const { site } = useSite().words;
  const { rows, name, none, why } = found;
  return (
    <StaffLayout staffView={staffView} title={title} wide>
      <PageErrors fields={[]} problem={problem} />
      {saved && <NotificationBanner title={site.success} isSuccess text={saved} />}
      {isOpen && <InsetText>{open}</InsetText>}
      <Lists lists={lists} />
      <h2 className="govuk-heading-m">{name}</h2>
      {rows.length === 0 ? <p className="govuk-body">{none}</p> : <p className="govuk-body">{why}</p>}
      {rows.length > 0 && <Found {...found} />}
      {templates && (
        <p className="govuk-body">
          <a className="govuk-link" href={templates}>
            {change}
          </a>
        </p>
      )}
    </StaffLayout>
  );
}
