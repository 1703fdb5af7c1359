using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Registry.Integration.Database.Migrations.SqlServer
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
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Number = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    ChildId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    CaseNumber = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Territory = table.Column<string>(type: "varchar(14)", unicode: false, maxLength: 14, nullable: false),
                    District = table.Column<string>(type: "varchar(8)", unicode: false, maxLength: 8, nullable: false),
                    Asker = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false),
                    Status = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false),
                    Wanted = table.Column<string>(type: "varchar(100)", unicode: false, maxLength: 100, nullable: false),
                    Granted = table.Column<string>(type: "varchar(100)", unicode: false, maxLength: 100, nullable: false),
                    AskedOn = table.Column<DateOnly>(type: "date", nullable: false),
                    RegisteredBy = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    RegisteredAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    DecidedBy = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    DecidedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    GivenAs = table.Column<int>(type: "int", nullable: true),
                    GivenOn = table.Column<DateOnly>(type: "date", nullable: true),
                    GivenBy = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    SnapshotHash = table.Column<byte[]>(type: "varbinary(max)", nullable: true),
                    SealedContents = table.Column<byte[]>(type: "varbinary(max)", nullable: false),
                    Version = table.Column<Guid>(type: "uniqueidentifier", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_disclosures", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "disclosure_snapshots",
                schema: "integration",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Sealed = table.Column<byte[]>(type: "varbinary(max)", nullable: false)
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
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "disclosure_snapshots",
                schema: "integration");

            migrationBuilder.DropTable(
                name: "disclosures",
                schema: "integration");
        }
    }
}
