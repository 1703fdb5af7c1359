using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Registry.Basics.Access;
using Registry.Children.Model;
using Registry.Institutions.Model;
using Registry.Platform.Model;
using Registry.ProtectionPlans.Model;
using Registry.Tests.Access;
using Registry.Tests.Institutions;
using Registry.Tests.Merging;
using Registry.Tests.Purging;
using Registry.Web;
using Serilog;
using Serilog.Core;
using Serilog.Events;

namespace Registry.Tests.Host;

/// <summary>Whatever may exist at most once exists once, however many simultaneous requests there are.</summary>
[Clause("14.3")]
public sealed class AtMostOneTests(RegistryHost host) : IClassFixture<RegistryHost>, IAsyncLifetime
{
    private const int AtOnce = 20;
    private readonly RegistryHost _host = host;
    private HttpClient _admin = null!;
    private HttpClient _holder = null!;
    private HttpClient _ministry = null!;

    public async Task InitializeAsync() =>
        (_admin, _holder, _ministry) = (
            await _host.SignedInAsync("admin"),
            await _host.SignedInAsync("holder.aksuu"),
            await _host.SignedInAsync("ministry")
        );

    public Task DisposeAsync() => Task.CompletedTask;

    private delegate Task<Func<Task<HttpResponseMessage>>> Prepare(AtMostOneTests t);

    private static Prepare Call(Func<AtMostOneTests, HttpClient> by, string path, object body) =>
        t => Task.FromResult(() => by(t).PostAsync(path, body));

