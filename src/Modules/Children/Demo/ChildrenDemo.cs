using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Registry.Basics.Access;
using Registry.Basics.People;
using Registry.Basics.Time;
using Registry.Children.Model;
using Registry.Contracts;
using Registry.Platform.Model;
using Registry.Platform.Sealing;
using Registry.Platform.Time;
using Registry.Platform.Vault;

namespace Registry.Children.Demo;

/// <summary>Synthetic children at every stage, for Development: names are combined at random and refer to no real person.</summary>
internal static class ChildrenDemo
{
    /// <summary>Unless overridden by <c>Registry:DemoChildren</c>.</summary>
    private const int ChildrenOfDistrict = 150;

    /// <summary>For a town or an aiyl aimak.</summary>
    private const int ChildrenBelow = 9;
    private const int Seed = 2026;

    /// <summary>Every third signal is not processed yet.</summary>
    private const int Opened = 3;

    /// <summary>Every fifth child has a personal number.</summary>
    private const int WithNumber = 5;
    private static readonly string[] Accounts =
    [
        "Мектепке эки жумадан бери келбейт, үйүндө чоң энеси менен жалгыз.",
        "Соседи сообщают, что ребёнок остаётся один на несколько дней.",
        "Ата-энеси эмгек миграциясында, каражат жетишпейт.",
        "При обходе выявлен ребёнок без документов.",
    ];
    private static readonly LegalStatus[] DemoCauses =
    [
        new(["migrant-parents"], Causes: ["labour-migration"]),
        new(NoSpecialStatus: true, Causes: ["poverty"]),
        new(["half-orphan"], Causes: ["loss-of-one-parent", "poverty"]),
        new(["full-orphan"], Causes: ["loss-of-both-parents"]),
        new(NoSpecialStatus: true, Causes: ["violence"]),
        new(["without-documents"], Causes: ["no-birth-certificate"]),
        new(NoSpecialStatus: true, Causes: ["out-of-school", "child-labour"]),
        new(NoSpecialStatus: true, Causes: ["neglect", "alcohol-drugs"]),
    ];
    private static readonly string[] Channels = ["school", "citizen", "helpline-111", "visit", "police", "health"];

