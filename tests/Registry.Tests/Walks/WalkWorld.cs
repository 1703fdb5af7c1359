using System.Globalization;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Registry.Access.Jobs;
using Registry.Access.Model;
using Registry.Assessments.Model;
using Registry.Basics;
using Registry.Children.Model;
using Registry.Children.Purging;
using Registry.Contracts;
using Registry.Institutions.Model;
using Registry.Integration.Model;
using Registry.Platform.Operations;
using Registry.Platform.Rows;
using Registry.ProtectionPlans.Model;
using Registry.Tests.Access;
using Registry.Tests.Host;
using Registry.Tests.Institutions;
using Registry.Tests.Integration;

namespace Registry.Tests.Walks;

/// <summary>A running Base with every walker signed in for years: the walks are about cases, not sessions.</summary>
internal sealed class WalkWorld : IAsyncDisposable
{
    private string _secret = "";

    /// <summary>Outside the range of the demo's numbers.</summary>
    private const int FirstPin = 6_000;

    public RegistryHost Host { get; } =
        new()
        {
            With = services =>
                services.PostConfigure<CookieAuthenticationOptions>(
                    "registry.session",
                    options => options.ExpireTimeSpan = TimeSpan.FromDays(3_650)
                ),
        };

    private int _pins = FirstPin;
    public Asking Asking { get; } = new();
    public IReadOnlyList<Person> People { get; private set; } = [];
    public HttpClient Admin { get; private set; } = null!;
    public ModelCalendar Calendar { get; private set; } = null!;

    /// <summary>An institution with room for everyone.</summary>
    public Guid Home { get; private set; }
    public Dictionary<string, string> Answers { get; private set; } = [];

    /// <summary>A personal number of a child of <see cref="Road.NewIdentity"/> that no other walk here uses.</summary>
    public string NextPin() => string.Create(CultureInfo.InvariantCulture, $"104052016{_pins++:D4}1");

    /// <summary>The day in Bishkek, computed here.</summary>
    public DateOnly Today
    {
        get
        {
            var there = Host.Clock.GetUtcNow().AddHours(6);
            return new(there.Year, there.Month, there.Day);
        }
    }

    /// <param name="start">The day on which the walks begin; null: the host's own first day.</param>
    public static async Task<WalkWorld> BeginAsync(DateOnly? start = null)
    {
        var world = new WalkWorld();
        if (start is { } day && day > world.Today)
            world.Host.Clock.SetUtcNow(new DateTimeOffset(day.Year, day.Month, day.Day, 4, 0, 0, TimeSpan.Zero));
        world.Admin = await world.Host.SignedInAsync("admin");
        await world.Host.AddAimakOfAlamudunAsync();
        // the neighboring district has a unit too: every step there has an owner
        await world.HireUnitAsync();
        world.People =
        [
            await world.PersonAsync("holder.aksuu", PersonRole.Holder, Road.AkSuu, Road.Town),
            await world.PersonAsync("town.aksuu", PersonRole.Holder, Road.Town),
            await world.PersonAsync("holder.alamudun", PersonRole.Holder, Road.Alamudun),
            await world.PersonAsync("unit.aksuu", PersonRole.Unit, Road.AkSuu, Road.Town),
            await world.PersonAsync("unit.alamudun", PersonRole.Unit, Road.Alamudun),
            await world.PersonAsync("police.aksuu", PersonRole.Body, Road.AkSuu, Road.Town),
            await world.PersonAsync("ministry", PersonRole.Centre, Places.Reported),
        ];
        world.Home = await world.Admin.RegisterInstitutionAsync(capacity: 5_000);
        world._secret = (await world.Host.RegisterClientAsync("walks", ["signals"], Road.AkSuu)).Secret;
        world.Answers = await world.People[0].Browser.AnswersAsync(new() { ["absences"] = "serious" });
        var days = new List<(DateOnly, bool)>();
        foreach (var year in Enumerable.Range(2024, 6))
            days.AddRange(
                (await world.Admin.GetAsync($"/api/access/calendar/{year}").JsonAsync())
                    .GetProperty("days")
                    .EnumerateArray()
                    .Select(d => (Day(d.Text("date")), d.GetProperty("worked").GetBoolean()))
            );
        world.Calendar = new(days);
        await world.Host.SettleAsync();
        return world;
    }

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private async Task<Person> PersonAsync(string login, PersonRole role, params string[] reaches)
    {
        var id = await Host.InScopeAsync(s =>
            s.GetRequiredService<AccessDbContext>().Accounts.Where(a => a.Login == login).Select(a => a.SpecialistId).SingleAsync()
        );
        var browser = login == "unit.alamudun" ? await Host.SignedInAsync(login, AccessRoad.Chosen) : await Host.SignedInAsync(login);
        return new(login, id, role, reaches, browser);
    }