    /// <summary>Sets everything up so that one call may succeed, and returns that call.</summary>
    private static readonly Dictionary<string, Prepare> Cases = new()
    {
        ["ChangeTerritory"] = Call(
            t => t._admin,
            "/api/access/territories",
            new
            {
                code = "41702205840000",
                parent = Road.AkSuu,
                nameKy = "Бир",
                nameRu = "Один",
                nameEn = "One",
                validFrom = "2026-11-01",
            }
        ),
        ["RegisterBody"] = Call(
            t => t._admin,
            "/api/access/bodies",
            new
            {
                body = new
                {
                    nameKy = "Бир",
                    nameRu = "Один",
                    inn = "00150319945777",
                    address = "Каракол ш.",
                    level = "local",
                    kind = "education",
                    territory = Road.AkSuu,
                    departments = Array.Empty<object>(),
                },
            }
        ),
        ["RegisterSpecialist"] = async t =>
        {
            var body = (await t._admin.GetAsync("/api/access/bodies").JsonAsync()).GetProperty("items")[0].Id();
            var specialist = new
            {
                bodyId = body,
                surname = "Бирова",
                name = "Айжан",
                pin = "10101198500026",
                position = "Адис",
            };
            return () => t._admin.PostAsync("/api/access/specialists", new { specialist });
        },
        ["GrantAccess"] = async t =>
        {
            var body = (await t._admin.GetAsync("/api/access/specialists?search=Касымова").JsonAsync())
                .GetProperty("items")[0]
                .Id("bodyId");
            var specialist = new
            {
                bodyId = body,
                surname = "Бирова",
                name = "Жылдыз",
                pin = "10101198500034",
                position = "Адис",
            };
            var person = (await t._admin.PostAsync("/api/access/specialists", new { specialist }).JsonAsync(HttpStatusCode.Created)).Id();
            var access = AccountTests.Access("authorised-body", territory: null);
            var asked = new
            {
                specialistId = person,
                login = "one.request",
                access,
            };
            return () => t._admin.PostAsync("/api/access/accounts", asked);
        },
        ["AskPauseJob"] = async t =>
        {
            const string job = "/api/access/jobs/platform.back-up";
            var confirm = await t._admin.NameToTypeAsync($"{job}/consequences");
            return () => t._admin.PostAsync($"{job}/pause", new { reason = "Дискти алмаштыруу", confirm });
        },
        ["RegisterClient"] = async t =>
        {
            var body = (await t._admin.GetAsync("/api/access/bodies").JsonAsync()).GetProperty("items")[0].Id();
            var client = new
            {
                name = "Мектептер системасы",
                bodyId = body,
                scopes = new[] { "signals" },
                validFrom = "2026-01-01",
                validUntil = "2027-12-31",
                territory = Road.AkSuu,
                addresses = Array.Empty<string>(),
                perMinute = 600,
            };
            return () => t._admin.PostAsync("/api/access/clients", new { clientId = "one", client });
        },
        ["NameSealedReader"] = async t =>
        {
            // no one can name themselves
            var access = AccountTests.Access("authorised-body", territory: null);
            await t._host.HireAsync("ministry", ("Үчүнчүева", "Нурила", "10101198700043"), "ministry.third", access);
            var person = (await t._ministry.GetAsync("/api/access/sealed-readers").JsonAsync()).GetProperty("candidates")[0];
            var named = new { specialistId = person.Id("specialistId"), reason = "Асырап алуу" };
            return () => t._ministry.PostAsync("/api/access/sealed-readers", named);
        },
        ["CreateMaterial"] = t =>
        {
            var material = new
            {
                kind = "guide",
                screen = "one",
                title = new
                {
                    ky = "Бир",
                    ru = "Один",
                    en = "One",
                },
                text = new
                {
                    ky = "Бир",
                    ru = "Один",
                    en = "One",
                },
            };
            return Task.FromResult(() => t._ministry.PostAsync("/api/reporting/material-drafts", new { material }));
        },
        ["RegisterInstitution"] = Call(t => t._admin, "/api/institutions", new { institution = Homes.Institution(inn: "02000000009999") }),
        ["PlaceChild"] = async t =>
        {
            var child = await t.CardAsync();
            var placement = Homes.Placement(null, "2026-11-21", "kin", "Чоң энеси");
            return () => t._holder.PostAsync($"/api/institutions/placements/of-child/{child}", placement);
        },
        ["OfferTransfer"] = async t =>
        {
            var child = await t.CardAsync();
            var to = (await t._holder.GetAsync($"/api/children/transfers/receivers?territory={Road.Alamudun}").JsonAsync())
                .GetProperty("items")[0]
                .Id();
            var offer = new
            {
                to,
                territory = Road.Alamudun,
                reason = "Көчтү",
            };
            return () => t._holder.PostAsync($"/api/children/cards/{child}/transfers", offer);
        },
        ["RequestVoid"] = async t =>
        {
            var child = await t.CardAsync();
            return () => t._holder.PostAsync($"/api/children/cards/{child}/void", new { reason = "Жаңылыш" });
        },
        ["RequestCase"] = async t =>
        {
            var pin = Road.NewPin();
            await (await t._host.SignedInAsync("holder.alamudun")).OpenCardAsync(
                Road.NewIdentity(pin: pin),
                Road.Signal(territory: Road.Alamudun, child: new { })
            );
            var signal = (await t._holder.RegisterAsync(Road.Signal(child: new { pin }))).Id();
            var asked = new
            {
                pin,
                reason = "Бала бизде табылды",
                signalId = signal,
            };
            return () => t._holder.PostAsync("/api/children/case-requests", asked);
        },
        ["MergeCards"] = async t =>
        {
            var (kept, other) = (await t.CardAsync(), await t.CardAsync());
            var name = await t._holder.NameToTypeAsync($"/api/children/cards/{kept}/merge/consequences?otherId={other}");
            return () => t._holder.TryMergeAsync(kept, other, name);
        },
        ["AskMerge"] = async t =>
        {
            var (here, _, _, number) = await t.ElsewhereAsync();
            return () => t._holder.PostAsync($"/api/children/cards/{here}/ask-merge", new { otherNumber = number, reason = "Бир бала" });
        },
        ["StartAssessment"] = async t =>
        {
            var child = await t.CardAsync();
            return () => t._holder.PostAsync($"/api/assessments/of-child/{child}", new { });
        },
        ["FormPlan"] = async t =>
        {
            var child = await t.AssessedAsync();
            return () => t._holder.PostAsync($"/api/plans/of-child/{child}", new { });
        },
        ["PlanVisit"] = async t =>
        {
            var child = await t.CardAsync();
            return () => t._holder.PostAsync($"/api/plans/visits/of-child/{child}", new { on = "2026-12-01" });
        },
        ["RequestClosing"] = async t =>
        {
            var child = await t.CardAsync();
            var asked = new
            {
                ending = "moved-abroad",
                happenedOn = "2026-11-23",
                reason = "Көчтү",
            };
            return () => t._holder.PostAsync($"/api/closings/of-child/{child}", asked);
        },
        ["DecidePurge"] = async t =>
        {
            var child = await t.HeldAsync();
            return () => t.RuleAsync(child);
        },
        ["ConfirmPurge"] = async t =>
        {
            var child = await t.HeldAsync();
            await t.RuleAsync(child).NothingAsync();
            var second = await t._host.SecondOfMinistryAsync();
            return () => second.PostAsync($"/api/children/purges-due/{child}/confirm", new { confirm = true });
        },
    };

