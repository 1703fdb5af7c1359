using System.Net;
using System.Reflection;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.Extensions.DependencyInjection;
using Registry.Access.Jobs;
using Registry.Access.Model;
using Registry.Children.Drafts;
using Registry.Children.Model;
using Registry.Platform.Jobs;
using Registry.Platform.Model;
using Registry.Platform.Purging;
using Registry.Platform.Rows;
using Registry.Tests.Host;

namespace Registry.Tests.Purging;

/// <summary>Rows that may hold personal data without a subject are deleted by age; docs/security.md lists every table that no purge finds.</summary>
[Clause("25.2")]
[Trait("Needs", "embedded")]
public sealed class ExpiryTests : IAsyncLifetime
{
    private const string Begin = "<!-- tables: UPDATE_DOCS=1 dotnet test --filter ExpiryTests -->\n";
    private const string End = "<!-- end of tables -->\n";
    private readonly RegistryHost _host = new();
    private HttpClient _holder = null!;

    public async Task InitializeAsync() => _holder = await _host.SignedInAsync("holder.aksuu");

    private List<(IEntityType Entity, string Table)> Tables()
    {
        using var scope = _host.Services.CreateScope();
        return
        [
            .. scope
                .ServiceProvider.GetServices<MigratedContext>()
                .SelectMany(c => ((DbContext)scope.ServiceProvider.GetRequiredService(c.Type)).Model.GetEntityTypes())
                .Select(e => (Entity: e, Table: e.GetTableName()!))
                .DistinctBy(t => t.Table)
                .OrderBy(t => t.Table, StringComparer.Ordinal),
        ];
    }

    private HashSet<Type> Held()
    {
        using var scope = _host.Services.CreateScope();
        return [.. scope.ServiceProvider.GetServices<ISubjectStore>().SelectMany(s => s.Holds)];
    }

    [Fact]
    public void Every_table_that_no_purge_finds_is_listed_with_the_job_that_clears_it_or_why_it_needs_none()
    {
        var expiring = new StringBuilder("| table | what its rows are | kept | cleared by |\n|---|---|---|---|\n");
        var plain = new StringBuilder("| table | what its rows are |\n|---|---|\n");
        var unlisted = new List<string>();
        var held = Held();
        foreach (var (entity, table) in Tables())
            if (entity.ClrType.GetCustomAttribute<ExpiresAttribute>() is { } expires)
                expiring.Append($"| {table} | {expires.What} | {expires.Kept} | `{expires.Job}` |\n");
            else if (entity.ClrType.GetCustomAttribute<NoSubjectAttribute>() is { } none)
                plain.Append($"| {table} | {none.Why} |\n");
            else if (OfLibraries.TryGetValue(table, out var why))
                plain.Append($"| {table} | {why} |\n");
            else if (!held.Contains(entity.ClrType))
                unlisted.Add(table);
        Assert.Empty(unlisted);
        var tables = $"{Begin}{expiring}\nThese hold nothing of a subject and stay:\n\n{plain}{End}";
        var file = Path.Combine(Repository.Root, "docs/security.md");
        var text = File.ReadAllText(file);
        var (from, to) = (text.IndexOf(Begin, StringComparison.Ordinal), text.IndexOf(End, StringComparison.Ordinal) + End.Length);
        if (Environment.GetEnvironmentVariable("UPDATE_DOCS") == "1")
            File.WriteAllText(file, text[..from] + tables + text[to..]);
        Assert.True(File.ReadAllText(file).Contains(tables, StringComparison.Ordinal), "docs/security.md is stale");
    }

