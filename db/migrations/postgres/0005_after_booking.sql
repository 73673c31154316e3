CREATE TABLE "message_templates" (
	"kind" text COLLATE "C" NOT NULL,
	"language" text COLLATE "C" NOT NULL,
	"version" integer NOT NULL,
	"words" jsonb,
	"at" timestamp (3) with time zone NOT NULL,
	"who" text COLLATE "C" NOT NULL,
	CONSTRAINT "message_templates_kind_language_version_pk" PRIMARY KEY("kind","language","version")
);
--> statement-breakpoint
CREATE TABLE "repair_proofs" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"device" text COLLATE "C" NOT NULL,
	"try_key" text COLLATE "C" NOT NULL,
	"repair_id" text COLLATE "C",
	"message_id" text COLLATE "C",
	"tries" integer DEFAULT 0 NOT NULL,
	"code_until" timestamp (3) with time zone NOT NULL,
	"proven_until" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "sooner_offers" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"wish_id" text COLLATE "C" NOT NULL,
	"date" text COLLATE "C" NOT NULL,
	"window" text COLLATE "C" NOT NULL,
	"draft_id" text COLLATE "C" NOT NULL,
	"offered_at" timestamp (3) with time zone NOT NULL,
	"until" timestamp (3) with time zone NOT NULL,
	"outcome" text COLLATE "C",
	CONSTRAINT "sooner_offers_outcome" CHECK ("sooner_offers"."outcome" IN ('accepted', 'declined', 'lapsed', 'gone', 'ended'))
);
--> statement-breakpoint
CREATE TABLE "sooner_wishes" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"repair_id" text COLLATE "C" NOT NULL,
	"appointment_id" text COLLATE "C",
	"date" text COLLATE "C",
	"window" text COLLATE "C",
	"windows" jsonb NOT NULL,
	"notice_hours" integer NOT NULL,
	"asked_at" timestamp (3) with time zone NOT NULL,
	"ended_at" timestamp (3) with time zone,
	"version" integer DEFAULT 0 NOT NULL
);
--> statement-breakpoint
DROP INDEX "messages_once";--> statement-breakpoint
DROP INDEX "messages_to_send";--> statement-breakpoint
ALTER TABLE "messages" ADD COLUMN "appointment_id" text COLLATE "C";--> statement-breakpoint
ALTER TABLE "messages" ADD COLUMN "channel" text COLLATE "C" DEFAULT 'webhook' NOT NULL;--> statement-breakpoint
ALTER TABLE "messages" ADD COLUMN "event" text COLLATE "C" DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "messages" ADD COLUMN "rank" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "messages" ADD COLUMN "sent_by" text COLLATE "C";--> statement-breakpoint
ALTER TABLE "messages" ADD COLUMN "receipt" text COLLATE "C";--> statement-breakpoint
ALTER TABLE "messages" ADD COLUMN "receipt_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "repair_proofs" ADD CONSTRAINT "repair_proofs_repair_id_repairs_id_fk" FOREIGN KEY ("repair_id") REFERENCES "public"."repairs"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sooner_offers" ADD CONSTRAINT "sooner_offers_wish_id_sooner_wishes_id_fk" FOREIGN KEY ("wish_id") REFERENCES "public"."sooner_wishes"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sooner_wishes" ADD CONSTRAINT "sooner_wishes_repair_id_repairs_id_fk" FOREIGN KEY ("repair_id") REFERENCES "public"."repairs"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sooner_wishes" ADD CONSTRAINT "sooner_wishes_appointment_id_appointments_id_fk" FOREIGN KEY ("appointment_id") REFERENCES "public"."appointments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "repair_proofs_by_device" ON "repair_proofs" USING btree ("device","repair_id");--> statement-breakpoint
CREATE INDEX "repair_proofs_by_code_until" ON "repair_proofs" USING btree ("code_until");--> statement-breakpoint
CREATE UNIQUE INDEX "sooner_offers_one_open" ON "sooner_offers" USING btree ("wish_id") WHERE "sooner_offers"."outcome" IS NULL;--> statement-breakpoint
CREATE INDEX "sooner_offers_by_wish" ON "sooner_offers" USING btree ("wish_id","offered_at");--> statement-breakpoint
CREATE UNIQUE INDEX "sooner_wishes_one_live" ON "sooner_wishes" USING btree ("repair_id") WHERE "sooner_wishes"."ended_at" IS NULL;--> statement-breakpoint
ALTER TABLE "messages" ADD CONSTRAINT "messages_appointment_id_appointments_id_fk" FOREIGN KEY ("appointment_id") REFERENCES "public"."appointments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "messages_by_status" ON "messages" USING btree ("status","channel","id");--> statement-breakpoint
CREATE UNIQUE INDEX "messages_once" ON "messages" USING btree ("repair_id","kind","number","event","channel");--> statement-breakpoint
CREATE INDEX "messages_to_send" ON "messages" USING btree ("rank","try_at") WHERE "messages"."status" = 'waiting';