    private async Task<Guid> CardAsync() => (await _holder.OpenCardAsync(Road.NewIdentity())).Id("childId");

    private async Task<Guid> AssessedAsync()
    {
        var child = await CardAsync();
        await _holder.EnterInformationAsync(child);
        await _holder.AssessAsync(child);
        await _host.SettleAsync();
        return child;
    }

    private async Task<(Guid Here, string HereNumber, Guid There, string ThereNumber)> ElsewhereAsync()
    {
        var other = await _host.SignedInAsync("holder.alamudun");
        var here = await CardAsync();
        var there = (
            await other.OpenCardAsync(
                Road.NewIdentity("Эгизова"),
                Road.Signal(territory: Road.Alamudun, foundOn: "2026-11-19", child: new { })
            )
        ).Id("childId");
        return (here, await NumberAsync(_holder, here), there, await NumberAsync(other, there));
    }

    private static async Task<string> NumberAsync(HttpClient holder, Guid child) =>
        (await holder.CardAsync(child)).GetProperty("case").Text("number");

    /// <summary>A due record with an objection to its purge.</summary>
    private async Task<Guid> HeldAsync()
    {
        var child = await _holder.BornAsync();
        await _host.AgedAsync(child, "1998-01-01");
        await _host.AnnouncedLongAgoAsync(child);
        await _host.PurgeNightAsync();
        return child;
    }

    private Task<HttpResponseMessage> RuleAsync(Guid child) =>
        _ministry.PostAsync($"/api/children/purges-due/{child}/decide", new { ruling = "purge", reason = "Иш менен тааныштым" });

    public static TheoryData<string> Rules => [.. Cases.Keys];

    [Theory]
    [MemberData(nameof(Rules))]
    public async Task Of_twenty_calls_at_once_one_succeeds_and_the_others_are_told(string useCase)
    {
        var call = await Cases[useCase](this);
        var answers = await AtOnceAsync(call);
        var told = await Task.WhenAll(answers.Select(async a => $"{(int)a.StatusCode} {await a.Content.ReadAsStringAsync()}"));
        Assert.True(answers.Count(a => a.IsSuccessStatusCode) == 1, string.Join('\n', told.Distinct()));
        Assert.All(told, t => Assert.Matches("^(20[0-9]|400|409|412) ", t));
    }

    private static Task<HttpResponseMessage[]> AtOnceAsync(Func<Task<HttpResponseMessage>> call) =>
        Task.WhenAll(Enumerable.Range(0, AtOnce).Select(_ => Task.Run(call)));

    [Fact]
    public void Every_call_that_is_marked_is_tried_and_no_other()
    {
        var marked = Endpoints().Where(e => e.Rule is not null).Select(e => e.Name).Order(StringComparer.Ordinal);
        Assert.Equal(marked, Cases.Keys.Order(StringComparer.Ordinal));
    }

