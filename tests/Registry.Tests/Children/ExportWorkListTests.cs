using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Registry.Basics.Time;
using Registry.Children.Model;
using Registry.Platform.Model;
using Registry.Platform.Time;
using Registry.Tests.Host;

namespace Registry.Tests.Children;

[Clause("14.4")]
public sealed class ExportWorkListTests : IAsyncLifetime
{
    private readonly RegistryHost _host = new();
    private HttpClient _holder = null!;

    public async Task InitializeAsync() => _holder = await _host.SignedInAsync("holder.aksuu");

    private static async Task<string[][]> LinesAsync(HttpClient user, string query, string language = "ky")
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/api/children/work-list/file?format=csv&{query}");
        request.Headers.Add("Accept-Language", language);
        var answer = await user.SendAsync(request);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("attachment", answer.Content.Headers.ContentDisposition?.DispositionType);
        var text = (await answer.Content.ReadAsStringAsync()).TrimStart('\uFEFF');
        var separator = language is "en" ? ',' : ';';
        return
        [
            .. text.Split("\r\n", StringSplitOptions.RemoveEmptyEntries)
                .Select(line => line.Split(separator).Select(cell => cell.Trim('"')).ToArray()),
        ];
    }

    [Theory]
    [InlineData("due=all")]
    [InlineData("due=late")]
    [InlineData("step=process-report")]
    [InlineData("whose=mine&due=week")]
    public async Task The_file_has_the_rows_of_the_screen_in_its_order(string query)
    {
        var shown = (await _holder.GetAsync($"/api/children/work-list?size=100&{query}").JsonAsync()).GetProperty("items");
        var lines = await LinesAsync(_holder, query);
        Assert.Equal(
            shown.EnumerateArray().Select(i => (i.Text("dueOn"), $"{i.GetProperty("daysLeft").GetInt32()}", i.Text("number"))),
            lines.Skip(1).Take(100).Select(l => (l[0], l[1], l[4]))
        );
        Assert.All(lines, line => Assert.Equal(9, line.Length));
    }

    [Theory]
    [InlineData("ky", "Мөөнөтү", "Ак-Суу району")]
    [InlineData("ru", "Срок", "Ак-Суйский район")]
    [InlineData("en", "Due", "Ak-Suu rayon")]
    public async Task The_file_speaks_the_readers_language_and_says_steps_and_places_in_words(string language, string due, string place)
    {
        var lines = await LinesAsync(_holder, "", language);
        Assert.Equal(due, lines[0][0]);
        Assert.Contains(lines, l => l[5] == place);
        Assert.All(lines.Skip(1), l => Assert.DoesNotContain("notice.step", l[2], StringComparison.Ordinal));
        Assert.All(lines.Skip(1), l => Assert.NotEqual("", l[3]));
    }

    [Fact]
    public async Task Stays_inside_the_scope_and_names_every_child_in_the_journal()
    {
        using var other = await _host.SignedInAsync("holder.alamudun");
        var mine = (await LinesAsync(_holder, "")).Skip(1).Select(l => l[4]).ToList();
        Assert.Empty(mine.Intersect((await LinesAsync(other, "")).Skip(1).Select(l => l[4])));
        using var ministry = await _host.SignedInAsync("ministry");
        var entry = (await ministry.GetAsync("/api/access/journal?action=ExportWorkList&size=10").JsonAsync())
            .GetProperty("items")
            .EnumerateArray()
            .Single(e => e.Text("login") == "holder.aksuu");
        var children = new HashSet<Guid>();
        for (var cursor = ""; cursor is not null; )
        {
            var page = await _holder.GetAsync($"/api/children/work-list?size=100&cursor={cursor}").JsonAsync();
            children.UnionWith(page.GetProperty("items").EnumerateArray().Select(i => i.Id("childId")));
            cursor = page.GetProperty("next").GetString();
        }
        Assert.Equal(children.Count, entry.GetProperty("children").GetInt32());
    }

    [Fact]
    public async Task Refuses_an_unknown_format_and_who_reads_no_children()
    {
        var refused = await _holder.GetAsync("/api/children/work-list/file?format=doc").JsonAsync(HttpStatusCode.BadRequest);
        Assert.Equal("sheet.unknown-format", refused.CodeAt("format"));
        using var admin = await _host.SignedInAsync("admin");
        Assert.Equal(HttpStatusCode.Forbidden, (await admin.GetAsync("/api/children/work-list/file?format=csv")).StatusCode);
    }

    [Fact]
    public async Task Refuses_more_rows_than_anybody_works_through()
    {
        var child = (await _holder.GetAsync("/api/children/work-list").JsonAsync()).GetProperty("items")[0].Id("childId");
        await _host.InScopeAsync(async services =>
        {
            var db = services.GetRequiredService<ChildrenDbContext>();
            var calendar = await services.GetRequiredService<StatutoryClock>().CalendarAsync(db, default);
            db.Deadlines.AddRange(
                Enumerable.Range(0, 5_000).Select(_ => Deadline.Start(StatutoryTerm.ProcessReport, calendar, new(2026, 11, 23), About()))
            );
            return await db.SaveChangesAsync();
            DeadlineSubject About() => new(Guid.CreateVersion7(), "S-1", child, Road.AkSuu, null);
        });
        var refused = await _holder.GetAsync("/api/children/work-list/file?format=csv").JsonAsync(HttpStatusCode.BadRequest);
        Assert.Equal("work-list.too-many-rows", refused.Text("code"));
        Assert.NotEmpty(await LinesAsync(_holder, "due=late"));
    }

    public async Task DisposeAsync()
    {
        _holder.Dispose();
        await _host.DisposeAsync();
    }
}
