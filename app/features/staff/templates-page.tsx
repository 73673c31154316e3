import { Button } from "#app/components/button.tsx";
import { Field, type FieldView } from "#app/components/field.tsx";
import { NotificationBanner } from "#app/components/notification-banner.tsx";
import { SummaryList } from "#app/components/summary-list.tsx";
import { Table } from "#app/components/table.tsx";
import { PageErrors } from "#app/features/site/page-errors.tsx";
import { useSite } from "#app/features/site/site.tsx";
import { HiddenFields, StaffForm } from "#app/features/staff/staff-form.tsx";
import { StaffLayout, type StaffView } from "#app/features/staff/staff-layout.tsx";
import { staff } from "#app/languages/staff.ts";

interface TemplatesPageProps {
  staffView: StaffView;
  rows: { kind: string; what: string; text: string; words: string }[];
  saved: string | undefined;
}

/** Every kind of message and its words. */
export function TemplatesPage({ staffView, rows, saved }: TemplatesPageProps) {
  const { title, intro, caption, columns, change } = staff.templates;
  const { site } = useSite().words;
  return (
    <StaffLayout staffView={staffView} title={title} wide>
      {saved && <NotificationBanner title={site.success} isSuccess text={saved} />}
      <p className="govuk-body">{intro}</p>
      <div className="app-stacked">
        <Table
          caption={caption}
          columns={[columns.what, columns.text, columns.words, columns.change]}
          rows={rows.map(({ kind, what, text, words }) => ({
            key: kind,
            cells: [
              what,
              <span className="app-message" key="text">
                {text}
              </span>,
              words,
              <a className="govuk-link" href={`/staff/messages/templates/${kind}`} key="change">
                {change}
                <span className="govuk-visually-hidden"> {what}</span>
              </a>,
            ],
          }))}
        />
      </div>
    </StaffLayout>
  );
}

interface TemplatePageProps {
  staffView: StaffView;
  title: string;
  /** The fields it may name, in words. */
  known: string;
  version: number;
  isOwn: boolean;
  fields: FieldView[];
  preview: { text: string; subject: string; body: string; length: string };
  problem: string | undefined;
}

/** How the words read. */
function Preview({ preview: { text, subject, body, length } }: Pick<TemplatePageProps, "preview">) {
  const { preview, previewWhy, text: sms, subject: about, body: email } = staff.templates;
  return (
    <section aria-labelledby="preview">
      <h2 className="govuk-heading-m" id="preview">
        {preview}
      </h2>
      <p className="govuk-body">{previewWhy}</p>
      <SummaryList
        rows={[
          { name: sms.label, value: `${text} (${length})` },
          { name: about.label, value: subject },
          { name: email.label, value: <span className="app-note app-message">{body}</span> },
        ]}
      />
    </section>
  );
}

/** The words of one kind of message, to change. */
export function TemplatePage({ staffView, title, known, version, isOwn, fields, preview, problem }: TemplatePageProps) {
  const { back, save, show, reset } = staff.templates;
  const { site } = useSite().words;
  return (
    <StaffLayout staffView={staffView} title={title}>
      <PageErrors fields={fields} problem={problem} />
      <p className="govuk-body">
        <a className="govuk-link" href="/staff/messages/templates">
          {back}
        </a>
      </p>
      <p className="govuk-body">{known}</p>
      <form method="post" noValidate className="app-staff-form">
        <HiddenFields fields={{ version }} />
        {fields.map((field) => (
          <Field key={field.name} field={field} words={site} />
        ))}
        <div className="govuk-button-group">
          <Button preventDoubleClick name="step" value="save">
            {save}
          </Button>
          <Button variant="secondary" name="step" value="show">
            {show}
          </Button>
        </div>
      </form>
      <Preview preview={preview} />
      {isOwn && <StaffForm hidden={{ version, step: "reset" }} button={reset} variant="secondary" />}
    </StaffLayout>
  );
}
