// @vitest-environment jsdom
import { BackLink } from "#app/components/back-link.tsx";
import { Button, ButtonLink } from "#app/components/button.tsx";
import { Details } from "#app/components/details.tsx";
import { ErrorSummary } from "#app/components/error-summary.tsx";
import { InsetText } from "#app/components/inset-text.tsx";
import { NotificationBanner } from "#app/components/notification-banner.tsx";
import { Pagination } from "#app/components/pagination.tsx";
import { Panel } from "#app/components/panel.tsx";
import { SkipLink } from "#app/components/skip-link.tsx";
import { SummaryList } from "#app/components/summary-list.tsx";
import { Tag, type TagColour } from "#app/components/tag.tsx";
import { WarningText } from "#app/components/warning-text.tsx";
import { conforms, content, modifier, type Text } from "#tests/components/govuk-fixtures.ts";

interface ButtonOptions extends Text {
  href?: string;
  id?: string;
  name?: string;
  value?: string;
  type?: "button";
  disabled?: boolean;
  preventDoubleClick?: boolean;
  isStartButton?: boolean;
}

conforms<ButtonOptions>({
  component: "button",
  fixtures: [
    "default",
    "disabled",
    "link",
    "start",
    "start link",
    "secondary",
    "secondary disabled",
    "warning",
    "inverse",
    "name",
    "type",
    "explicit link",
    "value",
    "don't prevent double click",
    "prevent double click",
    "id",
  ],
  render: ({ text, href, isStartButton, classes, ...button }) => {
    const look = { variant: modifier<"secondary">(classes), isStart: isStartButton };
    return href ? (
      <ButtonLink href={href} {...look}>
        {text}
      </ButtonLink>
    ) : (
      <Button {...button} {...look}>
        {text}
      </Button>
    );
  },
});

conforms<Text & { href: string }>({
  component: "back-link",
  fixtures: ["with custom text and link"],
  render: ({ href, text }) => <BackLink href={href}>{text}</BackLink>,
});

conforms<Text & { href: string }>({
  component: "skip-link",
  fixtures: ["default", "custom href"],
  render: ({ href, text }) => <SkipLink href={href}>{text}</SkipLink>,
});

conforms<{ titleText: string; descriptionText?: string; errorList: { text: string; href?: string }[] }>({
  component: "error-summary",
  fixtures: [
    "default",
    "without links",
    "mixed with and without links",
    "with everything",
    "html as titleText",
    "description",
    "html as descriptionText",
    "error list with html as text",
    "error list with html as text link",
  ],
  render: ({ titleText, descriptionText, errorList }) => (
    <ErrorSummary title={titleText} description={descriptionText} errors={errorList} />
  ),
});

interface Row {
  key: Text;
  value: Text;
  actions?: { items: { href: string; text: string; visuallyHiddenText?: string }[] };
}

conforms<{ rows: Row[]; classes?: string }>({
  component: "summary-list",
  fixtures: ["default", "with actions", "with some actions", "no-border", "actions href", "single action with anchor"],
  render: ({ rows, classes }) => (
    <SummaryList
      hasBorders={classes !== "govuk-summary-list--no-border"}
      rows={rows.map(({ key, value, actions }) => ({
        name: key.text,
        value: content(value),
        actions: actions?.items.map(({ href, text, visuallyHiddenText }) => ({ href, text, hidden: visuallyHiddenText })),
      }))}
    />
  ),
});

conforms<Partial<Text> & { titleText?: string; titleHtml?: string; headingLevel?: 2 }>({
  component: "panel",
  fixtures: [
    "default",
    "title html",
    "body html",
    "title html as text",
    "body html as text",
    "title with no body text",
    "custom heading level",
  ],
  render: ({ titleText, titleHtml, headingLevel, ...body }) => (
    <Panel title={content({ text: titleText, html: titleHtml })} headingLevel={headingLevel}>
      {content(body)}
    </Panel>
  ),
});

conforms<Text & { id?: string }>({
  component: "inset-text",
  fixtures: ["default", "with html", "id", "html as text"],
  render: ({ id, ...inside }) => <InsetText id={id}>{content(inside)}</InsetText>,
});

conforms<Text & { iconFallbackText?: string }>({
  component: "warning-text",
  fixtures: ["default", "multiple lines", "html as text", "no icon fallback text"],
  render: ({ text, iconFallbackText = "Warning" }) => <WarningText prefix={iconFallbackText}>{text}</WarningText>,
});

conforms<{ id?: string; summaryText: string; text: string; open?: boolean }>({
  component: "details",
  fixtures: ["default", "expanded", "id", "html as text", "summary html as text"],
  render: ({ id, summaryText, text, open }) => (
    <Details id={id} summary={summaryText} open={open}>
      {text}
    </Details>
  ),
});

conforms<{ titleText?: string; titleId?: string; text: string; type?: string; role?: "region" }>({
  component: "notification-banner",
  fixtures: [
    "default",
    "with type as success",
    "with long heading",
    "custom title",
    "custom title id",
    "custom title id with type as success",
    "html as text",
    "role=alert overridden to role=region, with type as success",
  ],
  render: ({ titleText, titleId, text, type, role }) => (
    <NotificationBanner
      title={titleText ?? (type === "success" ? "Success" : "Important")}
      isSuccess={type === "success"}
      {...{ titleId, text, role }}
    />
  ),
});

interface Link {
  href: string;
  text: string;
  labelText?: string;
}

const link = (options?: Link) => options && { href: options.href, text: options.text, label: options.labelText };

conforms<{ previous?: Link; next?: Link }>({
  component: "pagination",
  fixtures: ["with prev and next only and labels", "with prev and next only and very long labels"],
  render: ({ previous, next }) => <Pagination landmarkLabel="Pagination" previous={link(previous)} next={link(next)} />,
});

conforms<Text>({
  component: "tag",
  fixtures: ["default", "grey", "turquoise", "green", "purple", "pink", "red", "orange", "yellow", "html as text"],
  render: ({ text, classes }) => <Tag colour={modifier<TagColour>(classes)}>{text}</Tag>,
});
