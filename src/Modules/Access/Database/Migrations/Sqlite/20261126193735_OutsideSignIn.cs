using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Registry.Access.Database.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class OutsideSignIn : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<byte[]>(
                name: "PinToken",
                table: "access_specialists",
                type: "BLOB",
                maxLength: 32,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "OutsideSession",
                table: "access_sessions",
                type: "TEXT",
                unicode: false,
                maxLength: 32,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "OutsideSubject",
                table: "access_sessions",
                type: "TEXT",
                unicode: false,
                maxLength: 32,
                nullable: true);

            migrationBuilder.AddColumn<byte[]>(
                name: "SealedOutsideToken",
                table: "access_sessions",
                type: "BLOB",
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "IX_access_specialists_PinToken",
                table: "access_specialists",
                column: "PinToken");

            migrationBuilder.CreateIndex(
                name: "IX_access_sessions_OutsideSession",
                table: "access_sessions",
                column: "OutsideSession");

            migrationBuilder.CreateIndex(
                name: "IX_access_sessions_OutsideSubject",
                table: "access_sessions",
                column: "OutsideSubject");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_access_specialists_PinToken",
                table: "access_specialists");

            migrationBuilder.DropIndex(
                name: "IX_access_sessions_OutsideSession",
                table: "access_sessions");

            migrationBuilder.DropIndex(
                name: "IX_access_sessions_OutsideSubject",
                table: "access_sessions");

            migrationBuilder.DropColumn(
                name: "PinToken",
                table: "access_specialists");

            migrationBuilder.DropColumn(
                name: "OutsideSession",
                table: "access_sessions");

            migrationBuilder.DropColumn(
                name: "OutsideSubject",
                table: "access_sessions");

            migrationBuilder.DropColumn(
                name: "SealedOutsideToken",
                table: "access_sessions");
        }
    }
}