    /// <summary>Why a changing call without a version may succeed several times concurrently.</summary>
    private static readonly Dictionary<string, string> MayRepeat = new()
    {
        ["AddAttachment"] = Another,
        ["AddEvidence"] = Another,
        ["AddInspection"] = Another,
        ["AddMaterialFile"] = Another,
        ["AttachToSignal"] = Another,
        ["CreateCourse"] = Another,
        ["FreezeReport"] = Another,
        ["FreezeSummary"] = Another,
        ["PrintPaper"] = Another,
        ["RegisterDisclosure"] = Another,
        ["RegisterSignal"] = Another,
        ["ReportChange"] = Another,
        ["SendSignal"] = Another,
        ["TakeCourse"] = Another,
        ["ChangeOwnPassword"] = "the old password fits once",
        ["ChooseLanguage"] = "the last word stands",
        ["ChooseNotices"] = Same,
        ["ConfirmClock"] = Same,
        ["DiscardDeadLetter"] = "the second one finds nothing",
        ["DropDraft"] = Same,
        ["EndSession"] = Same,
        ["FinishTour"] = Same,
        ["LinkSibling"] = Same,
        ["LoadBoundaries"] = Same,
        ["ReadNotices"] = Same,
        ["RemoveMaterialFile"] = "the second one finds nothing",
        ["RetryDeadLetter"] = Same,
        ["SaveDictionaryItem"] = Same,
        ["SaveDraft"] = "the last word stands",
        ["SaveFurtherField"] = Same,
        ["TellOpenForm"] = Same,
        ["SaveView"] = Same,
        ["RemoveView"] = Same,
        ["ReportMeasure"] = "the last word stands",
        ["ChangeJob"] = Same,
        ["RunJob"] = "a job that runs is not started again by its own lock",
        ["ImportTerritories"] = "the version of the first one is in the way of the second",
        ["ChangeCalendar"] = "the version of the first one is in the way of the second",
        ["TakeFromRegisters"] = "the section's version of the first one is in the way of the second",
        ["AddPasskey"] = "a challenge is answered once",
        ["AskForPasskey"] = Another,
        ["DecidePauseJob"] = "the second one finds nothing asked",
        ["LiftBlock"] = Same,
        ["MakeRecoveryCodes"] = "the last ones count",
        ["RemovePasskey"] = "the second one finds nothing",
    };

    private const string Another = "each one is another thing";
    private const string Same = "the second one changes nothing more";

    [Fact]
    public void Every_change_without_a_version_is_marked_or_says_why_it_may_come_twice()
    {
        var open = Endpoints()
            .Where(e => e.Guard is { Kind: JournalKind.Change, NeedsIfMatch: false } && e.Rule is null)
            .Select(e => e.Name)
            .Distinct()
            .Order(StringComparer.Ordinal)
            .ToList();
        Assert.Equal(open, MayRepeat.Keys.Order(StringComparer.Ordinal));
    }

