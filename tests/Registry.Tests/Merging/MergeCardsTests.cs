using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Registry.Children.Model;
using Registry.Platform.Keys;
using Registry.Platform.Model;
using Registry.Platform.Rows;
using Registry.Reporting.Model;
using Registry.Tests.Host;
using Registry.Tests.Purging;

namespace Registry.Tests.Merging;

/// <summary>Two cards of one child are merged; undone, both are as before.</summary>
[Clause("20", "14.2", "5.holder")]
public sealed class MergeCardsTests : IAsyncLifetime
{
    private readonly RegistryHost _host = new();
    private HttpClient _holder = null!;

    public async Task InitializeAsync() => _holder = await _host.SignedInAsync("holder.aksuu");

    private async Task<Guid> PlainAsync(string surname = "Сынова", string foundOn = "2026-11-23") =>
        (await _holder.OpenCardAsync(Road.NewIdentity(surname), Road.Signal(foundOn: foundOn, child: new { }))).Id("childId");

    [Fact]
    public async Task An_undone_merge_leaves_every_row_of_both_children_as_it_was()
    {
        var kept = await PlainAsync("Сынова", "2026-11-20");
        await _holder.AssessAsync(kept);
        var other = await _host.RichAsync(_holder);
        await _host.SettleAsync();
        var before = await ChildSnapshot.OfAsync(_host, kept, other);
        var tables = before.Keys.Select(k => k.Split(' ')[0]).Distinct().ToList();
        Assert.True(tables.Count >= 24, string.Join(' ', tables));

        await _host.MergeAsync(
            _holder,
            kept,
            other,
            new
            {
                section = "identity",
                item = "surname",
                from = "other",
            },
            new
            {
                section = "relatives",
                item = "list",
                from = "both",
            }
        );
        // everything followed: only what stays with its own card is left
        var left = await ChildSnapshot.OfAsync(_host, other);
        Assert.Equal([], left.Keys.Where(Follows));
        Assert.NotEqual(before, await ChildSnapshot.OfAsync(_host, kept, other));

        await _holder.UndoAsync(kept).NothingAsync();
        await _host.SettleAsync();
        var after = await ChildSnapshot.OfAsync(_host, kept, other);
        var wrong = before.Where(row => after.GetValueOrDefault(row.Key) != row.Value);
        Assert.Equal([], wrong.Select(row => $"{row.Key}\n  {row.Value}\n  {after.GetValueOrDefault(row.Key)}"));
        var made = after.Keys.Except(before.Keys).Select(k => k.Split(' ')[0]).Distinct();
        // what happened meanwhile stays in the histories
        Assert.Equal([], made.Except(["CardChange", "Merge", "MovedRow", "RecipientNotice", "Deadline", "Notice"]));

        bool Follows(string key)
        {
            using var scope = _host.Services.CreateScope();
            return ChildSnapshot
                .Tables(scope.ServiceProvider)
                .Any(t =>
                    t.Type.ClrType.Name == key.Split(' ')[0]
                    && t.Type.FindProperty(ChildRows.Child) is not null
                    && !t.Type.ClrType.IsDefined(typeof(StaysWithCardAttribute), false)
                );
        }
    }

    [Fact]
    public void No_table_that_names_a_child_or_a_case_is_left_behind()
    {
        using var scope = _host.Services.CreateScope();
        var tables = ChildSnapshot.Tables(scope.ServiceProvider).ToList();
        string[] names = ["ChildId", "CaseId", "SubjectId", "SiblingId", "MergedId", "OtherId"];
        var naming = tables.Where(t => t.Type.GetProperties().Any(p => names.Contains(p.Name))).ToList();
        Assert.True(naming.Count >= 25, $"{naming.Count}");
        var undecided = naming.Where(t =>
            ChildRows.Of(t.Db, withPlatform: true).Contains(t.Type) == t.Type.ClrType.IsDefined(typeof(StaysWithCardAttribute), false)
        );
        Assert.Equal([], undecided.Select(t => t.Type.ClrType.Name).Distinct());
        // a row that follows can be sealed again without its module
        var ofChildren = tables.Where(t =>
            t.Type.FindProperty(ChildRows.Child) is not null
            || t.Type.GetForeignKeys().Any(k => k.PrincipalEntityType.FindProperty(ChildRows.Child) is not null)
        );
        var unsealable =
            from t in ofChildren
            where t.Type.ClrType != typeof(MovedRow)
            let known = ChildRows.Sealed(t.Type).Select(s => s.Property).ToHashSet()
            from p in t.Type.GetProperties()
            where p.Name.StartsWith("Sealed", StringComparison.Ordinal) && p.ClrType == typeof(byte[]) && !known.Contains(p.Name)
            select $"{t.Type.ClrType.Name}.{p.Name}";
        Assert.Equal([], unsealable.Distinct());
    }

