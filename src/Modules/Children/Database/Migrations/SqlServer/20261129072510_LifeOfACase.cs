using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Registry.Children.Database.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class LifeOfACase : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.RenameColumn(
                name: "PurgeOn",
                schema: "children",
                table: "purge_decisions",
                newName: "On");

            migrationBuilder.RenameIndex(
                name: "IX_purge_decisions_PurgeOn",
                schema: "children",
                table: "purge_decisions",
                newName: "IX_purge_decisions_On");

            migrationBuilder.AddColumn<bool>(
                name: "FoundOnInDoubt",
                schema: "children",
                table: "signals",
                type: "bit",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<DateOnly>(
                name: "ConfirmedOn",
                schema: "children",
                table: "purge_decisions",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Reasons",
                schema: "children",
                table: "purge_decisions",
                type: "varchar(400)",
                unicode: false,
                maxLength: 400,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "Ruling",
                schema: "children",
                table: "purge_decisions",
                type: "nvarchar(20)",
                maxLength: 20,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<bool>(
                name: "BirthDateInDoubt",
                schema: "children",
                table: "children",
                type: "bit",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<DateOnly>(
                name: "EnteredOn",
                schema: "children",
                table: "children",
                type: "date",
                nullable: false,
                defaultValue: new DateOnly(1, 1, 1));

            migrationBuilder.AddColumn<DateOnly>(
                name: "PurgeBirthDate",
                schema: "children",
                table: "children",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "PurgeHeldOn",
                schema: "children",
                table: "children",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "PurgeOn",
                schema: "children",
                table: "children",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<byte[]>(
                name: "SealedOtherNames",
                schema: "children",
                table: "children",
                type: "varbinary(max)",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "EndedOn",
                schema: "children",
                table: "changes",
                type: "date",
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "IX_children_PurgeHeldOn",
                schema: "children",
                table: "children",
                column: "PurgeHeldOn");

            migrationBuilder.CreateIndex(
                name: "IX_children_PurgeOn",
                schema: "children",
                table: "children",
                column: "PurgeOn");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_children_PurgeHeldOn",
                schema: "children",
                table: "children");

            migrationBuilder.DropIndex(
                name: "IX_children_PurgeOn",
                schema: "children",
                table: "children");

            migrationBuilder.DropColumn(
                name: "FoundOnInDoubt",
                schema: "children",
                table: "signals");

            migrationBuilder.DropColumn(
                name: "ConfirmedOn",
                schema: "children",
                table: "purge_decisions");

            migrationBuilder.DropColumn(
                name: "Reasons",
                schema: "children",
                table: "purge_decisions");

            migrationBuilder.DropColumn(
                name: "Ruling",
                schema: "children",
                table: "purge_decisions");

            migrationBuilder.DropColumn(
                name: "BirthDateInDoubt",
                schema: "children",
                table: "children");

            migrationBuilder.DropColumn(
                name: "EnteredOn",
                schema: "children",
                table: "children");

            migrationBuilder.DropColumn(
                name: "PurgeBirthDate",
                schema: "children",
                table: "children");

            migrationBuilder.DropColumn(
                name: "PurgeHeldOn",
                schema: "children",
                table: "children");

            migrationBuilder.DropColumn(
                name: "PurgeOn",
                schema: "children",
                table: "children");

            migrationBuilder.DropColumn(
                name: "SealedOtherNames",
                schema: "children",
                table: "children");

            migrationBuilder.DropColumn(
                name: "EndedOn",
                schema: "children",
                table: "changes");

            migrationBuilder.RenameColumn(
                name: "On",
                schema: "children",
                table: "purge_decisions",
                newName: "PurgeOn");

            migrationBuilder.RenameIndex(
                name: "IX_purge_decisions_On",
                schema: "children",
                table: "purge_decisions",
                newName: "IX_purge_decisions_PurgeOn");
        }
    }
}