    private Task HireUnitAsync() =>
        Host.HireAsync(
            "holder.alamudun",
            ("Бөлүмова", "Айнура", "10101198700035"),
            "unit.alamudun",
            AccountTests.Access("territorial-unit", Road.Alamudun, Host.Today(), YearLater())
        );

    private string YearLater() => Today.AddYears(1).ToString("O", CultureInfo.InvariantCulture);

    /// <summary>Another state system, with a token of its own: tokens do not last for days.</summary>
    public Task<HttpClient> OtherSystemAsync() => Host.SystemAsync("walks", _secret);

    public Task GiveAccessAsync(string login, string territory) =>
        Host.ChangeAccessAsync(Admin, login, AccountTests.Access("holder", territory, Host.Today(), YearLater()));

    public async Task<HttpResponseMessage> PostAsync<T>(Person by, string path, object body, Guid id)
        where T : class, IVersioned => await by.Browser.PostAsync(path, body, await VersionAsync<T>(id));

    /// <summary>The version that a browser would have read a moment ago.</summary>
    public Task<string> VersionAsync<T>(Guid id)
        where T : class, IVersioned =>
        Host.InScopeAsync(async s =>
        {
            var context = Contexts.GetValueOrDefault(typeof(T), typeof(ChildrenDbContext));
            var db = (DbContext)s.GetRequiredService(context);
            var version = await db.Set<T>().Where(e => EF.Property<Guid>(e, "Id") == id).Select(e => e.Version).FirstOrDefaultAsync();
            return version.Etag();
        });

    private static readonly Dictionary<Type, Type> Contexts = new()
    {
        [typeof(Assessment)] = typeof(AssessmentsDbContext),
        [typeof(Registry.ProtectionPlans.Model.Plan)] = typeof(ProtectionPlansDbContext),
        [typeof(Registry.ProtectionPlans.Model.Visit)] = typeof(ProtectionPlansDbContext),
        [typeof(Registry.ProtectionPlans.Model.Closing)] = typeof(ProtectionPlansDbContext),
        [typeof(Placement)] = typeof(InstitutionsDbContext),
        [typeof(Disclosure)] = typeof(IntegrationDbContext),
    };

    public async Task<string> SectionVersionAsync(Guid child, string section) =>
        (await SectionVersionsAsync(child)).GetValueOrDefault(section, default(Guid).Etag());

    public Task<Dictionary<string, string>> SectionVersionsAsync(Guid child) =>
        Host.InScopeAsync(async s =>
            (
                await s.GetRequiredService<ChildrenDbContext>()
                    .CardSections.Where(x => x.ChildId == child)
                    .Select(x => new { x.Code, x.Version })
                    .ToListAsync()
            ).ToDictionary(x => x.Code.Code(), x => x.Version.Etag())
        );