    /// <summary>The call that tests each unique index, or why none does.</summary>
    private static readonly Dictionary<string, string> Indexes = new()
    {
        ["IX_access_OpenIddictApplications_ClientId"] = "RegisterClient",
        ["IX_access_OpenIddictScopes_Name"] = "made at the start, by one host at a time",
        ["IX_access_OpenIddictTokens_ReferenceId"] = "random numbers of the library",
        ["IX_access_accounts_Login"] = "GrantAccess",
        ["IX_access_accounts_SpecialistId_Nth"] = "a person's first and second access: AccessRequestTests",
        ["IX_access_passkeys_CredentialHash"] = "a device's key is added by the answer to one challenge: PasskeyTests",
        ["IX_access_recovery_codes_AccountId_Hash"] = "random codes",
        ["IX_access_sessions_OutsidePass"] = "one session by a provider's word: OutsideSignInTests",
        ["IX_access_bodies_Inn"] = "RegisterBody",
        ["IX_access_clients_ClientId"] = "RegisterClient",
        ["IX_access_notices_AccountId_Matter"] = "news of one matter that two hosts tell at once: NoticesTests",
        ["IX_access_notices_Kind_Key_AccountId"] = "news that two hosts tell at once: NoticesTests",
        ["IX_access_saved_views_AccountId_Screen_Name"] = "SaveView: the last word stands",
        ["IX_access_specialists_PinToken"] = "RegisterSpecialist",
        ["IX_access_territories_Code_ValidFrom"] = "ChangeTerritory",
        ["IX_children_case_requests_RequestedBy_RequestedOn_OfDay"] = "RequestCase",
        ["IX_children_cases_Number"] = "numbers of cases: Two_hosts_that_begin_a_series_at_once_give_every_number_once",
        ["IX_children_look_ups_AskedBy_On_Kind_Question_AboutId"] = "questions under a hold: Two_equal_questions_at_once_count_once",
        ["IX_children_signals_Number"] = "numbers of signals: Two_hosts_that_begin_a_series_at_once_give_every_number_once",
        ["IX_draft_of_case"] = "StartAssessment",
        ["IX_institutions_institutions_Inn"] = "RegisterInstitution",
        ["IX_integration_disclosures_Number"] = "random numbers",
        ["IX_platform_journal_blocks_PreviousSeq"] = "a block after a block: TwoHostsTests",
        ["IX_platform_journal_days_PreviousSeq"] = "a day after a day: TwoHostsTests",
        ["IX_open_request"] = "GrantAccess",
        ["IX_platform_purges_SubjectId"] = "the purge of two hosts: PurgeTests",
        ["IX_one_pin"] = "one number on two cards at once: OnePinTests",
        ["IX_open_case_request"] = "RequestCase",
        ["IX_open_closing"] = "RequestClosing",
        ["IX_open_confirmation"] = "RequestVoid",
        ["IX_open_merge"] = "AskMerge",
        ["IX_open_once"] = "one step owed twice: OneOpenStepTests",
        ["IX_open_transfer"] = "OfferTransfer",
        ["IX_owed_notice"] = "handlers of one event run one after the other",
        ["IX_plans_plans_CaseId_PlanVersion"] = "FormPlan",
        ["IX_reporting_frozen_reports_Number"] = "random numbers",
        ["IX_reporting_material_editions_MaterialId_Number"] = "an edition begins with the version of the one before",
        ["IX_reporting_materials_Screen"] = "CreateMaterial",
        ["IX_reporting_papers_Number"] = "random numbers",
        ["IX_sealed_reader"] = "NameSealedReader",
    };

    [Fact]
    public async Task Every_unique_index_is_tried_by_a_call()
    {
        var found = await _host.InScopeAsync(s =>
            Task.FromResult(
                s.GetServices<MigratedContext>()
                    .Select(c => (DbContext)s.GetRequiredService(c.Type))
                    .Where(c => c is ModuleDbContext)
                    .SelectMany(c => c.Model.GetEntityTypes())
                    .SelectMany(e => e.GetIndexes().Where(i => i.IsUnique))
                    .Select(i => $"{i.GetDatabaseName()}")
                    .Distinct()
                    .Order(StringComparer.Ordinal)
                    .ToList()
            )
        );
        Assert.Equal(found, Indexes.Keys.Order(StringComparer.Ordinal));
        Assert.All(Indexes.Values, v => Assert.True(Cases.ContainsKey(v) || v.Contains(' ', StringComparison.Ordinal), v));
    }

    private IEnumerable<(string Name, AtMostOneRule? Rule, Guard? Guard)> Endpoints() =>
        _host
            .Service<EndpointDataSource>()
            .Endpoints.Where(e => e.Metadata.GetMetadata<UseCase>() is not null)
            .Select(e =>
                (e.Metadata.GetMetadata<UseCase>()!.Name, e.Metadata.GetMetadata<AtMostOneRule>(), e.Metadata.GetMetadata<Guard>())
            );