    /// <summary>The cases with a card, the oldest in the Base first; empty if the demo already existed.</summary>
    public static async Task<IReadOnlyList<CaseRef>> LoadAsync(
        IServiceProvider services,
        IReadOnlyList<(Guid AccountId, Guid SpecialistId, string Territory)> holders,
        CancellationToken ct
    )
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<ChildrenDbContext>();
        if (await db.Signals.AnyAsync(ct))
            return [];
        var ofDistrict = services.GetRequiredService<IConfiguration>().GetValue("Registry:DemoChildren", ChildrenOfDistrict);
        var cases = new List<CaseRef>();
#pragma warning disable CA5394 // the demo must be the same on every machine
        var random = new Random(Seed);
#pragma warning restore CA5394
        foreach (var (accountId, specialistId, territory) in holders)
        {
            var caller = new Caller(accountId, Guid.Empty, specialistId, Guid.Empty, Role.Holder, [], DataScope.In(territory));
            for (
                var i = 0;
                i < (Soate.Prefix(territory).Length > Soate.DistrictLength ? Math.Min(ChildrenBelow, ofDistrict) : ofDistrict);
                i++
            )
            {
                if (await AddAsync(scope.ServiceProvider, db, caller, territory, i, random, ct) is { } opened)
                    cases.Add(opened);
                // otherwise each save scans all tracked entities
                db.ChangeTracker.Clear();
            }
        }
        return cases;
    }

    private static async Task<CaseRef?> AddAsync(
        IServiceProvider services,
        ChildrenDbContext db,
        Caller caller,
        string territory,
        int order,
        Random random,
        CancellationToken ct
    )
    {
        var time = services.GetRequiredService<TimeProvider>();
        var clock = services.GetRequiredService<StatutoryClock>();
        var seal = await services.GetRequiredService<Vault>().NewSubjectAsync(ct);
        var sex = random.Next(2) == 0 ? Sex.Female : Sex.Male;
        var surnames = SyntheticPeople.Surnames;
        var names = sex is Sex.Female ? SyntheticPeople.Girls : SyntheticPeople.Boys;
        var (surnameAt, nameAt) = (random.Next(surnames.Count), random.Next(names.Count));
        var (surname, name) = (surnames[surnameAt] + (sex is Sex.Female ? "а" : ""), names[nameAt]);
        var birthDate = time.Today().AddDays(-random.Next(2 * 365, 17 * 365));
        // children with a card were found up to half a year ago, those without within days
        var found = time.Today().AddDays(order % Opened == 0 ? -random.Next(0, 6) : -random.Next(5, 180));
        var source = order % 3 == 0 ? SignalSource.FoundBySpecialist : SignalSource.ReportReceived;
        var known = new FirstKnown(surname, name, Sex: sex, BirthDate: birthDate);
        var account = Accounts[random.Next(Accounts.Length)];
        var request = new SignalReport(
            source,
            Channels[random.Next(Channels.Length)],
            (Urgency)(order % 7 == 0 ? 1 : 0),
            found,
            territory,
            account,
            new(order % 4 == 0),
            known,
            found
        );
        var contents = new SignalContents(account, null, null, null, request.Reporter, known);
        var numbers = services.GetRequiredService<Numbers>();
        var number = await numbers.NextAsync(db, NumberKind.Signal, territory, time.Today(), ct);
        var signal = Signal.Register(request, number, (contents, seal), caller, time.MomentOf(found), SignalReceiver.Holders, null);
        signal.Remember(found);
        var child = Child.Report(signal, known, seal);
        db.AddRange(signal, child);
        var about = new DeadlineSubject(signal.Id, number, child.Id, territory, caller.SpecialistId);
        var index = services.GetRequiredService<SearchIndex>();
        if (order % Opened == 0)
        {
            await index.AddAsync(db, child, known.AsIdentity(), seal, ct);
            await clock.StartAsync(
                db,
                source is SignalSource.FoundBySpecialist ? StatutoryTerm.EnterFoundChild : StatutoryTerm.ProcessReport,
                found,
                about,
                ct
            );
            await db.SaveChangesAsync(ct);
            return null;
        }
        // most children have no number; those with one are known to the simulated registers
        var pin =
            order % WithNumber == 1
                ? SyntheticPeople.PinOf(sex is Sex.Female, birthDate, surnameAt, nameAt, order / WithNumber % 10)
                : null;
        var held = services.GetRequiredService<PersonalNumbers>();
        // two invented children may get the same number: the second has none
        if (pin is not null && await held.HolderAsync(await held.TokenAsync(pin, ct), child.Id, ct) is not null)
            pin = null;
        var identity = new Identity(
            surname,
            name,
            NoPatronymic: true,
            Sex: sex,
            BirthDate: birthDate,
            Pin: pin,
            Citizenship: "Кыргыз Республикасы"
        );
        signal.OpenCard(found);
        signal.Remember(found);
        child.Register(identity, seal);
        await held.HoldAsync(child, null, identity, caller, "pin", ct);
        var legal = DemoCauses[random.Next(DemoCauses.Length)];
        var finding = new Finding(found, territory, null, account);
        var opened = Card.Open(child.Id, identity, finding, null, seal, caller.SpecialistId, time.Utc()).ToList();
        var status = opened.OfType<CardSection>().Single(s => s.Code is SectionCode.LegalStatus);
        opened.Add(status.Change(legal, seal, caller.SpecialistId, time.Utc()));
        if (order % 6 == 1)
        {
            var disability = new Disability(true, "child", found, found.AddYears(2));
            opened.Add(
                opened
                    .OfType<CardSection>()
                    .Single(s => s.Code is SectionCode.Disability)
                    .Change(disability, seal, caller.SpecialistId, time.Utc())
            );
            child.Count(disability);
        }
        child.Count(legal);
        if (legal.Statuses?.Contains("migrant-parents") == true)
        {
            var relatives = new Relatives(
                ParentState.AbroadForWork,
                ParentState.AbroadForWork,
                [
                    new("mother", $"{surname.TrimEnd('а')}а Айгүл", AbroadForWork: true, Country: "РФ"),
                    new("father", $"{surname.TrimEnd('а')} Эрлан", AbroadForWork: true),
                ]
            );
            opened.Add(
                opened
                    .OfType<CardSection>()
                    .Single(s => s.Code is SectionCode.Relatives)
                    .Change(relatives, seal, caller.SpecialistId, time.Utc())
            );
            child.Count(relatives);
            child.CallToo(OtherNames.None.With(relatives), seal);
        }
        child.Count(Card.Completeness([.. opened.OfType<CardSection>()]), found);
        child.Remember(found);
        db.AddRange(opened);
        await index.AddAsync(db, child, identity, seal, ct);
        var @case = Case.Open(await numbers.NextAsync(db, NumberKind.Case, territory, time.Today(), ct), signal, found, caller);
        db.AddRange(@case, CaseEvent.Of(@case, caller, found.ToDateTime(default, DateTimeKind.Utc)));
        var report = await clock.StartAsync(db, StatutoryTerm.ProcessReport, found, about with { Number = @case.Number }, ct);
        if (order % 7 != 1)
        {
            report.Meet(report.DueOn);
            @case.EnterInformation(report.DueOn);
            db.Add(CaseEvent.Of(@case, caller, report.DueOn.ToDateTime(default, DateTimeKind.Utc)));
        }
        await clock.StartAsync(db, StatutoryTerm.Assess, found, about with { AboutId = @case.Id, Number = @case.Number }, ct);
        await db.SaveChangesAsync(ct);
        return new(@case.Id, child.Id, @case.Number, territory, found, caller.SpecialistId, IsClosed: false);
    }
}
