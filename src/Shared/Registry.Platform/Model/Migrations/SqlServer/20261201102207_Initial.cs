using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Registry.Platform.Model.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.EnsureSchema(
                name: "platform");

            migrationBuilder.CreateTable(
                name: "backups",
                schema: "platform",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "binary(16)", nullable: false),
                    Kind = table.Column<string>(type: "varchar(40)", unicode: false, maxLength: 40, nullable: false),
                    File = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false),
                    At = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Size = table.Column<long>(type: "bigint", nullable: false),
                    VerifiedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    Problem = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: true),
                    Seconds = table.Column<double>(type: "float", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_backups", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "calendar_days",
                schema: "platform",
                columns: table => new
                {
                    Date = table.Column<DateOnly>(type: "date", nullable: false),
                    Worked = table.Column<bool>(type: "bit", nullable: false),
                    Estimated = table.Column<bool>(type: "bit", nullable: false),
                    NameKy = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    NameRu = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    NameEn = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_calendar_days", x => x.Date);
                });

            migrationBuilder.CreateTable(
                name: "calendar_versions",
                schema: "platform",
                columns: table => new
                {
                    Version = table.Column<int>(type: "int", nullable: false),
                    At = table.Column<DateTime>(type: "datetime2", nullable: false),
                    By = table.Column<byte[]>(type: "binary(16)", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_calendar_versions", x => x.Version);
                });

            migrationBuilder.CreateTable(
                name: "clock_doubts",
                schema: "platform",
                columns: table => new
                {
                    AfterSeq = table.Column<long>(type: "bigint", nullable: false),
                    LastEntryAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    FoundAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    ConfirmedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    ConfirmedBy = table.Column<byte[]>(type: "binary(16)", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_clock_doubts", x => x.AfterSeq);
                });

            migrationBuilder.CreateTable(
                name: "confirmations",
                schema: "platform",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "binary(16)", nullable: false),
                    Decision = table.Column<string>(type: "varchar(40)", unicode: false, maxLength: 40, nullable: false),
                    AboutId = table.Column<byte[]>(type: "binary(16)", nullable: false),
                    ChildId = table.Column<byte[]>(type: "binary(16)", nullable: false),
                    Number = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Territory = table.Column<string>(type: "varchar(14)", unicode: false, maxLength: 14, nullable: false),
                    District = table.Column<string>(type: "varchar(8)", unicode: false, maxLength: 8, nullable: false),
                    State = table.Column<string>(type: "varchar(40)", unicode: false, maxLength: 40, nullable: false),
                    RequestedBy = table.Column<byte[]>(type: "binary(16)", nullable: false),
                    RequestedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    SealedReason = table.Column<byte[]>(type: "varbinary(max)", nullable: false),
                    SealNo = table.Column<int>(type: "int", nullable: false),
                    DecidedBy = table.Column<byte[]>(type: "binary(16)", nullable: true),
                    DecidedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    Version = table.Column<byte[]>(type: "binary(16)", nullable: false),
                    Mac = table.Column<byte[]>(type: "varbinary(32)", maxLength: 32, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_confirmations", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "data_protection_keys",
                schema: "platform",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    FriendlyName = table.Column<string>(type: "nvarchar(max)", nullable: true),
                    Xml = table.Column<string>(type: "nvarchar(max)", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_data_protection_keys", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "deadline_moves",
                schema: "platform",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "binary(16)", nullable: false),
                    DeadlineId = table.Column<byte[]>(type: "binary(16)", nullable: false),
                    From = table.Column<DateOnly>(type: "date", nullable: false),
                    To = table.Column<DateOnly>(type: "date", nullable: false),
                    CalendarVersion = table.Column<int>(type: "int", nullable: false),
                    Because = table.Column<string>(type: "varchar(40)", unicode: false, maxLength: 40, nullable: false),
                    At = table.Column<DateTime>(type: "datetime2", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_deadline_moves", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "deadline_places",
                schema: "platform",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "binary(16)", nullable: false),
                    DeadlineId = table.Column<byte[]>(type: "binary(16)", nullable: false),
                    Territory = table.Column<string>(type: "varchar(14)", unicode: false, maxLength: 14, nullable: false),
                    District = table.Column<string>(type: "varchar(8)", unicode: false, maxLength: 8, nullable: false),
                    ResponsibleId = table.Column<byte[]>(type: "binary(16)", nullable: true),
                    MetOn = table.Column<DateOnly>(type: "date", nullable: true),
                    LapsedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    Since = table.Column<DateOnly>(type: "date", nullable: false),
                    Until = table.Column<DateOnly>(type: "date", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_deadline_places", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "deadlines",
                schema: "platform",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "binary(16)", nullable: false),
                    Clause = table.Column<string>(type: "nvarchar(16)", maxLength: 16, nullable: false),
                    Step = table.Column<string>(type: "varchar(40)", unicode: false, maxLength: 40, nullable: false),
                    Term = table.Column<int>(type: "int", nullable: false),
                    Unit = table.Column<string>(type: "varchar(40)", unicode: false, maxLength: 40, nullable: false),
                    AboutId = table.Column<byte[]>(type: "binary(16)", nullable: false),
                    Number = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    ChildId = table.Column<byte[]>(type: "binary(16)", nullable: false),
                    Territory = table.Column<string>(type: "varchar(14)", unicode: false, maxLength: 14, nullable: false),
                    District = table.Column<string>(type: "varchar(8)", unicode: false, maxLength: 8, nullable: false),
                    ResponsibleId = table.Column<byte[]>(type: "binary(16)", nullable: true),
                    PlacedSince = table.Column<DateOnly>(type: "date", nullable: false),
                    StartedOn = table.Column<DateOnly>(type: "date", nullable: false),
                    DueOn = table.Column<DateOnly>(type: "date", nullable: false),
                    MetOn = table.Column<DateOnly>(type: "date", nullable: true),
                    LapsedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    LapsedBecause = table.Column<string>(type: "varchar(40)", unicode: false, maxLength: 40, nullable: true),
                    IsOpen = table.Column<bool>(type: "bit", nullable: false),
                    CalendarVersion = table.Column<int>(type: "int", nullable: false),
                    EscalationLevel = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_deadlines", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "discards",
                schema: "platform",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "binary(16)", nullable: false),
                    Kind = table.Column<string>(type: "varchar(40)", unicode: false, maxLength: 40, nullable: false),
                    Key = table.Column<string>(type: "varchar(100)", unicode: false, maxLength: 100, nullable: false),
                    What = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false),
                    SealedReason = table.Column<byte[]>(type: "varbinary(max)", nullable: false),
                    SealNo = table.Column<int>(type: "int", nullable: false),
                    By = table.Column<byte[]>(type: "binary(16)", nullable: false),
                    At = table.Column<DateTime>(type: "datetime2", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_discards", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "findings",
                schema: "platform",
                columns: table => new
                {
                    Check = table.Column<string>(type: "varchar(60)", unicode: false, maxLength: 60, nullable: false),
                    AboutId = table.Column<byte[]>(type: "binary(16)", nullable: false),
                    Number = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: true),
                    FoundAt = table.Column<DateTime>(type: "datetime2", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_findings", x => new { x.Check, x.AboutId });
                });

            migrationBuilder.CreateTable(
                name: "guesses",
                schema: "platform",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "binary(16)", nullable: false),
                    Door = table.Column<string>(type: "varchar(40)", unicode: false, maxLength: 40, nullable: false),
                    Width = table.Column<string>(type: "varchar(40)", unicode: false, maxLength: 40, nullable: false),
                    AccountId = table.Column<byte[]>(type: "binary(16)", nullable: true),
                    Address = table.Column<string>(type: "varchar(45)", unicode: false, maxLength: 45, nullable: true),
                    Failures = table.Column<int>(type: "int", nullable: false),
                    EndsAt = table.Column<long>(type: "bigint", nullable: false),
                    Delay = table.Column<long>(type: "bigint", nullable: false),
                    BlockedUntil = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_guesses", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "idempotent_answers",
                schema: "platform",
                columns: table => new
                {
                    AccountId = table.Column<byte[]>(type: "binary(16)", nullable: false),
                    Key = table.Column<string>(type: "nvarchar(80)", maxLength: 80, nullable: false),
                    RequestHash = table.Column<byte[]>(type: "varbinary(max)", nullable: false),
                    Status = table.Column<int>(type: "int", nullable: false),
                    Location = table.Column<string>(type: "nvarchar(max)", nullable: true),
                    ETag = table.Column<string>(type: "nvarchar(max)", nullable: true),
                    SealedBody = table.Column<byte[]>(type: "varbinary(max)", nullable: false),
                    SealNo = table.Column<int>(type: "int", nullable: false),
                    Subjects = table.Column<string>(type: "nvarchar(max)", nullable: true),
                    At = table.Column<DateTime>(type: "datetime2", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_idempotent_answers", x => new { x.AccountId, x.Key });
                });

            migrationBuilder.CreateTable(
                name: "inbox",
                schema: "platform",
                columns: table => new
                {
                    EventId = table.Column<byte[]>(type: "binary(16)", nullable: false),
                    Handler = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    At = table.Column<DateTime>(type: "datetime2", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_inbox", x => new { x.EventId, x.Handler });
                });

            migrationBuilder.CreateTable(
                name: "journal_blocks",
                schema: "platform",
                columns: table => new
                {
                    LastSeq = table.Column<long>(type: "bigint", nullable: false),
                    PreviousSeq = table.Column<long>(type: "bigint", nullable: false),
                    Count = table.Column<int>(type: "int", nullable: false),
                    Hash = table.Column<byte[]>(type: "varbinary(max)", nullable: false),
                    At = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Mac = table.Column<byte[]>(type: "varbinary(max)", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_journal_blocks", x => x.LastSeq);
                });

            migrationBuilder.CreateTable(
                name: "journal_days",
                schema: "platform",
                columns: table => new
                {
                    LastSeq = table.Column<long>(type: "bigint", nullable: false),
                    PreviousSeq = table.Column<long>(type: "bigint", nullable: false),
                    Day = table.Column<DateOnly>(type: "date", nullable: false),
                    Blocks = table.Column<int>(type: "int", nullable: false),
                    Hash = table.Column<byte[]>(type: "varbinary(max)", nullable: false),
                    Mac = table.Column<byte[]>(type: "varbinary(max)", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_journal_days", x => x.LastSeq);
                });

            migrationBuilder.CreateTable(
                name: "journal_entries",
                schema: "platform",
                columns: table => new
                {
                    Seq = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    At = table.Column<DateTime>(type: "datetime2", nullable: false),
                    AccountId = table.Column<byte[]>(type: "binary(16)", nullable: true),
                    BodyId = table.Column<byte[]>(type: "binary(16)", nullable: true),
                    Role = table.Column<string>(type: "varchar(40)", unicode: false, maxLength: 40, nullable: true),
                    Action = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false),
                    Kind = table.Column<string>(type: "varchar(40)", unicode: false, maxLength: 40, nullable: false),
                    Outcome = table.Column<int>(type: "int", nullable: false),
                    AboutId = table.Column<byte[]>(type: "binary(16)", nullable: true),
                    Opened = table.Column<byte[]>(type: "varbinary(max)", nullable: true),
                    Ip = table.Column<string>(type: "nvarchar(45)", maxLength: 45, nullable: true),
                    Count = table.Column<int>(type: "int", nullable: true),
                    Until = table.Column<DateTime>(type: "datetime2", nullable: true),
                    Paths = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_journal_entries", x => x.Seq);
                });

            migrationBuilder.CreateTable(
                name: "journal_restores",
                schema: "platform",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "binary(16)", nullable: false),
                    At = table.Column<DateTime>(type: "datetime2", nullable: false),
                    File = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    ToSeq = table.Column<long>(type: "bigint", nullable: false),
                    ToHash = table.Column<byte[]>(type: "varbinary(max)", nullable: false),
                    HeadSeq = table.Column<long>(type: "bigint", nullable: false),
                    HeadHash = table.Column<byte[]>(type: "varbinary(max)", nullable: false),
                    Mac = table.Column<byte[]>(type: "varbinary(max)", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_journal_restores", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "moved_rows",
                schema: "platform",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "binary(16)", nullable: false),
                    MergeId = table.Column<byte[]>(type: "binary(16)", nullable: false),
                    ChildId = table.Column<byte[]>(type: "binary(16)", nullable: false),
                    MergedId = table.Column<byte[]>(type: "binary(16)", nullable: false),
                    Entity = table.Column<string>(type: "varchar(200)", unicode: false, maxLength: 200, nullable: false),
                    RowId = table.Column<byte[]>(type: "binary(16)", nullable: false),
                    Follows = table.Column<bool>(type: "bit", nullable: false),
                    GoesBack = table.Column<bool>(type: "bit", nullable: false),
                    SealedChanges = table.Column<byte[]>(type: "varbinary(max)", nullable: false),
                    SealNo = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_moved_rows", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "outbox",
                schema: "platform",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "binary(16)", nullable: false),
                    Type = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false),
                    VeiledPayload = table.Column<byte[]>(type: "varbinary(max)", nullable: false),
                    Names = table.Column<string>(type: "varchar(max)", unicode: false, nullable: false),
                    Payload = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    Subject = table.Column<byte[]>(type: "binary(16)", nullable: true),
                    At = table.Column<DateTime>(type: "datetime2", nullable: false),
                    HandedOnAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    Attempts = table.Column<int>(type: "int", nullable: false),
                    NextAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    DeadAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    Problem = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true),
                    FailedHandler = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_outbox", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "purge_counts",
                schema: "platform",
                columns: table => new
                {
                    PurgeId = table.Column<byte[]>(type: "binary(16)", nullable: false),
                    Store = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    What = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Count = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_purge_counts", x => new { x.PurgeId, x.Store, x.What });
                });

            migrationBuilder.CreateTable(
                name: "purges",
                schema: "platform",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "binary(16)", nullable: false),
                    Number = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    SubjectId = table.Column<byte[]>(type: "binary(16)", nullable: false),
                    Ground = table.Column<string>(type: "varchar(40)", unicode: false, maxLength: 40, nullable: false),
                    DueOn = table.Column<DateOnly>(type: "date", nullable: false),
                    StartedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    KeyFingerprint = table.Column<string>(type: "varchar(16)", unicode: false, maxLength: 16, nullable: false),
                    CompletedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    Hash = table.Column<byte[]>(type: "varbinary(max)", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_purges", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_backups_At_Id",
                schema: "platform",
                table: "backups",
                columns: new[] { "At", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_confirmations_ChildId",
                schema: "platform",
                table: "confirmations",
                column: "ChildId");

            migrationBuilder.CreateIndex(
                name: "IX_open_confirmation",
                schema: "platform",
                table: "confirmations",
                columns: new[] { "Decision", "AboutId" },
                unique: true,
                filter: "[State] = 'requested'");

            migrationBuilder.CreateIndex(
                name: "IX_deadline_moves_DeadlineId",
                schema: "platform",
                table: "deadline_moves",
                column: "DeadlineId");

            migrationBuilder.CreateIndex(
                name: "IX_deadline_places_DeadlineId",
                schema: "platform",
                table: "deadline_places",
                column: "DeadlineId");

            migrationBuilder.CreateIndex(
                name: "IX_deadlines_AboutId",
                schema: "platform",
                table: "deadlines",
                column: "AboutId");

            migrationBuilder.CreateIndex(
                name: "IX_deadlines_ChildId",
                schema: "platform",
                table: "deadlines",
                column: "ChildId");

            migrationBuilder.CreateIndex(
                name: "IX_open_by_day",
                schema: "platform",
                table: "deadlines",
                columns: new[] { "DueOn", "Id" },
                filter: "[IsOpen] = 1");

            migrationBuilder.CreateIndex(
                name: "IX_open_by_district",
                schema: "platform",
                table: "deadlines",
                columns: new[] { "District", "DueOn", "Id" },
                filter: "[IsOpen] = 1");

            migrationBuilder.CreateIndex(
                name: "IX_open_by_responsible",
                schema: "platform",
                table: "deadlines",
                columns: new[] { "ResponsibleId", "DueOn", "Id" },
                filter: "[IsOpen] = 1");

            migrationBuilder.CreateIndex(
                name: "IX_open_by_step",
                schema: "platform",
                table: "deadlines",
                columns: new[] { "Step", "DueOn", "Id" },
                filter: "[IsOpen] = 1");

            migrationBuilder.CreateIndex(
                name: "IX_open_once",
                schema: "platform",
                table: "deadlines",
                columns: new[] { "AboutId", "Step", "IsOpen" },
                unique: true,
                filter: "[IsOpen] = 1");

            migrationBuilder.CreateIndex(
                name: "IX_discards_At",
                schema: "platform",
                table: "discards",
                column: "At");

            migrationBuilder.CreateIndex(
                name: "IX_guesses_BlockedUntil_Id",
                schema: "platform",
                table: "guesses",
                columns: new[] { "BlockedUntil", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_idempotent_answers_At",
                schema: "platform",
                table: "idempotent_answers",
                column: "At");

            migrationBuilder.CreateIndex(
                name: "IX_journal_blocks_PreviousSeq",
                schema: "platform",
                table: "journal_blocks",
                column: "PreviousSeq",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_journal_days_PreviousSeq",
                schema: "platform",
                table: "journal_days",
                column: "PreviousSeq",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_moved_rows_ChildId",
                schema: "platform",
                table: "moved_rows",
                column: "ChildId");

            migrationBuilder.CreateIndex(
                name: "IX_moved_rows_MergedId",
                schema: "platform",
                table: "moved_rows",
                column: "MergedId");

            migrationBuilder.CreateIndex(
                name: "IX_moved_rows_MergeId",
                schema: "platform",
                table: "moved_rows",
                column: "MergeId");

            migrationBuilder.CreateIndex(
                name: "IX_waiting",
                schema: "platform",
                table: "outbox",
                column: "Id",
                filter: "[HandedOnAt] IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_purges_SubjectId",
                schema: "platform",
                table: "purges",
                column: "SubjectId",
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "backups",
                schema: "platform");

            migrationBuilder.DropTable(
                name: "calendar_days",
                schema: "platform");

            migrationBuilder.DropTable(
                name: "calendar_versions",
                schema: "platform");

            migrationBuilder.DropTable(
                name: "clock_doubts",
                schema: "platform");

            migrationBuilder.DropTable(
                name: "confirmations",
                schema: "platform");

            migrationBuilder.DropTable(
                name: "data_protection_keys",
                schema: "platform");

            migrationBuilder.DropTable(
                name: "deadline_moves",
                schema: "platform");

            migrationBuilder.DropTable(
                name: "deadline_places",
                schema: "platform");

            migrationBuilder.DropTable(
                name: "deadlines",
                schema: "platform");

            migrationBuilder.DropTable(
                name: "discards",
                schema: "platform");

            migrationBuilder.DropTable(
                name: "findings",
                schema: "platform");

            migrationBuilder.DropTable(
                name: "guesses",
                schema: "platform");

            migrationBuilder.DropTable(
                name: "idempotent_answers",
                schema: "platform");

            migrationBuilder.DropTable(
                name: "inbox",
                schema: "platform");

            migrationBuilder.DropTable(
                name: "journal_blocks",
                schema: "platform");

            migrationBuilder.DropTable(
                name: "journal_days",
                schema: "platform");

            migrationBuilder.DropTable(
                name: "journal_entries",
                schema: "platform");

            migrationBuilder.DropTable(
                name: "journal_restores",
                schema: "platform");

            migrationBuilder.DropTable(
                name: "moved_rows",
                schema: "platform");

            migrationBuilder.DropTable(
                name: "outbox",
                schema: "platform");

            migrationBuilder.DropTable(
                name: "purge_counts",
                schema: "platform");

            migrationBuilder.DropTable(
                name: "purges",
                schema: "platform");
        }
    }
}
