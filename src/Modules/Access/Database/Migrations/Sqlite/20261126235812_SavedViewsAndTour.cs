using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Registry.Access.Database.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class SavedViewsAndTour : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateOnly>(
                name: "ToldAroundOn",
                table: "access_accounts",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "access_saved_views",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    AccountId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Screen = table.Column<string>(type: "TEXT", unicode: false, maxLength: 40, nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Query = table.Column<string>(type: "TEXT", unicode: false, maxLength: 500, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_access_saved_views", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_access_saved_views_AccountId_Screen_Name",
                table: "access_saved_views",
                columns: new[] { "AccountId", "Screen", "Name" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "access_saved_views");

            migrationBuilder.DropColumn(
                name: "ToldAroundOn",
                table: "access_accounts");
        }
    }
}