    /// <summary>ASVS 14.1.1: levels of data. What a purge finds is level 2; the rest is in one list, or is level 3.</summary>
    [Fact]
    public void Every_table_has_one_level()
    {
        var text = File.ReadAllText(Path.Combine(Repository.Root, "docs/security.md"));
        var section = text[text.IndexOf("## Levels of data", StringComparison.Ordinal)..];
        section = section[..section.IndexOf("\n## ", StringComparison.Ordinal)];
        var listed = new[] { "Level 1:", "Level 4:" }.ToDictionary(
            l => l,
            l =>
            {
                var list = section[section.IndexOf(l, StringComparison.Ordinal)..];
                return list[(list.IndexOf(':', StringComparison.Ordinal) + 1)..list.IndexOf('.', StringComparison.Ordinal)]
                    .Split([',', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
            }
        );
        var held = Held();
        var tables = Tables().ToDictionary(t => t.Table, t => held.Contains(t.Entity.ClrType));
        var all = listed.Values.SelectMany(l => l).ToList();
        Assert.Equal(all.Distinct(StringComparer.Ordinal), all);
        Assert.Equal([], all.Where(t => !tables.TryGetValue(t, out var found) || found));
        // whatever is sealed and whatever holds a hash of a secret is level 1 or 2, or names staff or gives their reasons
        string[] staff =
        [
            "access_specialists",
            "access_requests",
            "access_sealed_readers",
            "access_job_schedules",
            "platform_backups",
            "platform_discards",
        ];
        var above = listed["Level 1:"].Concat(staff).ToHashSet(StringComparer.Ordinal);
        bool IsSealed(IEntityType entity) =>
            entity.GetProperties().Any(p => p.PropertyInfo?.GetCustomAttribute<Registry.Platform.Sealing.SealedAsAttribute>() is not null);
        var lower = Tables().Where(t => !held.Contains(t.Entity.ClrType) && !above.Contains(t.Table)).ToList();
        Assert.Equal([], lower.Where(t => IsSealed(t.Entity)).Select(t => t.Table));
    }

    private static readonly Dictionary<string, string> OfLibraries = new(StringComparer.Ordinal)
    {
        ["platform_data_protection_keys"] = "keys of cookies, wrapped",
        ["access_OpenIddictApplications"] = "clients of the sign-in provider",
        ["access_OpenIddictAuthorizations"] = "sign-ins, pruned by `access.forget-sign-ins`",
        ["access_OpenIddictScopes"] = "scopes of the sign-in provider",
        ["access_OpenIddictTokens"] = "used codes and tokens, pruned by `access.forget-sign-ins`",
        ["subject_keys"] = "keys of subjects and of the Base, wrapped; a purge begins with them",
    };

    [Fact]
    public void Each_job_that_clears_a_table_is_on_the_schedule_at_least_daily()
    {
        var jobs = _host.Service<JobSchedules>().Jobs;
        var expiring = Tables().Select(t => t.Entity.ClrType.GetCustomAttribute<ExpiresAttribute>()).OfType<ExpiresAttribute>().ToList();
        Assert.True(expiring.Count >= 10);
        Assert.All(expiring, e => Assert.EndsWith("* * *", jobs[e.Job].Cron, StringComparison.Ordinal));
    }

    [Fact]
    public void A_table_whose_rows_may_lack_a_subject_expires()
    {
        var held = Held();
        string[] owners = ["ChildId", "Subject", "Subjects"];
        var guilty = Tables()
            .Where(t => held.Contains(t.Entity.ClrType) && t.Entity.ClrType.GetCustomAttribute<ExpiresAttribute>() is null)
            .Where(t => owners.Any(owner => t.Entity.FindProperty(owner)?.IsNullable == true))
            .Select(t => t.Table);
        Assert.Empty(guilty);
    }

    [Fact]
    public async Task A_draft_goes_thirty_days_after_its_last_save()
    {
        await DraftAsync("register-signal", _holder);
        await _host.PassAsync(days: 20);
        _holder = await _host.SignedInAsync("holder.aksuu");
        await DraftAsync("other", _holder);
        await _host.PassAsync(days: 11);
        await _host.RunJobAsync<ForgetDrafts>(job => job.RunAsync(default));
        Assert.Equal(["other"], await DraftsAsync());
    }

    [Fact]
    [Clause("15.2")]
    public async Task Drafts_views_and_notices_go_when_the_account_is_suspended_or_its_term_is_over()
    {
        await DraftAsync("register-signal", _holder);
        await DraftAsync("of-another", await _host.SignedInAsync("holder.alamudun"));
        await _holder.PutAsync(
            "/api/access/me/views",
            new
            {
                screen = "work",
                name = "Меники",
                query = "due=late",
            }
        );
        var admin = await _host.SignedInAsync("admin");
        var account = (await admin.GetAsync("/api/access/accounts?size=100").JsonAsync())
            .GetProperty("items")
            .EnumerateArray()
            .Single(a => a.Text("login") == "holder.aksuu")
            .Id();
        var version = await admin.VersionAsync($"/api/access/accounts/{account}");
        await admin
            .PostAsync($"/api/access/accounts/{account}/suspend", new { reason = "x", confirm = "holder.aksuu" }, version)
            .JsonAsync(HttpStatusCode.NoContent);
        Assert.True(await KeptAsync(account) > 0);
        await NightAsync();
        Assert.Equal(["of-another"], await DraftsAsync());
        Assert.Equal(0, await KeptAsync(account));
        await _host.InScopeAsync(s =>
            s.GetRequiredService<AccessDbContext>()
                .Accounts.Where(a => a.Login == "holder.alamudun")
                .ExecuteUpdateAsync(set => set.SetProperty(a => a.ValidUntil, new DateOnly(2026, 11, 22)))
                .AttestedAsync<AccessDbContext, Account>(s)
        );
        await NightAsync();
        Assert.Empty(await DraftsAsync());
    }

    [Fact]
    public async Task Sessions_go_after_thirty_days()
    {
        await _host.PassAsync(days: 31);
        await _host.SignedInAsync("admin");
        await _host.RunJobAsync<ForgetSignIns>(job => job.RunAsync(default));
        Assert.Equal(1, await _host.InScopeAsync(s => s.GetRequiredService<AccessDbContext>().Sessions.CountAsync()));
    }

    private async Task NightAsync()
    {
        await _host.RunJobAsync<ForgetDrafts>(job => job.RunAsync(default));
        await _host.RunJobAsync<ForgetEndedAccounts>(job => job.RunAsync(default));
    }

    private Task<int> KeptAsync(Guid account) =>
        _host.InScopeAsync(async s =>
        {
            var db = s.GetRequiredService<AccessDbContext>();
            return await db.SavedViews.CountAsync(v => v.AccountId == account) + await db.Notices.CountAsync(n => n.AccountId == account);
        });

    private static Task DraftAsync(string key, HttpClient user) =>
        user.PostAsync("/api/children/drafts", new { key, text = """{"surname":"Сынова"}""" }).JsonAsync();

    private Task<List<string>> DraftsAsync() =>
        _host.InScopeAsync(s => s.GetRequiredService<ChildrenDbContext>().Drafts.Select(d => d.Key).ToListAsync());

    public async Task DisposeAsync() => await _host.DisposeAsync();
}
