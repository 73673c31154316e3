interface Suggestion {
  uprn: string;
  address: string;
  names: string;
}

interface Suggestions {
  homes: Suggestion[];
  total: number;
  /** For those who hear the page. */
  said: string;
}

const NONE: Suggestions = { homes: [], total: 0, said: "" };
const FEWEST_CHARACTERS = 3;
/** Long enough that nobody is asked for each letter of a word that is typed without a pause. */
const PAUSE_MS = 150;

/** An element of a page with its attributes. */
function make(page: Document, tag: string, attributes: Record<string, string>): HTMLElement {
  const element = page.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  return element;
}

/** Asks the server what was typed leads to. Posted, as the form is: what a caller says stands in no address. */
async function ask(typed: string): Promise<Suggestions> {
  if (typed.trim().length < FEWEST_CHARACTERS) return NONE;
  try {
    const answer = await fetch("/contact-centre/search", { method: "POST", body: new URLSearchParams({ q: typed }) });
    return answer.ok && !answer.redirected ? ((await answer.json()) as Suggestions) : NONE;
  } catch {
    return NONE;
  }
}

/** Starts a call for a home, as its button on the page of results would. */
function startCall(page: Document, action: string, found: { uprn: string; typed: string }) {
  const form = make(page, "form", { method: "post", action, hidden: "" }) as HTMLFormElement;
  for (const [name, value] of Object.entries(found)) form.append(make(page, "input", { name, value }));
  page.body.append(form);
  form.submit();
}

/** The list under the box: what it shows, and which of it is chosen. */
function listUnder(page: Document, input: HTMLInputElement, { label, open }: { label: string; open: (uprn: string) => void }) {
  const list = make(page, "ul", { role: "listbox", id: "suggestions", class: "app-suggestions", "aria-label": label, hidden: "" });
  const status = make(page, "div", { role: "status", class: "govuk-visually-hidden" });
  input.after(list, status);
  let chosen = -1;
  const choose = (at: number) => {
    chosen = at;
    for (const [place, option] of [...list.children].entries()) option.setAttribute("aria-selected", String(place === at));
    const option = list.children[at];
    option?.scrollIntoView({ block: "nearest" });
    if (option) input.setAttribute("aria-activedescendant", option.id);
    else input.removeAttribute("aria-activedescendant");
  };
  const show = ({ homes, said }: Suggestions) => {
    const options = homes.map(({ uprn, address, names }, at) => {
      const option = make(page, "li", { role: "option", id: `suggestion-${at}`, "data-uprn": uprn });
      option.append(make(page, "span", {}), make(page, "span", { class: "app-match__place" }));
      for (const [place, text] of [address, names].entries()) (option.children[place] as HTMLElement).textContent = text;
      // A press would take the focus out of the box before it is let go.
      option.addEventListener("mousedown", (event) => event.preventDefault());
      option.addEventListener("click", () => open(uprn));
      return option;
    });
    list.replaceChildren(...options);
    list.hidden = options.length === 0;
    input.setAttribute("aria-expanded", String(options.length > 0));
    status.textContent = said;
    choose(-1);
  };
  /** By so many places, round through none. */
  const move = (by: number) => {
    const places = list.children.length + 1;
    choose(((chosen + 1 + by + places) % places) - 1);
  };
  return { show, move, chosen: () => (list.children[chosen] as HTMLElement | undefined)?.dataset.uprn };
}

/**
 * Shows homes under the search box while somebody types (ARIA Authoring Practices: an editable combobox with a list), and opens a single one
 * on Enter. Without it, Enter leads to the page of results.
 */
export function findHomeWhileTyping(page: Document) {
  const form = page.querySelector<HTMLFormElement>("form[data-find-home]");
  const input = form?.querySelector<HTMLInputElement>("input[name=q]");
  if (!form || !input) return;
  const { findHome: label = "", starts: action = "" } = form.dataset;
  const open = (uprn: string) => startCall(page, action, { uprn, typed: input.value });
  const combobox = { role: "combobox", "aria-expanded": "false", "aria-controls": "suggestions", "aria-autocomplete": "list" };
  for (const [name, value] of Object.entries(combobox)) input.setAttribute(name, value);
  const list = listUnder(page, input, { label, open });

  let asked: { typed: string; answer: Promise<Suggestions> } = { typed: "", answer: Promise.resolve(NONE) };
  const answerTo = (typed: string) => {
    if (asked.typed !== typed) asked = { typed, answer: ask(typed) };
    return asked.answer;
  };
  let pause: ReturnType<typeof setTimeout>;
  input.addEventListener("input", () => {
    clearTimeout(pause);
    pause = setTimeout(async () => {
      const typed = input.value;
      const answer = await answerTo(typed);
      if (input.value === typed) list.show(answer);
    }, PAUSE_MS);
  });
  input.addEventListener("keydown", (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) list.move(step);
    else if (event.key === "Escape") list.show(NONE);
    else return;
    event.preventDefault();
  });
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    clearTimeout(pause);
    const { homes, total } = await answerTo(input.value);
    const uprn = list.chosen() ?? (total === 1 ? homes[0]?.uprn : undefined);
    if (uprn) open(uprn);
    else form.submit();
  });
}