    [Fact]
    public async Task Two_districts_that_ask_at_once_about_the_same_two_cards_ask_one_question()
    {
        var there = await _host.SignedInAsync("holder.alamudun");
        var (mine, mineNumber, theirs, theirNumber) = await ElsewhereAsync();
        var answers = await Task.WhenAll(
            Enumerable
                .Range(0, AtOnce)
                .Select(i =>
                    Task.Run(() =>
                        i % 2 == 0
                            ? _holder.PostAsync($"/api/children/cards/{mine}/ask-merge", new { otherNumber = theirNumber, reason = "x" })
                            : there.PostAsync($"/api/children/cards/{theirs}/ask-merge", new { otherNumber = mineNumber, reason = "x" })
                    )
                )
        );
        Assert.Single(answers, a => a.StatusCode is HttpStatusCode.Created);
    }

    [Fact]
    public async Task Brothers_and_sisters_that_are_linked_at_once_are_linked_once()
    {
        var (one, other) = (await CardAsync(), await CardAsync());
        var answers = await Task.WhenAll(
            Enumerable
                .Range(0, AtOnce)
                .Select(i =>
                    Task.Run(() =>
                        _holder.PostAsync(
                            $"/api/institutions/siblings/of-child/{(i % 2 == 0 ? one : other)}",
                            new { siblingId = i % 2 == 0 ? other : one }
                        )
                    )
                )
        );
        Assert.All(answers, a => Assert.Equal(HttpStatusCode.NoContent, a.StatusCode));
        var links = await _host.InScopeAsync(s =>
            s.GetRequiredService<InstitutionsDbContext>().Siblings.CountAsync(l => l.ChildId == one || l.SiblingId == one)
        );
        Assert.Equal(2, links);
    }

    [Fact]
    public async Task The_last_place_of_an_institution_is_taken_once()
    {
        var home = await _admin.RegisterInstitutionAsync(capacity: 1);
        var children = new List<Guid>();
        for (var i = 0; i < 5; i++)
            children.Add(await CardAsync());
        var answers = await Task.WhenAll(
            children.Select(c => Task.Run(() => _holder.PostAsync($"/api/institutions/placements/of-child/{c}", Homes.Placement(home))))
        );
        Assert.Single(answers, a => a.StatusCode is HttpStatusCode.Created);
    }

    [Fact]
    [Clause("13b.4")]
    public async Task Two_visits_recorded_at_once_plan_one_next_visit()
    {
        var (child, _) = await _host.PlanInForceAsync(_holder);
        await _holder.PostAsync($"/api/plans/visits/of-child/{child}", new { on = "2026-11-23" }).JsonAsync(HttpStatusCode.Created);
        var expected = (await _holder.GetAsync($"/api/plans/visits/of-child/{child}").JsonAsync())
            .GetProperty("items")
            .EnumerateArray()
            .ToList();
        Assert.Equal(2, expected.Count);
        var made = new
        {
            on = "2026-11-23",
            place = "Үйүндө",
            seen = "Бала",
            finding = "same",
            findings = new Dictionary<string, string> { ["safety"] = "Жакшы" },
            nextStep = "Улантуу",
        };
        var answers = await Task.WhenAll(
            expected.Select(v => Task.Run(() => _holder.PostAsync($"/api/plans/visits/{v.Id()}/record", made, v.Id("version").Etag())))
        );
        Assert.All(answers, a => Assert.Equal(HttpStatusCode.NoContent, a.StatusCode));
        var waiting = await _host.InScopeAsync(s =>
            s.GetRequiredService<ProtectionPlansDbContext>().Visits.CountAsync(v => v.ChildId == child && v.MadeOn == null)
        );
        Assert.Equal(1, waiting);
    }

