/*
 * What the product's queries come to, as one would write them by hand: the floor the product is compared with. Values are named, as
 * better-sqlite3 takes them; the text is the same for PostgreSQL.
 */

const ABLE = `select op.operative_id from operative_patches op
  join operatives o on o.id = op.operative_id
  where op.patch_id = @patchId and o.active
    and exists (select 1 from operative_trades t where t.trade_id = @trade and t.operative_id = op.operative_id)`;

const ACCREDITED = `((select t.accreditation from trades t where t.id = @trade) is null or exists (select 1 from accreditations c
  join trades t on t.id = @trade and t.accreditation = c.kind where c.operative_id = slots.operative_id and c.ends_on >= slots.date))`;

const FREE = `open and appointment_id is null and (expires_at is null or expires_at < @now)
  and (kept_until is null or kept_until <= @now or kept_for = @priority)`;

/** What the picker's page reads. */
export const pickerSql = {
  draft: "select * from drafts where id = @id and device = @device",
  homes: "select * from homes where postcode = @postcode and ended_on is null and tenure <> 'communal' order by sort_key, uprn",
  problems: "select * from problems where catalogue_id = @catalogueId order by position",
  rules:
    "select kind, value from rules r where from_date = (select max(from_date) from rules b where b.kind = r.kind and b.from_date <= @date)",
  bankHolidays: "select date from bank_holidays where nation = @nation",
  freeSlots: `select date, "window", count(*) as free from slots
    where operative_id in (${ABLE}) and ${ACCREDITED} and date >= @first and date <= @last and ${FREE} group by date, "window"`,
};

/** What a hold and a submission write and read, in their order. */
export const bookingSql = {
  chooses: `update drafts set version = version + 1, held_window = @window, hold_until_at_most = @until where id = @draftId
    returning hold_until_at_most`,
  heldSlots: "select id, date, expires_at from slots where draft_id = @draftId order by part",
  lockDay: "update days set version = version + 1 where date = @date",
  candidates: `select id, operative_id, "window", place, draft_id, expires_at,
    (select count(*) from operative_trades t where t.operative_id = slots.operative_id) as trades
    from slots where operative_id in (${ABLE}) and ${ACCREDITED} and date = @date and open and appointment_id is null`,
  jobsInPatch: `select s.operative_id, count(distinct s.appointment_id) as jobs from slots s
    join appointments a on a.id = s.appointment_id join repairs r on r.id = a.repair_id join homes h on h.uprn = r.uprn
    where s.operative_id in (${ABLE}) and s.date = @date and s.appointment_id is not null and h.patch_id = @patchId group by s.operative_id`,
  hold: `update slots set draft_id = @draftId, appointment_id = null, expires_at = @expiresAt, part = 1 where id = @id and ${FREE} returning id`,
  locks: "update drafts set version = version + 1 where id = @draftId and device = @device returning *",
  submitted: `select r.*, a.* from repairs r left join appointments a on a.repair_id = r.id and a.status = 'booked'
    where r.submission = @draftId`,
  lockHome: "update homes set version = version where uprn = @uprn",
  openUnproven: "select count(*) from repairs where uprn = @uprn and status = 'open' and not proven",
  repair: `insert into repairs values (@id, @reference, @draftId, @uprn, null, @problemId, @location, @problem, @detail, null, @trade, null, @priority,
    @dueOn, null, 'en', 'online', @now, 'open', null, null, 'rent', false, false, 0, null, null) on conflict do nothing returning id`,
  contact: "insert into contacts values (@repairId, @name, @phone, @email, 'text', @description, 'me', null, null, null, 'reporter', 0)",
  visitNeeds: "insert into visit_needs values (@repairId, '[]', '[]', null, null, 0)",
  event: "insert into events values (@id, @now, 'tenant', 'online', @what, @repairId, @repairId, @appointmentId, null, @after)",
  appointment: `insert into appointments values (@id, @repairId, 'repair', @date, @window, @windowName, @starts, @ends, 1, 'booked', 0)`,
  confirm: `update slots set draft_id = null, appointment_id = @appointmentId, expires_at = null where draft_id = @draftId and date = @date
    and open and exists (select 1 from drafts d where d.id = slots.draft_id and d.held_window = @window) returning id`,
  contactOf: "select * from contacts where repair_id = @repairId",
  messages: `insert into messages (id, kind, repair_id, appointment_id, channel, event, rank, number, status, due_at, try_at, tries, created_at)
    values (@first, 'reported-booked', @repairId, @appointmentId, 'text', @repairId, 1, 1, 'waiting', @now, @now, 0, @now),
    (@second, 'reminder', @repairId, @appointmentId, 'text', @repairId, 1, 1, 'waiting', @evening, @evening, 0, @now),
    (@third, 'morning', @repairId, @appointmentId, 'text', @repairId, 1, 1, 'waiting', @morning, @morning, 0, @now)
    on conflict do nothing returning id`,
  keepTyped: "update drafts set typed = '{}', touched_at = @now where id = @draftId",
};

/** What the pages of staff read. */
export const staffSql = {
  week: `select s.id, s.operative_id, s.date, s."window", s.place, s.starts, s.open, s.withdrawn, s.reason, s.appointment_id, s.expires_at,
    h.line1, r.problem, r.hazard from slots s left join appointments a on a.id = s.appointment_id left join repairs r on r.id = a.repair_id
    left join homes h on h.uprn = r.uprn where s.date >= @first and s.date <= @last`,
  day: `select a.*, r.*, h.*, c.*, n.*, v.*, o.name, s.id, s.open from appointments a join repairs r on r.id = a.repair_id
    join homes h on h.uprn = r.uprn left join contacts c on c.repair_id = r.id left join visit_needs n on n.repair_id = r.id
    left join visits v on v.appointment_id = a.id left join slots s on s.appointment_id = a.id left join operatives o on o.id = s.operative_id
    where a.date = @first and a.status <> 'cancelled'`,
};

const HOME = `select h.*, (select group_concat(t.name, ', ') from tenancies y join tenants t on t.tenancy_id = y.id
  where y.uprn = h.uprn and (y.ends_on is null or y.ends_on >= @today)) as names from homes h`;

/** What finds homes by one thing that was typed, and who lives there. */
export const homesSql = {
  uprn: `${HOME} where h.uprn = @value`,
  tenancy: `${HOME} where h.uprn = (select uprn from tenancies where reference = @value)`,
  phone: `${HOME} where h.uprn in (select y.uprn from tenant_contacts c join tenants t on t.id = c.tenant_id
    join tenancies y on y.id = t.tenancy_id where c.value = @value)`,
  words: `${HOME} where h.uprn in (select cast(rowid as text) from home_words where home_words match @value limit 51)
    order by h.postcode, h.sort_key`,
};