    [Fact]
    public async Task The_merged_card_leads_to_the_surviving_one_and_is_found_by_nothing_of_its_own()
    {
        var kept = await PlainAsync();
        var other = await _host.RichAsync(_holder);
        var number = (await _holder.CardAsync(other)).GetProperty("case").Text("number");
        var merged = await _host.MergeAsync(_holder, kept, other);
        Assert.Equal("2026-12-23", merged.Text("undoUntil"));

        var led = await _holder.GetAsync($"/api/children/cards/{other}");
        Assert.Equal(HttpStatusCode.Found, led.StatusCode);
        Assert.Equal($"/api/children/cards/{kept}", led.Headers.Location!.OriginalString);
        foreach (var text in new[] { "Эгизова Нурзат", MergeRoad.Pin, number })
            Assert.Equal([kept], (await _holder.FoundAsync(text)).Select(f => f.Id()));
        // both histories become one
        var history = (await _holder.GetAsync($"/api/children/cards/{kept}/history?size=100").JsonAsync()).GetProperty("items");
        Assert.Contains("Эгизова", history.GetRawText(), StringComparison.Ordinal);
        // the case that got further continues, the other is no longer counted
        var card = await _holder.CardAsync(kept);
        Assert.Equal((number, "plan-in-force"), (card.GetProperty("case").Text("number"), card.GetProperty("case").Text("status")));
        var counted = await _host.InScopeAsync(s =>
            s.GetRequiredService<ReportingDbContext>().Cases.Where(c => c.ChildId == kept || c.ChildId == other).ToListAsync()
        );
        Assert.Equal([number], counted.Select(c => c.Number).Distinct());
        var journal = await (await _host.SignedInAsync("admin")).GetAsync($"/api/access/journal/of-child/{kept}?size=100").JsonAsync();
        Assert.Contains(
            journal.GetProperty("items").EnumerateArray(),
            e => e.TryGetProperty("aboutId", out var a) && a.ToString() == $"{other}"
        );
    }

    [Fact]
    public async Task Nothing_is_owed_twice_and_the_older_clock_stands()
    {
        var kept = await PlainAsync();
        var other = await PlainAsync("Эгизова", "2026-11-18");
        await _host.MergeAsync(_holder, kept, other);
        var card = await _holder.CardAsync(kept);
        var assess = Assert.Single(card.Owed("assess"));
        Assert.Equal(("2026-11-18", "2026-11-18"), (assess.Text("startedOn"), card.GetProperty("case").Text("foundOn")));
        Assert.Contains(
            card.GetProperty("deadlines").EnumerateArray(),
            d => d.Text("step") == "assess" && d.ToString().Contains("\"merged\"")
        );
        // each report is processed separately
        Assert.Equal(2, card.Owed("process-report").Count);
        Assert.Equal("2026-11-18", card.GetProperty("contents").GetProperty("finding").Text("foundOn"));
    }

    [Fact]
    [Clause("19.3")]
    public async Task The_older_clock_stands_also_when_the_case_found_later_goes_on()
    {
        var (kept, other) = (await PlainAsync(), await PlainAsync("Эгизова", "2026-11-18"));
        await _holder.EnterInformationAsync(kept);
        var number = (await _holder.CardAsync(kept)).GetProperty("case").Text("number");
        var due = Assert.Single((await _holder.CardAsync(other)).Owed("assess")).Text("dueOn");
        await _host.MergeAsync(_holder, kept, other);
        var card = await _holder.CardAsync(kept);
        var assess = Assert.Single(card.Owed("assess"));
        Assert.Equal((number, "2026-11-18"), (card.GetProperty("case").Text("number"), card.GetProperty("case").Text("foundOn")));
        Assert.Equal(("2026-11-18", due), (assess.Text("startedOn"), assess.Text("dueOn")));
    }

    [Fact]
    public async Task What_only_one_card_says_is_kept_and_what_both_say_is_chosen()
    {
        var (kept, other) = (await PlainAsync(), await PlainAsync("Эгизова"));
        await _holder.SaveSectionAsync(other, "residence");
        var compared = await _holder.PostAsync($"/api/children/cards/{kept}/compare", new { otherId = other }).JsonAsync();
        var fields = compared.GetProperty("fields").EnumerateArray().ToDictionary(f => f.Text("item"), f => f.Text("proposed"));
        Assert.Equal(("kept", "other"), (fields["surname"], fields["registeredAddress"]));
        await _host.MergeAsync(_holder, kept, other);
        var contents = (await _holder.CardAsync(kept)).GetProperty("contents");
        Assert.Equal("Сынова", contents.GetProperty("identity").Text("surname"));
        Assert.Equal("Ленин 1", contents.GetProperty("residence").Text("registeredAddress"));
    }