    public Task<Guid> VisitIdAsync(CaseLife c, VisitLife visit) =>
        Host.InScopeAsync(async s =>
        {
            var ids = await s.GetRequiredService<ProtectionPlansDbContext>()
                .Visits.Where(v => v.CaseId == c.CaseId)
                .OrderBy(v => v.Id)
                .Select(v => v.Id)
                .ToListAsync();
            return ids[c.Visits.IndexOf(visit)];
        });

    public Task<Guid> LastChangeAsync(CaseLife c) =>
        Host.InScopeAsync(s =>
            s.GetRequiredService<ChildrenDbContext>()
                .Changes.Where(x => x.CaseId == c.CaseId)
                .OrderByDescending(x => x.Id)
                .Select(x => x.Id)
                .FirstAsync()
        );

    /// <summary>The ids of the questions about days found.</summary>
    public Task LearnDaysAsync(CaseModel model) =>
        Host.InScopeAsync(async s =>
        {
            var db = s.GetRequiredService<ChildrenDbContext>();
            foreach (var signal in model.Signals.Where(x => x.Day is { Answer: Answer.Waits }))
                signal.Day!.Id = await db
                    .Confirmations.Where(c => c.AboutId == signal.Id && c.Decision == Decision.ConfirmDayFound)
                    .OrderByDescending(c => c.Id)
                    .Select(c => c.Id)
                    .FirstOrDefaultAsync();
            return 0;
        });

    /// <summary>Hours pass; each night runs its jobs, and sessions stay open.</summary>
    public async Task PassAsync(int hours)
    {
        for (var day = Today; hours > 0; hours--)
        {
            Host.Clock.Advance(TimeSpan.FromHours(1));
            if (Today == day)
                continue;
            day = Today;
            await NightAsync();
        }
        await StayAsync();
    }

    /// <summary>Days without any act, and one night.</summary>
    public async Task PassDaysAsync(int days)
    {
        Host.Clock.Advance(TimeSpan.FromDays(days));
        await NightAsync();
        await StayAsync();
    }

    private Task StayAsync() =>
        Host.InScopeAsync(s =>
        {
            var now = Host.Clock.GetUtcNow().UtcDateTime;
            return s.GetRequiredService<AccessDbContext>()
                .Sessions.Where(x => x.SeenAt != null)
                .ExecuteUpdateAsync(set => set.SetProperty(x => x.SeenAt, now).SetProperty(x => x.EndsAt, now + Session.Longest));
        });

    private async Task NightAsync()
    {
        await Host.NightAsync();
        await Host.InScopeAsync(async s =>
        {
            await s.GetRequiredService<AnnouncePurges>().RunAsync(default);
            await s.GetRequiredService<PurgeAt28>().RunAsync(default);
            await s.GetRequiredService<EscalateOverdue>().RunAsync(default);
            await s.GetRequiredService<RunNightlyChecks>().RunAsync(default);
            return 0;
        });
    }

    /// <summary>A decree makes a day in the coming weeks a day off: terms in working days follow [19].</summary>
    public async Task DayOffAsync(DateOnly day)
    {
        var path = $"/api/access/calendar/{day.Year}";
        var year = await Admin.GetAsync(path).JsonAsync();
        var days = year.GetProperty("days").EnumerateArray().Where(d => d.Text("date") != Text(day)).Select(d => (object)d);
        await Admin
            .PostAsync(
                path,
                new
                {
                    seenVersion = year.GetProperty("version").GetInt32(),
                    days = days.Append(
                        new
                        {
                            date = Text(day),
                            worked = false,
                            estimated = false,
                            nameKy = "Кошумча дем алыш",
                            nameRu = "Дополнительный выходной",
                            nameEn = "Extra day off",
                        }
                    ),
                    confirm = $"{day.Year}",
                }
            )
            .JsonAsync();
        Calendar.DayOff(day);
        await Host.SettleAsync();
    }

    private static string Text(DateOnly day) => day.ToString("O", CultureInfo.InvariantCulture);

    public ValueTask DisposeAsync() => Host.DisposeAsync();
}
