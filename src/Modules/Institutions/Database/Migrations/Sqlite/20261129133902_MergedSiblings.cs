using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Registry.Institutions.Database.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class MergedSiblings : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<Guid>(
                name: "MergeId",
                table: "institutions_siblings",
                type: "TEXT",
                nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "MergeId",
                table: "institutions_siblings");
        }
    }
}
