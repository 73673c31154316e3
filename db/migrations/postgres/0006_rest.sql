CREATE TABLE "retention_holds" (
	"repair_id" text COLLATE "C" NOT NULL,
	"reason" text COLLATE "C" NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"who" text COLLATE "C" NOT NULL,
	CONSTRAINT "retention_holds_repair_id_reason_pk" PRIMARY KEY("repair_id","reason")
);
--> statement-breakpoint
DROP INDEX "messages_once";--> statement-breakpoint
ALTER TABLE "messages" ADD COLUMN "follower_id" text COLLATE "C" DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "repairs" ADD COLUMN "forgotten_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "retention_holds" ADD CONSTRAINT "retention_holds_repair_id_repairs_id_fk" FOREIGN KEY ("repair_id") REFERENCES "public"."repairs"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "appointments_by_repair" ON "appointments" USING btree ("repair_id");--> statement-breakpoint
CREATE INDEX "repairs_to_forget" ON "repairs" USING btree ("closed_at") WHERE "repairs"."closed_at" IS NOT NULL AND "repairs"."forgotten_at" IS NULL;--> statement-breakpoint
CREATE UNIQUE INDEX "messages_once" ON "messages" USING btree ("repair_id","kind","number","event","channel","follower_id");