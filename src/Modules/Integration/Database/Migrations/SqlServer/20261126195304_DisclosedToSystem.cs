using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Registry.Integration.Database.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class DisclosedToSystem : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<Guid>(
                name: "SystemId",
                schema: "integration",
                table: "disclosures",
                type: "uniqueidentifier",
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "IX_disclosures_SystemId_GivenOn",
                schema: "integration",
                table: "disclosures",
                columns: new[] { "SystemId", "GivenOn" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_disclosures_SystemId_GivenOn",
                schema: "integration",
                table: "disclosures");

            migrationBuilder.DropColumn(
                name: "SystemId",
                schema: "integration",
                table: "disclosures");
        }
    }
}
