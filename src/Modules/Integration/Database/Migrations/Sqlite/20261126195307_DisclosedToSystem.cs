using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Registry.Integration.Database.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class DisclosedToSystem : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<Guid>(
                name: "SystemId",
                table: "integration_disclosures",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "IX_integration_disclosures_SystemId_GivenOn",
                table: "integration_disclosures",
                columns: new[] { "SystemId", "GivenOn" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_integration_disclosures_SystemId_GivenOn",
                table: "integration_disclosures");

            migrationBuilder.DropColumn(
                name: "SystemId",
                table: "integration_disclosures");
        }
    }
}
