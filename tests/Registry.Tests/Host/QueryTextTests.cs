using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.SqlServer.TransactSql.ScriptDom;
using Registry.Access.Jobs;
using Registry.Platform.Data;
using Registry.Reporting.Model;
using Xunit.Abstractions;

namespace Registry.Tests.Host;

/// <summary>Every hand-written SQL statement, as SQL Server would get it, parsed as SQL Server 2022 would: none can be run here.</summary>
[Trait("Needs", "embedded")]
public sealed class QueryTextTests(ITestOutputHelper output) : IAsyncLifetime
{
    private readonly RegistryHost _host = new();
    private readonly ConcurrentDictionary<string, bool> _texts = new();

    public Task InitializeAsync()
    {
        Sql.OtherText = text =>
        {
            // another test running in parallel checks SQLite's query plans
            if (!text.StartsWith("EXPLAIN", StringComparison.Ordinal))
                _texts[text] = true;
        };
        return Task.CompletedTask;
    }

    [Fact]
    public async Task Every_text_for_SQL_Server_is_well_formed()
    {
        var holder = await _host.SignedInAsync("holder.aksuu");
        var ministry = await _host.SignedInAsync("ministry");
        var place = await Place.OfAsync(_host, holder, await _host.SignedInAsync("admin"), Road.AkSuu);
        foreach (var endpoint in Endpoints.Of(_host).Where(e => e is { Method: "GET", Guard.Anonymous: false }))
        foreach (var user in new[] { holder, ministry })
            await user.GetAsync(endpoint.Path(place.IdFor(endpoint)));
        foreach (var report in ReportCatalog.All)
        foreach (var by in report.By)
        foreach (var route in new[] { "report", "children", "rows" })
            await holder.GetAsync(
                $"/api/reporting/{route}?report={report.Code}&by={by.Code}&from=2026-01-01&to=2026-12-31&territory={Road.AkSuu}{(route == "rows" ? "&format=csv" : "")}"
            );
        foreach (
            var text in new[]
            {
                "Сынова Жыпаргүл",
                "Сын",
                "Сынова Жыпаргүл Үсөн кызы",
                "1 0405 2016 00001",
                "04.05.2016",
                "0700 123456",
                "41702205-2026-000001",
                "S-41702205-2026-000001",
                "P-20261123-0123456789AB",
                "аты белгисиз",
            }
        )
            await ministry.PostAsync("/api/children/search", new { text });
        await holder.GetAsync("/api/children/work-list?due=late&whose=doable&step=assess&size=1");
        await _host.InScopeAsync(async s =>
        {
            await s.GetRequiredService<EscalateOverdue>().RunAsync(default);
            return true;
        });

        output.WriteLine($"{_texts.Count} texts");
        Assert.True(_texts.Count > 80, $"{_texts.Count} texts");
        Assert.Contains(_texts.Keys, t => t.Contains("FETCH NEXT", StringComparison.Ordinal));
        Assert.Contains(_texts.Keys, t => t.Contains("OUTPUT inserted", StringComparison.Ordinal));
        var wrong = _texts.Keys.SelectMany(t => ErrorsOf(t).Select(e => $"{e.Message}: {t}")).ToList();
        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    private static IList<ParseError> ErrorsOf(string text)
    {
        using var reader = new StringReader(text);
        new TSql160Parser(initialQuotedIdentifiers: true).Parse(reader, out var errors);
        return errors;
    }

    public async Task DisposeAsync()
    {
        Sql.OtherText = null;
        await _host.DisposeAsync();
    }
}
