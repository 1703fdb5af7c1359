using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Registry.Children.Database.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.EnsureSchema(
                name: "children");

            migrationBuilder.CreateTable(
                name: "attachments",
                schema: "children",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "binary(16)", nullable: false),
                    ChildId = table.Column<byte[]>(type: "binary(16)", nullable: false),
                    To = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false),
                    AboutId = table.Column<byte[]>(type: "binary(16)", nullable: false),
                    Format = table.Column<string>(type: "nvarchar(8)", maxLength: 8, nullable: false),
                    Size = table.Column<int>(type: "int", nullable: false),
                    SealedContents = table.Column<byte[]>(type: "varbinary(max)", nullable: false),
                    AddedBy = table.Column<byte[]>(type: "binary(16)", nullable: false),
                    AddedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    WithdrawnAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    WithdrawnBy = table.Column<byte[]>(type: "binary(16)", nullable: true),
                    Version = table.Column<byte[]>(type: "binary(16)", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_attachments", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "card_changes",
                schema: "children",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "binary(16)", nullable: false),
                    ChildId = table.Column<byte[]>(type: "binary(16)", nullable: false),
                    Section = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false),
                    At = table.Column<DateTime>(type: "datetime2", nullable: false),
                    By = table.Column<byte[]>(type: "binary(16)", nullable: false),
                    SealedBefore = table.Column<byte[]>(type: "varbinary(max)", nullable: true),
                    SealedAfter = table.Column<byte[]>(type: "varbinary(max)", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_card_changes", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "card_sections",
                schema: "children",
                columns: table => new
                {
                    ChildId = table.Column<byte[]>(type: "binary(16)", nullable: false),
                    Code = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false),
                    Sealed = table.Column<byte[]>(type: "varbinary(max)", nullable: true),
                    Expected = table.Column<int>(type: "int", nullable: false),
                    Filled = table.Column<int>(type: "int", nullable: false),
                    Explained = table.Column<int>(type: "int", nullable: false),
                    Missing = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: false),
                    ChangedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    ChangedBy = table.Column<byte[]>(type: "binary(16)", nullable: true),
                    Version = table.Column<byte[]>(type: "binary(16)", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_card_sections", x => new { x.ChildId, x.Code });
                });

            migrationBuilder.CreateTable(
                name: "case_events",
                schema: "children",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "binary(16)", nullable: false),
                    CaseId = table.Column<byte[]>(type: "binary(16)", nullable: false),
                    Status = table.Column<int>(type: "int", nullable: false),
                    At = table.Column<DateTime>(type: "datetime2", nullable: false),
                    By = table.Column<byte[]>(type: "binary(16)", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_case_events", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "cases",
                schema: "children",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "binary(16)", nullable: false),
                    ChildId = table.Column<byte[]>(type: "binary(16)", nullable: false),
                    Number = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Territory = table.Column<string>(type: "varchar(14)", unicode: false, maxLength: 14, nullable: false),
                    District = table.Column<string>(type: "varchar(8)", unicode: false, maxLength: 8, nullable: false),
                    FoundTerritory = table.Column<string>(type: "varchar(14)", unicode: false, maxLength: 14, nullable: false),
                    Status = table.Column<int>(type: "int", nullable: false),
                    FoundOn = table.Column<DateOnly>(type: "date", nullable: false),
                    OpenedOn = table.Column<DateOnly>(type: "date", nullable: false),
                    InformationOn = table.Column<DateOnly>(type: "date", nullable: true),
                    ResponsibleId = table.Column<byte[]>(type: "binary(16)", nullable: false),
                    BodyId = table.Column<byte[]>(type: "binary(16)", nullable: false),
                    Version = table.Column<byte[]>(type: "binary(16)", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_cases", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "changes",
                schema: "children",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "binary(16)", nullable: false),
                    ChildId = table.Column<byte[]>(type: "binary(16)", nullable: false),
                    CaseId = table.Column<byte[]>(type: "binary(16)", nullable: false),
                    Kind = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false),
                    Territory = table.Column<string>(type: "varchar(14)", unicode: false, maxLength: 14, nullable: false),
                    District = table.Column<string>(type: "varchar(8)", unicode: false, maxLength: 8, nullable: false),
                    LearnedOn = table.Column<DateOnly>(type: "date", nullable: false),
                    HappenedOn = table.Column<DateOnly>(type: "date", nullable: false),
                    SealedContents = table.Column<byte[]>(type: "varbinary(max)", nullable: false),
                    ReportedBy = table.Column<byte[]>(type: "binary(16)", nullable: false),
                    EnteredOn = table.Column<DateOnly>(type: "date", nullable: true),
                    EnteredBy = table.Column<byte[]>(type: "binary(16)", nullable: true),
                    WithdrawnOn = table.Column<DateOnly>(type: "date", nullable: true),
                    Version = table.Column<byte[]>(type: "binary(16)", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_changes", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "children",
                schema: "children",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "binary(16)", nullable: false),
                    SealedName = table.Column<byte[]>(type: "varbinary(max)", nullable: false),
                    Sex = table.Column<int>(type: "int", nullable: true),
                    BirthDate = table.Column<DateOnly>(type: "date", nullable: true),
                    State = table.Column<int>(type: "int", nullable: false),
                    Territory = table.Column<string>(type: "varchar(14)", unicode: false, maxLength: 14, nullable: false),
                    District = table.Column<string>(type: "varchar(8)", unicode: false, maxLength: 8, nullable: false),
                    HasDisability = table.Column<bool>(type: "bit", nullable: true),
                    ParentsAbroad = table.Column<bool>(type: "bit", nullable: false),
                    Causes = table.Column<string>(type: "varchar(1000)", unicode: false, maxLength: 1000, nullable: false),
                    Statuses = table.Column<string>(type: "varchar(1000)", unicode: false, maxLength: 1000, nullable: false),
                    Completeness = table.Column<int>(type: "int", nullable: false),
                    ChangedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    BirthDateEstimated = table.Column<bool>(type: "bit", nullable: false),
                    PurgeAnnouncedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    Version = table.Column<byte[]>(type: "binary(16)", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_children", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "dictionary_items",
                schema: "children",
                columns: table => new
                {
                    Dictionary = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Code = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    NameKy = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: false),
                    NameRu = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: false),
                    NameEn = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: false),
                    Order = table.Column<int>(type: "int", nullable: false),
                    ValidFrom = table.Column<DateOnly>(type: "date", nullable: false),
                    ValidUntil = table.Column<DateOnly>(type: "date", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_dictionary_items", x => new { x.Dictionary, x.Code });
                });

            migrationBuilder.CreateTable(
                name: "disagreements",
                schema: "children",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "binary(16)", nullable: false),
                    ChildId = table.Column<byte[]>(type: "binary(16)", nullable: false),
                    AskId = table.Column<byte[]>(type: "binary(16)", nullable: false),
                    Kind = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false),
                    Section = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false),
                    Field = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false),
                    SeenAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    State = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false),
                    SettledBy = table.Column<byte[]>(type: "binary(16)", nullable: true),
                    SettledAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    SealedContents = table.Column<byte[]>(type: "varbinary(max)", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_disagreements", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "drafts",
                schema: "children",
                columns: table => new
                {
                    AccountId = table.Column<byte[]>(type: "binary(16)", nullable: false),
                    Key = table.Column<string>(type: "nvarchar(80)", maxLength: 80, nullable: false),
                    ChildId = table.Column<byte[]>(type: "binary(16)", nullable: true),
                    Sealed = table.Column<byte[]>(type: "varbinary(max)", nullable: false),
                    SavedAt = table.Column<DateTime>(type: "datetime2", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_drafts", x => new { x.AccountId, x.Key });
                });

            migrationBuilder.CreateTable(
                name: "field_sources",
                schema: "children",
                columns: table => new
                {
                    ChildId = table.Column<byte[]>(type: "binary(16)", nullable: false),
                    Section = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false),
                    Field = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false),
                    SealedValue = table.Column<byte[]>(type: "varbinary(max)", nullable: false),
                    Kind = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false),
                    Source = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: false),
                    RequestId = table.Column<byte[]>(type: "binary(16)", nullable: false),
                    At = table.Column<DateTime>(type: "datetime2", nullable: false),
                    TakenBy = table.Column<byte[]>(type: "binary(16)", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_field_sources", x => new { x.ChildId, x.Section, x.Field });
                });

            migrationBuilder.CreateTable(
                name: "further_fields",
                schema: "children",
                columns: table => new
                {
                    Code = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Kind = table.Column<int>(type: "int", nullable: false),
                    NameKy = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: false),
                    NameRu = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: false),
                    NameEn = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: false),
                    Choices = table.Column<string>(type: "nvarchar(4000)", maxLength: 4000, nullable: true),
                    Order = table.Column<int>(type: "int", nullable: false),
                    ValidFrom = table.Column<DateOnly>(type: "date", nullable: false),
                    ValidUntil = table.Column<DateOnly>(type: "date", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_further_fields", x => x.Code);
                });

            migrationBuilder.CreateTable(
                name: "known_asks",
                schema: "children",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "binary(16)", nullable: false),
                    ChildId = table.Column<byte[]>(type: "binary(16)", nullable: false),
                    ClientId = table.Column<byte[]>(type: "binary(16)", nullable: false),
                    At = table.Column<DateTime>(type: "datetime2", nullable: false),
                    SealedGround = table.Column<byte[]>(type: "varbinary(max)", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_known_asks", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "number_series",
                schema: "children",
                columns: table => new
                {
                    Key = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Last = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_number_series", x => x.Key);
                });

            migrationBuilder.CreateTable(
                name: "purge_decisions",
                schema: "children",
                columns: table => new
                {
                    ChildId = table.Column<byte[]>(type: "binary(16)", nullable: false),
                    PurgeOn = table.Column<DateOnly>(type: "date", nullable: false),
                    SealedReason = table.Column<byte[]>(type: "varbinary(max)", nullable: false),
                    By = table.Column<byte[]>(type: "binary(16)", nullable: false),
                    At = table.Column<DateTime>(type: "datetime2", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_purge_decisions", x => x.ChildId);
                });

            migrationBuilder.CreateTable(
                name: "register_refreshes",
                schema: "children",
                columns: table => new
                {
                    ChildId = table.Column<byte[]>(type: "binary(16)", nullable: false),
                    On = table.Column<DateOnly>(type: "date", nullable: false),
                    Version = table.Column<byte[]>(type: "binary(16)", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_register_refreshes", x => x.ChildId);
                });

            migrationBuilder.CreateTable(
                name: "search_tokens",
                schema: "children",
                columns: table => new
                {
                    Token = table.Column<long>(type: "bigint", nullable: false),
                    District = table.Column<string>(type: "varchar(8)", unicode: false, maxLength: 8, nullable: false),
                    ChildId = table.Column<byte[]>(type: "binary(16)", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_search_tokens", x => new { x.Token, x.District, x.ChildId });
                });

            migrationBuilder.CreateTable(
                name: "signal_news",
                schema: "children",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "binary(16)", nullable: false),
                    SignalId = table.Column<byte[]>(type: "binary(16)", nullable: false),
                    SentBy = table.Column<byte[]>(type: "binary(16)", nullable: false),
                    At = table.Column<DateTime>(type: "datetime2", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_signal_news", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "signals",
                schema: "children",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "binary(16)", nullable: false),
                    Number = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    ChildId = table.Column<byte[]>(type: "binary(16)", nullable: false),
                    Source = table.Column<int>(type: "int", nullable: false),
                    Channel = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Urgency = table.Column<int>(type: "int", nullable: false),
                    FoundOn = table.Column<DateOnly>(type: "date", nullable: false),
                    ReceivedOn = table.Column<DateOnly>(type: "date", nullable: false),
                    Territory = table.Column<string>(type: "varchar(14)", unicode: false, maxLength: 14, nullable: false),
                    District = table.Column<string>(type: "varchar(8)", unicode: false, maxLength: 8, nullable: false),
                    SealedContents = table.Column<byte[]>(type: "varbinary(max)", nullable: false),
                    Status = table.Column<int>(type: "int", nullable: false),
                    UnfoundedReason = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: true),
                    RegisteredBy = table.Column<byte[]>(type: "binary(16)", nullable: false),
                    RegisteredAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    ProcessedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    Version = table.Column<byte[]>(type: "binary(16)", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_signals", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "transfers",
                schema: "children",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "binary(16)", nullable: false),
                    CaseId = table.Column<byte[]>(type: "binary(16)", nullable: false),
                    ChildId = table.Column<byte[]>(type: "binary(16)", nullable: false),
                    Number = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    FromTerritory = table.Column<string>(type: "varchar(14)", unicode: false, maxLength: 14, nullable: false),
                    ToTerritory = table.Column<string>(type: "varchar(14)", unicode: false, maxLength: 14, nullable: false),
                    FromId = table.Column<byte[]>(type: "binary(16)", nullable: false),
                    ToId = table.Column<byte[]>(type: "binary(16)", nullable: false),
                    SealedContents = table.Column<byte[]>(type: "varbinary(max)", nullable: false),
                    Status = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false),
                    OfferedOn = table.Column<DateOnly>(type: "date", nullable: false),
                    DecidedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    Version = table.Column<byte[]>(type: "binary(16)", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_transfers", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "attachment_files",
                schema: "children",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "binary(16)", nullable: false),
                    SealedBytes = table.Column<byte[]>(type: "varbinary(max)", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_attachment_files", x => x.Id);
                    table.ForeignKey(
                        name: "FK_attachment_files_attachments_Id",
                        column: x => x.Id,
                        principalSchema: "children",
                        principalTable: "attachments",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_attachments_AboutId",
                schema: "children",
                table: "attachments",
                column: "AboutId");

            migrationBuilder.CreateIndex(
                name: "IX_attachments_ChildId_Id",
                schema: "children",
                table: "attachments",
                columns: new[] { "ChildId", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_card_changes_ChildId_Id",
                schema: "children",
                table: "card_changes",
                columns: new[] { "ChildId", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_case_events_CaseId",
                schema: "children",
                table: "case_events",
                column: "CaseId");

            migrationBuilder.CreateIndex(
                name: "IX_cases_ChildId",
                schema: "children",
                table: "cases",
                column: "ChildId");

            migrationBuilder.CreateIndex(
                name: "IX_cases_District_Id",
                schema: "children",
                table: "cases",
                columns: new[] { "District", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_cases_Number",
                schema: "children",
                table: "cases",
                column: "Number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_changes_ChildId_Id",
                schema: "children",
                table: "changes",
                columns: new[] { "ChildId", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_children_BirthDate",
                schema: "children",
                table: "children",
                column: "BirthDate");

            migrationBuilder.CreateIndex(
                name: "IX_children_District_Id",
                schema: "children",
                table: "children",
                columns: new[] { "District", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_disagreements_ChildId",
                schema: "children",
                table: "disagreements",
                column: "ChildId");

            migrationBuilder.CreateIndex(
                name: "IX_drafts_ChildId",
                schema: "children",
                table: "drafts",
                column: "ChildId");

            migrationBuilder.CreateIndex(
                name: "IX_known_asks_ChildId",
                schema: "children",
                table: "known_asks",
                column: "ChildId");

            migrationBuilder.CreateIndex(
                name: "IX_purge_decisions_PurgeOn",
                schema: "children",
                table: "purge_decisions",
                column: "PurgeOn");

            migrationBuilder.CreateIndex(
                name: "IX_register_refreshes_On",
                schema: "children",
                table: "register_refreshes",
                column: "On");

            migrationBuilder.CreateIndex(
                name: "IX_search_tokens_ChildId",
                schema: "children",
                table: "search_tokens",
                column: "ChildId");

            migrationBuilder.CreateIndex(
                name: "IX_signal_news_SentBy_At_Id",
                schema: "children",
                table: "signal_news",
                columns: new[] { "SentBy", "At", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_signal_news_SignalId",
                schema: "children",
                table: "signal_news",
                column: "SignalId");

            migrationBuilder.CreateIndex(
                name: "IX_signals_ChildId",
                schema: "children",
                table: "signals",
                column: "ChildId");

            migrationBuilder.CreateIndex(
                name: "IX_signals_District_Status_Id",
                schema: "children",
                table: "signals",
                columns: new[] { "District", "Status", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_signals_Number",
                schema: "children",
                table: "signals",
                column: "Number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_transfers_ChildId_Id",
                schema: "children",
                table: "transfers",
                columns: new[] { "ChildId", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_transfers_FromId_Status",
                schema: "children",
                table: "transfers",
                columns: new[] { "FromId", "Status" });

            migrationBuilder.CreateIndex(
                name: "IX_transfers_ToId_Status",
                schema: "children",
                table: "transfers",
                columns: new[] { "ToId", "Status" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "attachment_files",
                schema: "children");

            migrationBuilder.DropTable(
                name: "card_changes",
                schema: "children");

            migrationBuilder.DropTable(
                name: "card_sections",
                schema: "children");

            migrationBuilder.DropTable(
                name: "case_events",
                schema: "children");

            migrationBuilder.DropTable(
                name: "cases",
                schema: "children");

            migrationBuilder.DropTable(
                name: "changes",
                schema: "children");

            migrationBuilder.DropTable(
                name: "children",
                schema: "children");

            migrationBuilder.DropTable(
                name: "dictionary_items",
                schema: "children");

            migrationBuilder.DropTable(
                name: "disagreements",
                schema: "children");

            migrationBuilder.DropTable(
                name: "drafts",
                schema: "children");

            migrationBuilder.DropTable(
                name: "field_sources",
                schema: "children");

            migrationBuilder.DropTable(
                name: "further_fields",
                schema: "children");

            migrationBuilder.DropTable(
                name: "known_asks",
                schema: "children");

            migrationBuilder.DropTable(
                name: "number_series",
                schema: "children");

            migrationBuilder.DropTable(
                name: "purge_decisions",
                schema: "children");

            migrationBuilder.DropTable(
                name: "register_refreshes",
                schema: "children");

            migrationBuilder.DropTable(
                name: "search_tokens",
                schema: "children");

            migrationBuilder.DropTable(
                name: "signal_news",
                schema: "children");

            migrationBuilder.DropTable(
                name: "signals",
                schema: "children");

            migrationBuilder.DropTable(
                name: "transfers",
                schema: "children");

            migrationBuilder.DropTable(
                name: "attachments",
                schema: "children");
        }
    }
}
