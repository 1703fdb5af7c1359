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
                name: "card_changes",
                schema: "children",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ChildId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Section = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false),
                    At = table.Column<DateTime>(type: "datetime2", nullable: false),
                    By = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
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
                    ChildId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Code = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false),
                    Sealed = table.Column<byte[]>(type: "varbinary(max)", nullable: true),
                    Expected = table.Column<int>(type: "int", nullable: false),
                    Filled = table.Column<int>(type: "int", nullable: false),
                    Explained = table.Column<int>(type: "int", nullable: false),
                    Missing = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: false),
                    ChangedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    ChangedBy = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    Version = table.Column<Guid>(type: "uniqueidentifier", nullable: false)
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
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    CaseId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Status = table.Column<int>(type: "int", nullable: false),
                    At = table.Column<DateTime>(type: "datetime2", nullable: false),
                    By = table.Column<Guid>(type: "uniqueidentifier", nullable: false)
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
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ChildId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Number = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Territory = table.Column<string>(type: "varchar(14)", unicode: false, maxLength: 14, nullable: false),
                    District = table.Column<string>(type: "varchar(8)", unicode: false, maxLength: 8, nullable: false),
                    Status = table.Column<int>(type: "int", nullable: false),
                    FoundOn = table.Column<DateOnly>(type: "date", nullable: false),
                    OpenedOn = table.Column<DateOnly>(type: "date", nullable: false),
                    InformationOn = table.Column<DateOnly>(type: "date", nullable: true),
                    ResponsibleId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    BodyId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Version = table.Column<Guid>(type: "uniqueidentifier", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_cases", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "children",
                schema: "children",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    SealedName = table.Column<byte[]>(type: "varbinary(max)", nullable: false),
                    Sex = table.Column<int>(type: "int", nullable: true),
                    BirthDate = table.Column<DateOnly>(type: "date", nullable: true),
                    State = table.Column<int>(type: "int", nullable: false),
                    Territory = table.Column<string>(type: "varchar(14)", unicode: false, maxLength: 14, nullable: false),
                    District = table.Column<string>(type: "varchar(8)", unicode: false, maxLength: 8, nullable: false),
                    Version = table.Column<Guid>(type: "uniqueidentifier", nullable: false)
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
                name: "drafts",
                schema: "children",
                columns: table => new
                {
                    AccountId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Key = table.Column<string>(type: "nvarchar(80)", maxLength: 80, nullable: false),
                    ChildId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    Sealed = table.Column<byte[]>(type: "varbinary(max)", nullable: false),
                    SavedAt = table.Column<DateTime>(type: "datetime2", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_drafts", x => new { x.AccountId, x.Key });
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
                name: "search_tokens",
                schema: "children",
                columns: table => new
                {
                    Token = table.Column<long>(type: "bigint", nullable: false),
                    District = table.Column<string>(type: "varchar(8)", unicode: false, maxLength: 8, nullable: false),
                    ChildId = table.Column<Guid>(type: "uniqueidentifier", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_search_tokens", x => new { x.Token, x.District, x.ChildId });
                });

            migrationBuilder.CreateTable(
                name: "signals",
                schema: "children",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Number = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    ChildId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
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
                    RegisteredBy = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    RegisteredAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    ProcessedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    Version = table.Column<Guid>(type: "uniqueidentifier", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_signals", x => x.Id);
                });

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
                name: "IX_drafts_ChildId",
                schema: "children",
                table: "drafts",
                column: "ChildId");

            migrationBuilder.CreateIndex(
                name: "IX_search_tokens_ChildId",
                schema: "children",
                table: "search_tokens",
                column: "ChildId");

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
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
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
                name: "children",
                schema: "children");

            migrationBuilder.DropTable(
                name: "dictionary_items",
                schema: "children");

            migrationBuilder.DropTable(
                name: "drafts",
                schema: "children");

            migrationBuilder.DropTable(
                name: "further_fields",
                schema: "children");

            migrationBuilder.DropTable(
                name: "number_series",
                schema: "children");

            migrationBuilder.DropTable(
                name: "search_tokens",
                schema: "children");

            migrationBuilder.DropTable(
                name: "signals",
                schema: "children");
        }
    }
}
