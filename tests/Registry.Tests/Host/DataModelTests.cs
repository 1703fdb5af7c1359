using System.Reflection;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.Extensions.DependencyInjection;
using Registry.Platform.Keys;
using Registry.Platform.Model;
using Registry.Platform.Rows;
using Registry.Platform.Sealing;

namespace Registry.Tests.Host;

/// <summary>docs/data-model.md is generated from the EF models: <c>UPDATE_DOCS=1 dotnet test tests/Registry.Tests --filter DataModelTests</c>.</summary>
[Collection("host")]
[Clause("13b.1")]
public sealed class DataModelTests(RegistryHost host)
{
    private const string Intro = """
        # Data model

        Generated from the EF models by `DataModelTests`; do not edit. Keys, references and protected columns only: **sealed** columns are encrypted under the child's own key, **veiled** ones under a key of the Base, a **MAC**
        covers columns that decisions rely on ([security.md](security.md)). `ChildId` and `CaseId` refer to the module Children by value: modules have no foreign keys into each other.

        """;

    private static readonly string Stored = Path.Combine(Repository.Root, "docs", "data-model.md");

    [Fact]
    public async Task The_document_shows_every_table_of_every_module()
    {
        await using var scope = host.Services.CreateAsyncScope();
        var text = new StringBuilder(Intro.ReplaceLineEndings("\n"));
        foreach (var context in host.Services.GetServices<MigratedContext>().Select(c => c.Type))
        {
            var db = (DbContext)scope.ServiceProvider.GetRequiredService(context);
            var tables = db
                .Model.GetEntityTypes()
                .Where(t => db is not ModuleDbContext || db is PlatformDbContext || !PlatformModel.Owns(t.ClrType))
                .Where(t => !t.IsOwned() && t.ClrType.Namespace?.StartsWith("OpenIddict", StringComparison.Ordinal) != true)
                .OrderBy(t => t.ClrType.Name, StringComparer.Ordinal)
                .ToList();
            Assert.NotEmpty(tables);
            Write(text, context.Name[..^"DbContext".Length].Replace("Sqlite", "", StringComparison.Ordinal), tables);
        }
        if (Environment.GetEnvironmentVariable("UPDATE_DOCS") == "1")
            await File.WriteAllTextAsync(Stored, text.ToString());
        Assert.Equal(text.ToString(), await File.ReadAllTextAsync(Stored));
    }

    private static void Write(StringBuilder text, string module, List<IEntityType> tables)
    {
        text.Append(System.Globalization.CultureInfo.InvariantCulture, $"## {module}\n\n```mermaid\nerDiagram\n");
        foreach (var table in tables)
        {
            text.Append(System.Globalization.CultureInfo.InvariantCulture, $"  {table.ClrType.Name} {{\n");
            foreach (var column in table.GetProperties().OrderBy(c => !c.IsPrimaryKey()).ThenBy(c => c.Name, StringComparer.Ordinal))
                if (NoteOf(table, column) is { } note)
                    text.Append(System.Globalization.CultureInfo.InvariantCulture, $"    {TypeOf(column)} {column.Name}{note}\n");
            text.Append("  }\n");
        }
        foreach (var key in tables.SelectMany(t => t.GetForeignKeys()).Where(k => tables.Contains(k.PrincipalEntityType)))
            text.Append(
                System.Globalization.CultureInfo.InvariantCulture,
                $"  {key.PrincipalEntityType.ClrType.Name} ||--{(key.IsUnique ? "o|" : "o{")} {key.DeclaringEntityType.ClrType.Name} : \"\"\n"
            );
        text.Append("```\n\n");
    }

    /// <summary>Null for a column that the picture leaves out.</summary>
    private static string? NoteOf(IEntityType table, IProperty column) =>
        column.IsPrimaryKey() ? " PK"
        : column.IsForeignKey() ? " FK"
        : column.PropertyInfo?.IsDefined(typeof(SealedAsAttribute)) == true ? " \"sealed\""
        : column.Name.StartsWith("Veiled", StringComparison.Ordinal) ? " \"veiled\""
        : column.Name == nameof(IAttested.Mac) && typeof(IAttested).IsAssignableFrom(table.ClrType) ? " \"MAC\""
        : column.Name.EndsWith("Id", StringComparison.Ordinal) ? ""
        : null;

    private static string TypeOf(IProperty column)
    {
        var type = Nullable.GetUnderlyingType(column.ClrType) ?? column.ClrType;
        return type == typeof(byte[]) ? "bytes" : type.Name;
    }
}
