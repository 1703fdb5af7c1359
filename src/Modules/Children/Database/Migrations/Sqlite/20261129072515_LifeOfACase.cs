using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Registry.Children.Database.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class LifeOfACase : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.RenameColumn(
                name: "PurgeOn",
                table: "children_purge_decisions",
                newName: "On");

            migrationBuilder.RenameIndex(
                name: "IX_children_purge_decisions_PurgeOn",
                table: "children_purge_decisions",
                newName: "IX_children_purge_decisions_On");

            migrationBuilder.AddColumn<bool>(
                name: "FoundOnInDoubt",
                table: "children_signals",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<DateOnly>(
                name: "ConfirmedOn",
                table: "children_purge_decisions",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Reasons",
                table: "children_purge_decisions",
                type: "TEXT",
                unicode: false,
                maxLength: 400,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "Ruling",
                table: "children_purge_decisions",
                type: "TEXT",
                maxLength: 20,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<bool>(
                name: "BirthDateInDoubt",
                table: "children_children",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<DateOnly>(
                name: "EnteredOn",
                table: "children_children",
                type: "TEXT",
                nullable: false,
                defaultValue: new DateOnly(1, 1, 1));

            migrationBuilder.AddColumn<DateOnly>(
                name: "PurgeBirthDate",
                table: "children_children",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "PurgeHeldOn",
                table: "children_children",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "PurgeOn",
                table: "children_children",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<byte[]>(
                name: "SealedOtherNames",
                table: "children_children",
                type: "BLOB",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "EndedOn",
                table: "children_changes",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "IX_children_children_PurgeHeldOn",
                table: "children_children",
                column: "PurgeHeldOn");

            migrationBuilder.CreateIndex(
                name: "IX_children_children_PurgeOn",
                table: "children_children",
                column: "PurgeOn");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_children_children_PurgeHeldOn",
                table: "children_children");

            migrationBuilder.DropIndex(
                name: "IX_children_children_PurgeOn",
                table: "children_children");

            migrationBuilder.DropColumn(
                name: "FoundOnInDoubt",
                table: "children_signals");

            migrationBuilder.DropColumn(
                name: "ConfirmedOn",
                table: "children_purge_decisions");

            migrationBuilder.DropColumn(
                name: "Reasons",
                table: "children_purge_decisions");

            migrationBuilder.DropColumn(
                name: "Ruling",
                table: "children_purge_decisions");

            migrationBuilder.DropColumn(
                name: "BirthDateInDoubt",
                table: "children_children");

            migrationBuilder.DropColumn(
                name: "EnteredOn",
                table: "children_children");

            migrationBuilder.DropColumn(
                name: "PurgeBirthDate",
                table: "children_children");

            migrationBuilder.DropColumn(
                name: "PurgeHeldOn",
                table: "children_children");

            migrationBuilder.DropColumn(
                name: "PurgeOn",
                table: "children_children");

            migrationBuilder.DropColumn(
                name: "SealedOtherNames",
                table: "children_children");

            migrationBuilder.DropColumn(
                name: "EndedOn",
                table: "children_changes");

            migrationBuilder.RenameColumn(
                name: "On",
                table: "children_purge_decisions",
                newName: "PurgeOn");

            migrationBuilder.RenameIndex(
                name: "IX_children_purge_decisions_On",
                table: "children_purge_decisions",
                newName: "IX_children_purge_decisions_PurgeOn");
        }
    }
}
