CREATE TABLE "absences" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"operative_id" text COLLATE "C" NOT NULL,
	"kind" text COLLATE "C" NOT NULL,
	"from_date" text COLLATE "C" NOT NULL,
	"until_date" text COLLATE "C" NOT NULL,
	"starts" text COLLATE "C",
	"ends" text COLLATE "C",
	"change_id" text COLLATE "C" NOT NULL,
	"ended_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "accreditations" (
	"operative_id" text COLLATE "C" NOT NULL,
	"kind" text COLLATE "C" NOT NULL,
	"ends_on" text COLLATE "C" NOT NULL,
	CONSTRAINT "accreditations_operative_id_kind_pk" PRIMARY KEY("operative_id","kind")
);
--> statement-breakpoint
CREATE TABLE "changed_slots" (
	"change_id" text COLLATE "C" NOT NULL,
	"slot_id" text COLLATE "C" NOT NULL,
	"open" boolean NOT NULL,
	"withdrawn" boolean NOT NULL,
	"reason" text COLLATE "C",
	"appointment_id" text COLLATE "C",
	"part" integer,
	"appointment_after" text COLLATE "C",
	CONSTRAINT "changed_slots_change_id_slot_id_pk" PRIMARY KEY("change_id","slot_id")
);
--> statement-breakpoint
CREATE TABLE "changes" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"who" text COLLATE "C" NOT NULL,
	"what" text COLLATE "C" NOT NULL,
	"slots" integer NOT NULL,
	"reason" text COLLATE "C",
	"refused" jsonb,
	"undone_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "closures" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"reason" text COLLATE "C" NOT NULL,
	"from_date" text COLLATE "C" NOT NULL,
	"until_date" text COLLATE "C" NOT NULL,
	"trade_id" text COLLATE "C",
	"patch_id" text COLLATE "C",
	"window" text COLLATE "C",
	"change_id" text COLLATE "C" NOT NULL,
	"ended_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "contacts_before" (
	"repair_id" text COLLATE "C" NOT NULL,
	"version" integer NOT NULL,
	"values" jsonb NOT NULL,
	CONSTRAINT "contacts_before_repair_id_version_pk" PRIMARY KEY("repair_id","version")
);
--> statement-breakpoint
CREATE TABLE "repair_notes" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"repair_id" text COLLATE "C" NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"who" text COLLATE "C" NOT NULL,
	"words" text COLLATE "C" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "ring_fences" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"trade_id" text COLLATE "C" NOT NULL,
	"kept_for" text COLLATE "C" NOT NULL,
	"slots" integer NOT NULL,
	"released_at" text COLLATE "C" NOT NULL,
	"change_id" text COLLATE "C" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "shift_links" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"token" text COLLATE "C" NOT NULL,
	"operative_id" text COLLATE "C" NOT NULL,
	"date" text COLLATE "C" NOT NULL,
	"ends_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "visits" (
	"appointment_id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"on_the_way_at" timestamp (3) with time zone,
	"arrived_at" timestamp (3) with time zone,
	"ended_at" timestamp (3) with time zone,
	"outcome" text COLLATE "C",
	"why" text COLLATE "C",
	"note" text COLLATE "C",
	"submission" text COLLATE "C",
	CONSTRAINT "visits_ended_with_outcome" CHECK (("visits"."ended_at" IS NULL) = ("visits"."outcome" IS NULL)),
	CONSTRAINT "visits_outcome" CHECK ("visits"."outcome" IN ('done', 'no-access', 'more-work', 'could-not'))
);
--> statement-breakpoint
CREATE TABLE "worked_holidays" (
	"date" text COLLATE "C" PRIMARY KEY NOT NULL,
	"change_id" text COLLATE "C" NOT NULL
);
--> statement-breakpoint
ALTER TABLE "emergencies" ADD COLUMN "dispatched_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "emergencies" ADD COLUMN "made_safe_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "operatives" ADD COLUMN "investigates" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "operatives" ADD COLUMN "version" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "photos" ADD COLUMN "appointment_id" text COLLATE "C";--> statement-breakpoint
ALTER TABLE "repairs" ADD COLUMN "closed_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "repairs" ADD COLUMN "closed_why" text COLLATE "C";--> statement-breakpoint
ALTER TABLE "slots" ADD COLUMN "change_id" text COLLATE "C";--> statement-breakpoint
ALTER TABLE "slots" ADD COLUMN "extra" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "slots" ADD COLUMN "kept_for" text COLLATE "C";--> statement-breakpoint
ALTER TABLE "slots" ADD COLUMN "kept_until" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "trades" ADD COLUMN "accreditation" text COLLATE "C";--> statement-breakpoint
ALTER TABLE "working_patterns" ADD COLUMN "every_weeks" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "absences" ADD CONSTRAINT "absences_operative_id_operatives_id_fk" FOREIGN KEY ("operative_id") REFERENCES "public"."operatives"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "accreditations" ADD CONSTRAINT "accreditations_operative_id_operatives_id_fk" FOREIGN KEY ("operative_id") REFERENCES "public"."operatives"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "changed_slots" ADD CONSTRAINT "changed_slots_change_id_changes_id_fk" FOREIGN KEY ("change_id") REFERENCES "public"."changes"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "closures" ADD CONSTRAINT "closures_trade_id_trades_id_fk" FOREIGN KEY ("trade_id") REFERENCES "public"."trades"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "closures" ADD CONSTRAINT "closures_patch_id_patches_id_fk" FOREIGN KEY ("patch_id") REFERENCES "public"."patches"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contacts_before" ADD CONSTRAINT "contacts_before_repair_id_repairs_id_fk" FOREIGN KEY ("repair_id") REFERENCES "public"."repairs"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "repair_notes" ADD CONSTRAINT "repair_notes_repair_id_repairs_id_fk" FOREIGN KEY ("repair_id") REFERENCES "public"."repairs"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ring_fences" ADD CONSTRAINT "ring_fences_trade_id_trades_id_fk" FOREIGN KEY ("trade_id") REFERENCES "public"."trades"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "shift_links" ADD CONSTRAINT "shift_links_operative_id_operatives_id_fk" FOREIGN KEY ("operative_id") REFERENCES "public"."operatives"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "visits" ADD CONSTRAINT "visits_appointment_id_appointments_id_fk" FOREIGN KEY ("appointment_id") REFERENCES "public"."appointments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "absences_by_operative" ON "absences" USING btree ("operative_id","until_date");--> statement-breakpoint
CREATE INDEX "changed_slots_by_slot" ON "changed_slots" USING btree ("slot_id");--> statement-breakpoint
CREATE INDEX "changes_by_time" ON "changes" USING btree ("at");--> statement-breakpoint
CREATE INDEX "closures_by_date" ON "closures" USING btree ("until_date");--> statement-breakpoint
CREATE INDEX "repair_notes_by_repair" ON "repair_notes" USING btree ("repair_id","at");--> statement-breakpoint
CREATE UNIQUE INDEX "ring_fences_once" ON "ring_fences" USING btree ("trade_id","kept_for");--> statement-breakpoint
CREATE UNIQUE INDEX "shift_links_by_token" ON "shift_links" USING btree ("token");--> statement-breakpoint
CREATE INDEX "shift_links_by_operative" ON "shift_links" USING btree ("operative_id","date");--> statement-breakpoint
CREATE UNIQUE INDEX "visits_by_submission" ON "visits" USING btree ("submission");--> statement-breakpoint
CREATE INDEX "visits_ended" ON "visits" USING btree ("ended_at");--> statement-breakpoint
ALTER TABLE "photos" ADD CONSTRAINT "photos_appointment_id_appointments_id_fk" FOREIGN KEY ("appointment_id") REFERENCES "public"."appointments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "contacts_by_phone" ON "contacts" USING btree ("phone");--> statement-breakpoint
CREATE INDEX "contacts_by_visit_phone" ON "contacts" USING btree ("visit_phone");--> statement-breakpoint
CREATE INDEX "contacts_by_name" ON "contacts" USING btree ("name","visit_name","repair_id");--> statement-breakpoint
CREATE INDEX "repairs_by_status" ON "repairs" USING btree ("status","raised_at","id");--> statement-breakpoint
CREATE INDEX "repairs_by_due" ON "repairs" USING btree ("status","due_on");--> statement-breakpoint
CREATE INDEX "repairs_by_time" ON "repairs" USING btree ("raised_at","id");--> statement-breakpoint
CREATE INDEX "slots_to_move" ON "slots" USING btree ("date") WHERE "slots"."appointment_id" IS NOT NULL AND NOT "slots"."open";