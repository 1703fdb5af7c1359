using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Registry.Children.Database.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "children_card_changes",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ChildId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Section = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    By = table.Column<Guid>(type: "TEXT", nullable: false),
                    SealedBefore = table.Column<byte[]>(type: "BLOB", nullable: true),
                    SealedAfter = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_children_card_changes", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "children_card_sections",
                columns: table => new
                {
                    ChildId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Code = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    Sealed = table.Column<byte[]>(type: "BLOB", nullable: true),
                    Expected = table.Column<int>(type: "INTEGER", nullable: false),
                    Filled = table.Column<int>(type: "INTEGER", nullable: false),
                    Explained = table.Column<int>(type: "INTEGER", nullable: false),
                    Missing = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    ChangedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    ChangedBy = table.Column<Guid>(type: "TEXT", nullable: true),
                    Version = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_children_card_sections", x => new { x.ChildId, x.Code });
                });

            migrationBuilder.CreateTable(
                name: "children_case_events",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    CaseId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Status = table.Column<int>(type: "INTEGER", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    By = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_children_case_events", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "children_cases",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ChildId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Number = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Territory = table.Column<string>(type: "TEXT", unicode: false, maxLength: 14, nullable: false),
                    District = table.Column<string>(type: "TEXT", unicode: false, maxLength: 8, nullable: false),
                    Status = table.Column<int>(type: "INTEGER", nullable: false),
                    FoundOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    OpenedOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    InformationOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    ResponsibleId = table.Column<Guid>(type: "TEXT", nullable: false),
                    BodyId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Version = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_children_cases", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "children_children",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    SealedName = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Sex = table.Column<int>(type: "INTEGER", nullable: true),
                    BirthDate = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    State = table.Column<int>(type: "INTEGER", nullable: false),
                    Territory = table.Column<string>(type: "TEXT", unicode: false, maxLength: 14, nullable: false),
                    District = table.Column<string>(type: "TEXT", unicode: false, maxLength: 8, nullable: false),
                    Version = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_children_children", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "children_dictionary_items",
                columns: table => new
                {
                    Dictionary = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Code = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    NameKy = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    NameRu = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    NameEn = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    Order = table.Column<int>(type: "INTEGER", nullable: false),
                    ValidFrom = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    ValidUntil = table.Column<DateOnly>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_children_dictionary_items", x => new { x.Dictionary, x.Code });
                });

            migrationBuilder.CreateTable(
                name: "children_drafts",
                columns: table => new
                {
                    AccountId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Key = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    ChildId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Sealed = table.Column<byte[]>(type: "BLOB", nullable: false),
                    SavedAt = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_children_drafts", x => new { x.AccountId, x.Key });
                });

            migrationBuilder.CreateTable(
                name: "children_further_fields",
                columns: table => new
                {
                    Code = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Kind = table.Column<int>(type: "INTEGER", nullable: false),
                    NameKy = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    NameRu = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    NameEn = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    Choices = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: true),
                    Order = table.Column<int>(type: "INTEGER", nullable: false),
                    ValidFrom = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    ValidUntil = table.Column<DateOnly>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_children_further_fields", x => x.Code);
                });

            migrationBuilder.CreateTable(
                name: "children_number_series",
                columns: table => new
                {
                    Key = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Last = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_children_number_series", x => x.Key);
                });

            migrationBuilder.CreateTable(
                name: "children_search_tokens",
                columns: table => new
                {
                    Token = table.Column<long>(type: "INTEGER", nullable: false),
                    District = table.Column<string>(type: "TEXT", unicode: false, maxLength: 8, nullable: false),
                    ChildId = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_children_search_tokens", x => new { x.Token, x.District, x.ChildId });
                });

            migrationBuilder.CreateTable(
                name: "children_signals",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Number = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    ChildId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Source = table.Column<int>(type: "INTEGER", nullable: false),
                    Channel = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Urgency = table.Column<int>(type: "INTEGER", nullable: false),
                    FoundOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    ReceivedOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Territory = table.Column<string>(type: "TEXT", unicode: false, maxLength: 14, nullable: false),
                    District = table.Column<string>(type: "TEXT", unicode: false, maxLength: 8, nullable: false),
                    SealedContents = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Status = table.Column<int>(type: "INTEGER", nullable: false),
                    UnfoundedReason = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    RegisteredBy = table.Column<Guid>(type: "TEXT", nullable: false),
                    RegisteredAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ProcessedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Version = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_children_signals", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_children_card_changes_ChildId_Id",
                table: "children_card_changes",
                columns: new[] { "ChildId", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_children_case_events_CaseId",
                table: "children_case_events",
                column: "CaseId");

            migrationBuilder.CreateIndex(
                name: "IX_children_cases_ChildId",
                table: "children_cases",
                column: "ChildId");

            migrationBuilder.CreateIndex(
                name: "IX_children_cases_District_Id",
                table: "children_cases",
                columns: new[] { "District", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_children_cases_Number",
                table: "children_cases",
                column: "Number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_children_children_BirthDate",
                table: "children_children",
                column: "BirthDate");

            migrationBuilder.CreateIndex(
                name: "IX_children_children_District_Id",
                table: "children_children",
                columns: new[] { "District", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_children_drafts_ChildId",
                table: "children_drafts",
                column: "ChildId");

            migrationBuilder.CreateIndex(
                name: "IX_children_search_tokens_ChildId",
                table: "children_search_tokens",
                column: "ChildId");

            migrationBuilder.CreateIndex(
                name: "IX_children_signals_ChildId",
                table: "children_signals",
                column: "ChildId");

            migrationBuilder.CreateIndex(
                name: "IX_children_signals_District_Status_Id",
                table: "children_signals",
                columns: new[] { "District", "Status", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_children_signals_Number",
                table: "children_signals",
                column: "Number",
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "children_card_changes");

            migrationBuilder.DropTable(
                name: "children_card_sections");

            migrationBuilder.DropTable(
                name: "children_case_events");

            migrationBuilder.DropTable(
                name: "children_cases");

            migrationBuilder.DropTable(
                name: "children_children");

            migrationBuilder.DropTable(
                name: "children_dictionary_items");

            migrationBuilder.DropTable(
                name: "children_drafts");

            migrationBuilder.DropTable(
                name: "children_further_fields");

            migrationBuilder.DropTable(
                name: "children_number_series");

            migrationBuilder.DropTable(
                name: "children_search_tokens");

            migrationBuilder.DropTable(
                name: "children_signals");
        }
    }
}
