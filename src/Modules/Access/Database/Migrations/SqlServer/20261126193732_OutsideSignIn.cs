using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Registry.Access.Database.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class OutsideSignIn : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<byte[]>(
                name: "PinToken",
                schema: "access",
                table: "specialists",
                type: "varbinary(32)",
                maxLength: 32,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "OutsideSession",
                schema: "access",
                table: "sessions",
                type: "varchar(32)",
                unicode: false,
                maxLength: 32,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "OutsideSubject",
                schema: "access",
                table: "sessions",
                type: "varchar(32)",
                unicode: false,
                maxLength: 32,
                nullable: true);

            migrationBuilder.AddColumn<byte[]>(
                name: "SealedOutsideToken",
                schema: "access",
                table: "sessions",
                type: "varbinary(max)",
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "IX_specialists_PinToken",
                schema: "access",
                table: "specialists",
                column: "PinToken");

            migrationBuilder.CreateIndex(
                name: "IX_sessions_OutsideSession",
                schema: "access",
                table: "sessions",
                column: "OutsideSession");

            migrationBuilder.CreateIndex(
                name: "IX_sessions_OutsideSubject",
                schema: "access",
                table: "sessions",
                column: "OutsideSubject");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_specialists_PinToken",
                schema: "access",
                table: "specialists");

            migrationBuilder.DropIndex(
                name: "IX_sessions_OutsideSession",
                schema: "access",
                table: "sessions");

            migrationBuilder.DropIndex(
                name: "IX_sessions_OutsideSubject",
                schema: "access",
                table: "sessions");

            migrationBuilder.DropColumn(
                name: "PinToken",
                schema: "access",
                table: "specialists");

            migrationBuilder.DropColumn(
                name: "OutsideSession",
                schema: "access",
                table: "sessions");

            migrationBuilder.DropColumn(
                name: "OutsideSubject",
                schema: "access",
                table: "sessions");

            migrationBuilder.DropColumn(
                name: "SealedOutsideToken",
                schema: "access",
                table: "sessions");
        }
    }
}