    [Fact]
    public async Task Nobody_merges_by_a_slip_or_what_lies_elsewhere_or_waits_for_a_decision()
    {
        var (kept, other) = (await PlainAsync(), await PlainAsync("Эгизова"));
        await _holder.TryMergeAsync(kept, kept, "x").RefusedAsync(HttpStatusCode.Conflict, "merge.same-card");
        await _holder.TryMergeAsync(kept, other, "Эгизова").RefusedAsync(HttpStatusCode.BadRequest, "confirm.differs");
        var alamudun = await _host.SignedInAsync("holder.alamudun");
        var elsewhere = (await alamudun.OpenCardAsync(signal: Road.Signal(territory: Road.Alamudun))).Id("childId");
        await _holder.TryMergeAsync(kept, elsewhere, "x").RefusedAsync(HttpStatusCode.Conflict, "merge.other-unknown");
        Assert.Equal(HttpStatusCode.NotFound, (await alamudun.TryMergeAsync(kept, other, "x")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await (await _host.SignedInAsync("ministry")).TryMergeAsync(kept, other, "x")).StatusCode);
        await _holder.PostAsync($"/api/children/cards/{other}/void", new { reason = "x" }).JsonAsync(HttpStatusCode.Created);
        await _holder.TryMergeAsync(kept, other, "x").RefusedAsync(HttpStatusCode.Conflict, "merge.decision-pending");
    }

    [Fact]
    public async Task What_was_made_after_the_merge_stays_with_the_survivor_and_after_thirty_days_nothing_is_undone()
    {
        var (kept, other) = (await PlainAsync(), await PlainAsync("Эгизова"));
        await _host.MergeAsync(_holder, kept, other);
        var later = (await _holder.RegisterAsync(Road.Signal(child: new { }))).Id();
        await _holder.LinkAsync(later, kept);
        await _holder.UndoAsync(kept).NothingAsync();
        await _host.SettleAsync();
        Assert.Equal(kept, (await _holder.GetAsync($"/api/children/signals/{later}").JsonAsync()).Id("childId"));
        Assert.Equal("opened", (await _holder.CardAsync(other)).GetProperty("case").Text("status"));
        await _holder.UndoAsync(kept).RefusedAsync(HttpStatusCode.Conflict, "merge.not-done");

        await _host.MergeAsync(_holder, kept, other);
        await _host.PassAsync(31);
        _holder = await _host.SignedInAsync("holder.aksuu");
        await _holder.UndoAsync(kept).RefusedAsync(HttpStatusCode.Conflict, "merge.undo-is-over");
    }

    [Fact]
    public async Task A_card_that_was_voided_since_gives_nothing_back()
    {
        var (kept, other) = (await PlainAsync(), await PlainAsync("Эгизова"));
        await _host.MergeAsync(_holder, kept, other);
        await _holder.PostAsync($"/api/children/cards/{kept}/void", new { reason = "Жаңылыш ачылган" }).JsonAsync(HttpStatusCode.Created);
        var unit = await _host.SignedInAsync("unit.aksuu");
        var asked = (await unit.GetAsync($"/api/children/voids?childId={kept}").JsonAsync()).GetProperty("items").EnumerateArray().Last();
        await unit.PostAsync($"/api/children/voids/{asked.Id()}/decide", new { confirm = true }, asked.Id("version").Etag()).NothingAsync();
        await _holder.UndoAsync(kept).RefusedAsync(HttpStatusCode.Conflict, "merge.cannot-be-undone");
    }

    [Fact]
    public async Task The_merged_card_is_not_purged_by_itself_and_ends_with_the_surviving_one()
    {
        var (kept, other) = (await PlainAsync(), await PlainAsync("Эгизова"));
        await _host.MergeAsync(_holder, kept, other);
        await _host.AgedAsync(other, "1998-01-01");
        await _host.AnnouncedLongAgoAsync(other);
        await _host.PurgeNightAsync();
        Assert.Equal((true, true), await KeysAsync());
        await _host.EndedLongAgoAsync(kept);
        await _host.PurgeNightAsync();
        Assert.Equal((false, false), await KeysAsync());
        var left = await _host.InScopeAsync(async s =>
        {
            var db = s.GetRequiredService<ChildrenDbContext>();
            return await db.MovedRows.CountAsync() + await db.Merges.CountAsync() + await db.Children.CountAsync(c => c.Id == other);
        });
        Assert.Equal(0, left);

        async Task<(bool, bool)> KeysAsync()
        {
            var keys = _host.Service<Registry.Platform.Keys.KeyStore>();
            return (await keys.ExistsAsync(kept, default), await keys.ExistsAsync(other, default));
        }
    }

    public async Task DisposeAsync() => await _host.DisposeAsync();
}
