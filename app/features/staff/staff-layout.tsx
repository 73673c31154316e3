import type { ReactNode } from "react";
import { Button } from "#app/components/button.tsx";
import { LinkList } from "#app/components/link-list.tsx";
import { PageLayout } from "#app/features/site/page-layout.tsx";
import { staff } from "#app/languages/staff.ts";

/** Who is signed in, and the pages their role may open. */
export interface StaffView {
  who: string;
  pages: { href: string; text: string; isCurrent: boolean }[];
  /** How many visits need moving, in words; undefined where none does, or it is not theirs to mend. */
  toMove: string | undefined;
}

interface StaffLayoutProps {
  staffView: StaffView;
  title: ReactNode;
  wide?: boolean;
  children: ReactNode;
}

function ToMove({ text }: { text: string }) {
  return (
    <p className="app-trouble">
      <strong>{text}</strong>{" "}
      <a className="govuk-link" href="/staff/to-move">
        {staff.toMove.resolve}
      </a>
    </p>
  );
}

/** Where calls begin: a single key leads there from every other page, where shortcuts are on. */
const asListed = (page: StaffView["pages"][number]) =>
  page.href === "/contact-centre" && !page.isCurrent ? { ...page, shortcut: "/" } : page;

function StaffBar({ who, pages }: Pick<StaffView, "who" | "pages">) {
  return (
    <div className="app-staff-bar">
      <nav aria-label={staff.navigation}>
        <LinkList links={pages.map(asListed)} className="app-staff-bar__pages" />
      </nav>
      <form method="post" action="/staff/sign-out" className="app-staff-bar__who">
        <span>{who}</span>
        <Button variant="secondary">{staff.signOut}</Button>
      </form>
    </div>
  );
}

/** What stands around every page for staff: their pages, who they are, and the way out. */
export function StaffLayout({ staffView, title, wide, children }: StaffLayoutProps) {
  return (
    <PageLayout title={title} wide={wide ?? false} bar={<StaffBar {...staffView} />}>
      {staffView.toMove && <ToMove text={staffView.toMove} />}
      {children}
    </PageLayout>
  );
}