    [Fact]
    [Clause("15.6")]
    public async Task Two_equal_questions_at_once_count_once()
    {
        var signal = (await _holder.RegisterAsync()).Id();
        var asked = new { identity = Road.NewIdentity("Тең"), signalId = signal };
        var answers = await AtOnceAsync(() => _holder.PostAsync("/api/children/duplicates", asked));
        Assert.Contains(answers, a => a.IsSuccessStatusCode);
        Assert.DoesNotContain(answers, a => (int)a.StatusCode >= 500);
        var counted = await _host.InScopeAsync(s => s.GetRequiredService<ChildrenDbContext>().LookUps.CountAsync(l => l.AboutId == signal));
        Assert.Equal(1, counted);
    }

    [Fact]
    [Clause("28")]
    public async Task A_conflict_that_is_answered_is_no_error_in_the_log()
    {
        var log = new Log();
        await using var own = new RegistryHost { With = services => services.AddSerilog(logger => logger.WriteTo.Sink(log)) };
        var holder = await own.SignedInAsync("holder.aksuu");
        // the second key conflicts with the first: the database itself refuses
        var drafts = await AtOnceAsync(() => holder.PostAsync("/api/children/signals", Road.Signal(), key: "one-key"));
        Assert.All(drafts, a => Assert.Equal(HttpStatusCode.Created, a.StatusCode));
        var child = (await holder.OpenCardAsync()).Id("childId");
        var version = (await holder.CardAsync(child)).SectionVersion("residence");
        var section = new { noResidence = true, livesWith = "Чоң энеси" };
        var edits = await AtOnceAsync(() => holder.PutAsync($"/api/children/cards/{child}/residence", new { section }, version));
        Assert.Contains(edits, a => a.StatusCode is HttpStatusCode.PreconditionFailed);
        Assert.Empty(log.Errors);
    }

    private sealed class Log : ILogEventSink
    {
        public ConcurrentBag<string> Errors { get; } = [];

        public void Emit(LogEvent logEvent)
        {
            if (logEvent.Level >= LogEventLevel.Error)
                Errors.Add(logEvent.RenderMessage(CultureInfo.InvariantCulture));
        }
    }

    [Fact]
    public async Task A_hundred_sendings_under_one_key_all_get_the_first_answer()
    {
        var child = await CardAsync();
        foreach (
            var (path, body) in new (string, object)[]
            {
                ("/api/children/signals", Road.Signal()),
                ($"/api/children/cards/{child}/void", new { reason = "Жаңылыш" }),
            }
        )
        {
            var key = Guid.CreateVersion7().ToString();
            var answers = await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => Task.Run(() => _holder.PostAsync(path, body, key: key))));
            Assert.All(answers, a => Assert.Equal(HttpStatusCode.Created, a.StatusCode));
            Assert.Single((await Task.WhenAll(answers.Select(a => a.Content.ReadAsStringAsync()))).Distinct());
        }
    }

    [Fact]
    public async Task Two_hosts_that_begin_a_series_at_once_give_every_number_once()
    {
        await using var first = new RegistryHost();
        await using var second = RegistryHost.On(first.Folder);
        // the first reports of a year
        foreach (var each in new[] { first, second })
            each.Clock.SetUtcNow(new(2026, 12, 31, 18, 0, 0, TimeSpan.Zero));
        var (here, there) = (await first.SignedInAsync("holder.aksuu"), await second.SignedInAsync("holder.aksuu"));
        var answers = await Task.WhenAll(
            Enumerable
                .Range(0, AtOnce)
                .Select(i =>
                    Task.Run(() => (i % 2 == 0 ? here : there).PostAsync("/api/children/signals", Road.Signal(foundOn: "2027-01-01")))
                )
        );
        var numbers = await Task.WhenAll(
            answers.Select(async a => (await Task.FromResult(a).JsonAsync(HttpStatusCode.Created)).Text("number"))
        );
        Assert.Equal(Enumerable.Range(1, AtOnce).Select(n => $"S-41702205-2027-{n:D6}"), numbers.Order(StringComparer.Ordinal));
    }
}
