using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Registry.Integration.Model.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.EnsureSchema(
                name: "integration");

            migrationBuilder.CreateTable(
                name: "disclosures",
                schema: "integration",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "binary(16)", nullable: false),
                    Number = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    ChildId = table.Column<byte[]>(type: "binary(16)", nullable: false),
                    CaseNumber = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Territory = table.Column<string>(type: "varchar(14)", unicode: false, maxLength: 14, nullable: false),
                    District = table.Column<string>(type: "varchar(8)", unicode: false, maxLength: 8, nullable: false),
                    Asker = table.Column<string>(type: "varchar(40)", unicode: false, maxLength: 40, nullable: false),
                    Status = table.Column<string>(type: "varchar(40)", unicode: false, maxLength: 40, nullable: false),
                    Wanted = table.Column<string>(type: "varchar(100)", unicode: false, maxLength: 100, nullable: false),
                    Granted = table.Column<string>(type: "varchar(100)", unicode: false, maxLength: 100, nullable: false),
                    AskedOn = table.Column<DateOnly>(type: "date", nullable: false),
                    RegisteredBy = table.Column<byte[]>(type: "binary(16)", nullable: false),
                    RegisteredAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    DecidedBy = table.Column<byte[]>(type: "binary(16)", nullable: true),
                    DecidedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    GivenAs = table.Column<string>(type: "varchar(40)", unicode: false, maxLength: 40, nullable: true),
                    GivenOn = table.Column<DateOnly>(type: "date", nullable: true),
                    GivenBy = table.Column<byte[]>(type: "binary(16)", nullable: true),
                    SystemId = table.Column<byte[]>(type: "binary(16)", nullable: true),
                    SnapshotHash = table.Column<byte[]>(type: "varbinary(max)", nullable: true),
                    SealedContents = table.Column<byte[]>(type: "varbinary(max)", nullable: false),
                    SealNo = table.Column<int>(type: "int", nullable: false),
                    Version = table.Column<byte[]>(type: "binary(16)", nullable: false),
                    Mac = table.Column<byte[]>(type: "varbinary(32)", maxLength: 32, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_disclosures", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "recipient_notices",
                schema: "integration",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "binary(16)", nullable: false),
                    ChildId = table.Column<byte[]>(type: "binary(16)", nullable: false),
                    DisclosureId = table.Column<byte[]>(type: "binary(16)", nullable: false),
                    Number = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Territory = table.Column<string>(type: "varchar(14)", unicode: false, maxLength: 14, nullable: false),
                    District = table.Column<string>(type: "varchar(8)", unicode: false, maxLength: 8, nullable: false),
                    Cause = table.Column<string>(type: "varchar(40)", unicode: false, maxLength: 40, nullable: false),
                    MergeId = table.Column<byte[]>(type: "binary(16)", nullable: true),
                    State = table.Column<string>(type: "varchar(40)", unicode: false, maxLength: 40, nullable: false),
                    RaisedOn = table.Column<DateOnly>(type: "date", nullable: false),
                    ToldOn = table.Column<DateOnly>(type: "date", nullable: true),
                    ToldBy = table.Column<byte[]>(type: "binary(16)", nullable: true),
                    AnsweredOn = table.Column<DateOnly>(type: "date", nullable: true),
                    SealedContents = table.Column<byte[]>(type: "varbinary(max)", nullable: false),
                    SealNo = table.Column<int>(type: "int", nullable: false),
                    Version = table.Column<byte[]>(type: "binary(16)", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_recipient_notices", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "register_exchanges",
                schema: "integration",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "binary(16)", nullable: false),
                    AskId = table.Column<byte[]>(type: "binary(16)", nullable: false),
                    ChildId = table.Column<byte[]>(type: "binary(16)", nullable: false),
                    CaseNumber = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Kind = table.Column<string>(type: "varchar(40)", unicode: false, maxLength: 40, nullable: false),
                    Source = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: false),
                    At = table.Column<DateTime>(type: "datetime2", nullable: false),
                    AskedBy = table.Column<byte[]>(type: "binary(16)", nullable: false),
                    ByTheBase = table.Column<bool>(type: "bit", nullable: false),
                    Outcome = table.Column<string>(type: "varchar(40)", unicode: false, maxLength: 40, nullable: false),
                    SealedReply = table.Column<byte[]>(type: "varbinary(max)", nullable: false),
                    SealNo = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_register_exchanges", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "register_services",
                schema: "integration",
                columns: table => new
                {
                    Kind = table.Column<string>(type: "varchar(40)", unicode: false, maxLength: 40, nullable: false),
                    Protocol = table.Column<string>(type: "varchar(40)", unicode: false, maxLength: 40, nullable: false),
                    Member = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: false),
                    Code = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false),
                    ServiceVersion = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: true),
                    Namespace = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: true),
                    Path = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: true),
                    Mapping = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    Assumed = table.Column<bool>(type: "bit", nullable: false),
                    IsOn = table.Column<bool>(type: "bit", nullable: false),
                    Version = table.Column<byte[]>(type: "binary(16)", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_register_services", x => x.Kind);
                });

            migrationBuilder.CreateTable(
                name: "disclosure_snapshots",
                schema: "integration",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "binary(16)", nullable: false),
                    Sealed = table.Column<byte[]>(type: "varbinary(max)", nullable: false),
                    SealNo = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_disclosure_snapshots", x => x.Id);
                    table.ForeignKey(
                        name: "FK_disclosure_snapshots_disclosures_Id",
                        column: x => x.Id,
                        principalSchema: "integration",
                        principalTable: "disclosures",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_disclosures_ChildId_Id",
                schema: "integration",
                table: "disclosures",
                columns: new[] { "ChildId", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_disclosures_District_Status_RegisteredAt",
                schema: "integration",
                table: "disclosures",
                columns: new[] { "District", "Status", "RegisteredAt" });

            migrationBuilder.CreateIndex(
                name: "IX_disclosures_Number",
                schema: "integration",
                table: "disclosures",
                column: "Number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_disclosures_SystemId_GivenOn",
                schema: "integration",
                table: "disclosures",
                columns: new[] { "SystemId", "GivenOn" });

            migrationBuilder.CreateIndex(
                name: "IX_owed_notice",
                schema: "integration",
                table: "recipient_notices",
                column: "DisclosureId",
                unique: true,
                filter: "State = 'owed'");

            migrationBuilder.CreateIndex(
                name: "IX_recipient_notices_ChildId",
                schema: "integration",
                table: "recipient_notices",
                column: "ChildId");

            migrationBuilder.CreateIndex(
                name: "IX_recipient_notices_District_Id",
                schema: "integration",
                table: "recipient_notices",
                columns: new[] { "District", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_recipient_notices_MergeId",
                schema: "integration",
                table: "recipient_notices",
                column: "MergeId");

            migrationBuilder.CreateIndex(
                name: "IX_register_exchanges_AskId",
                schema: "integration",
                table: "register_exchanges",
                column: "AskId");

            migrationBuilder.CreateIndex(
                name: "IX_register_exchanges_ChildId_At",
                schema: "integration",
                table: "register_exchanges",
                columns: new[] { "ChildId", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_register_exchanges_Kind_At",
                schema: "integration",
                table: "register_exchanges",
                columns: new[] { "Kind", "At" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "disclosure_snapshots",
                schema: "integration");

            migrationBuilder.DropTable(
                name: "recipient_notices",
                schema: "integration");

            migrationBuilder.DropTable(
                name: "register_exchanges",
                schema: "integration");

            migrationBuilder.DropTable(
                name: "register_services",
                schema: "integration");

            migrationBuilder.DropTable(
                name: "disclosures",
                schema: "integration");
        }
    }
}
