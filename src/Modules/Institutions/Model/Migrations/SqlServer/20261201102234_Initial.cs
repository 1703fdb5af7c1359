using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Registry.Institutions.Model.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.EnsureSchema(
                name: "institutions");

            migrationBuilder.CreateTable(
                name: "inspections",
                schema: "institutions",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "binary(16)", nullable: false),
                    InstitutionId = table.Column<byte[]>(type: "binary(16)", nullable: false),
                    On = table.Column<DateOnly>(type: "date", nullable: false),
                    By = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    Findings = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    MendBy = table.Column<DateOnly>(type: "date", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_inspections", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "institution_events",
                schema: "institutions",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "binary(16)", nullable: false),
                    InstitutionId = table.Column<byte[]>(type: "binary(16)", nullable: false),
                    Act = table.Column<string>(type: "varchar(40)", unicode: false, maxLength: 40, nullable: false),
                    At = table.Column<DateTime>(type: "datetime2", nullable: false),
                    By = table.Column<byte[]>(type: "binary(16)", nullable: false),
                    Before = table.Column<string>(type: "nvarchar(max)", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_institution_events", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "institutions",
                schema: "institutions",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "binary(16)", nullable: false),
                    NameKy = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: false),
                    NameRu = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: false),
                    Inn = table.Column<string>(type: "varchar(14)", unicode: false, maxLength: 14, nullable: false),
                    Ownership = table.Column<string>(type: "varchar(40)", unicode: false, maxLength: 40, nullable: false),
                    Kind = table.Column<string>(type: "varchar(40)", unicode: false, maxLength: 40, nullable: false),
                    Accreditation = table.Column<string>(type: "nvarchar(max)", nullable: true),
                    AccreditedFrom = table.Column<DateOnly>(type: "date", nullable: true),
                    AccreditedUntil = table.Column<DateOnly>(type: "date", nullable: true),
                    Address = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    Territory = table.Column<string>(type: "varchar(14)", unicode: false, maxLength: 14, nullable: false),
                    District = table.Column<string>(type: "varchar(8)", unicode: false, maxLength: 8, nullable: false),
                    Latitude = table.Column<double>(type: "float", nullable: true),
                    Longitude = table.Column<double>(type: "float", nullable: true),
                    Capacity = table.Column<int>(type: "int", nullable: false),
                    Staff = table.Column<int>(type: "int", nullable: true),
                    Director = table.Column<string>(type: "nvarchar(max)", nullable: true),
                    Phone = table.Column<string>(type: "nvarchar(max)", nullable: true),
                    Email = table.Column<string>(type: "nvarchar(max)", nullable: true),
                    Services = table.Column<string>(type: "nvarchar(max)", nullable: true),
                    ClosedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    ClosedBecause = table.Column<string>(type: "nvarchar(max)", nullable: true),
                    SearchText = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: false),
                    OrderKy = table.Column<string>(type: "nvarchar(600)", maxLength: 600, nullable: false, collation: "Latin1_General_BIN2"),
                    OrderRu = table.Column<string>(type: "nvarchar(600)", maxLength: 600, nullable: false, collation: "Latin1_General_BIN2"),
                    StateHistory = table.Column<string>(type: "varchar(max)", unicode: false, nullable: false),
                    Version = table.Column<byte[]>(type: "binary(16)", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_institutions", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "placements",
                schema: "institutions",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "binary(16)", nullable: false),
                    ChildId = table.Column<byte[]>(type: "binary(16)", nullable: false),
                    CaseId = table.Column<byte[]>(type: "binary(16)", nullable: false),
                    Number = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Territory = table.Column<string>(type: "varchar(14)", unicode: false, maxLength: 14, nullable: false),
                    District = table.Column<string>(type: "varchar(8)", unicode: false, maxLength: 8, nullable: false),
                    Kind = table.Column<string>(type: "varchar(40)", unicode: false, maxLength: 40, nullable: false),
                    InstitutionId = table.Column<byte[]>(type: "binary(16)", nullable: true),
                    From = table.Column<DateOnly>(type: "date", nullable: false),
                    DecidedOn = table.Column<DateOnly>(type: "date", nullable: false),
                    Until = table.Column<DateOnly>(type: "date", nullable: true),
                    ReviewedOn = table.Column<DateOnly>(type: "date", nullable: false),
                    SealedContents = table.Column<byte[]>(type: "varbinary(max)", nullable: false),
                    SealNo = table.Column<int>(type: "int", nullable: false),
                    PlacedBy = table.Column<byte[]>(type: "binary(16)", nullable: false),
                    StateHistory = table.Column<string>(type: "varchar(max)", unicode: false, nullable: false),
                    Version = table.Column<byte[]>(type: "binary(16)", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_placements", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "siblings",
                schema: "institutions",
                columns: table => new
                {
                    ChildId = table.Column<byte[]>(type: "binary(16)", nullable: false),
                    SiblingId = table.Column<byte[]>(type: "binary(16)", nullable: false),
                    MergeId = table.Column<byte[]>(type: "binary(16)", nullable: true),
                    By = table.Column<byte[]>(type: "binary(16)", nullable: false),
                    At = table.Column<DateTime>(type: "datetime2", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_siblings", x => new { x.ChildId, x.SiblingId });
                });

            migrationBuilder.CreateIndex(
                name: "IX_inspections_InstitutionId_On",
                schema: "institutions",
                table: "inspections",
                columns: new[] { "InstitutionId", "On" });

            migrationBuilder.CreateIndex(
                name: "IX_institution_events_InstitutionId_Id",
                schema: "institutions",
                table: "institution_events",
                columns: new[] { "InstitutionId", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_institutions_District",
                schema: "institutions",
                table: "institutions",
                column: "District");

            migrationBuilder.CreateIndex(
                name: "IX_institutions_Inn",
                schema: "institutions",
                table: "institutions",
                column: "Inn",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_institutions_OrderKy_Id",
                schema: "institutions",
                table: "institutions",
                columns: new[] { "OrderKy", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_institutions_OrderRu_Id",
                schema: "institutions",
                table: "institutions",
                columns: new[] { "OrderRu", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_placements_CaseId",
                schema: "institutions",
                table: "placements",
                column: "CaseId");

            migrationBuilder.CreateIndex(
                name: "IX_placements_ChildId",
                schema: "institutions",
                table: "placements",
                column: "ChildId");

            migrationBuilder.CreateIndex(
                name: "IX_placements_District_Until_ReviewedOn_Id",
                schema: "institutions",
                table: "placements",
                columns: new[] { "District", "Until", "ReviewedOn", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_placements_InstitutionId_Until",
                schema: "institutions",
                table: "placements",
                columns: new[] { "InstitutionId", "Until" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "inspections",
                schema: "institutions");

            migrationBuilder.DropTable(
                name: "institution_events",
                schema: "institutions");

            migrationBuilder.DropTable(
                name: "institutions",
                schema: "institutions");

            migrationBuilder.DropTable(
                name: "placements",
                schema: "institutions");

            migrationBuilder.DropTable(
                name: "siblings",
                schema: "institutions");
        }
    }
}
