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
ALTER TABLE "repair_proofs" ADD CONSTRAINT "repair_proofs_repair_id_repairs_id_fk" FOREIGN KEY ("repair_id") REFERENCES "public"."repairs"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "repair_proofs_by_device" ON "repair_proofs" USING btree ("device","repair_id");--> statement-breakpoint
CREATE INDEX "repair_proofs_by_code_until" ON "repair_proofs" USING btree ("code_until");