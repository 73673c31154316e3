import type { FieldView } from "#app/components/field.tsx";
import { NotificationBanner } from "#app/components/notification-banner.tsx";
import { Table } from "#app/components/table.tsx";
import { PageErrors } from "#app/features/site/page-errors.tsx";
import { useSite } from "#app/features/site/site.tsx";
import { StaffForm } from "#app/features/staff/staff-form.tsx";
import { StaffLayout, type StaffView } from "#app/features/staff/staff-layout.tsx";
import { staff } from "#app/languages/staff.ts";

interface AccountRow {
  id: string;
  name: string;
  email: string;
  role: string;
  state: string;
}

/** A link that was just made: shown once. */
export interface WelcomeLink {
  name: string;
  url: string;
}

/** A link for somebody: by which they choose a password, unless told. */
export function LinkBanner({ link, why = staff.accounts.linkWhy }: { link: WelcomeLink; why?: string }) {
  const { site } = useSite().words;
  const { link: send } = staff.accounts;
  return (
    <NotificationBanner title={site.success} isSuccess>
      <p className="govuk-notification-banner__heading">{send(link.name)}</p>
      <p className="govuk-body app-key">{link.url}</p>
      <p className="govuk-body">{why}</p>
    </NotificationBanner>
  );
}

interface AccountsPageProps {
  staffView: StaffView;
  accounts: AccountRow[];
  fields: FieldView[];
  link: WelcomeLink | undefined;
}

function AccountsTable({ accounts }: { accounts: AccountRow[] }) {
  const { caption, columns, change } = staff.accounts;
  const link = ({ id, name }: AccountRow) => (
    <a className="govuk-link" href={`/staff/accounts/${id}`} key="change">
      {change}
      <span className="govuk-visually-hidden"> {name}</span>
    </a>
  );
  return (
    <Table
      caption={caption}
      columns={[columns.name, columns.email, columns.role, columns.state, columns.change]}
      rows={accounts.map((account) => ({
        key: account.id,
        cells: [account.name, account.email, account.role, account.state, link(account)],
      }))}
    />
  );
}

/** Everybody who has an account, and a new one. */
export function AccountsPage({ staffView, accounts, fields, link }: AccountsPageProps) {
  const { title, add } = staff.accounts;
  return (
    <StaffLayout staffView={staffView} title={title} wide>
      <PageErrors fields={fields} />
      {link && <LinkBanner link={link} />}
      <AccountsTable accounts={accounts} />
      <h2 className="govuk-heading-m">{add.heading}</h2>
      <StaffForm fields={fields} button={add.button} />
    </StaffLayout>
  );
}
