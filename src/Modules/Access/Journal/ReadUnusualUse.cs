using Microsoft.EntityFrameworkCore;
using Registry.Access.Model;
using Registry.Basics.Access;
using Registry.Basics.Time;
using Registry.Web;

namespace Registry.Access.Journal;

internal enum UnusualKind
{
    /// <summary>Seals of very many children opened in a day.</summary>
    ManyRecords,

    /// <summary>Much done between 21 and 7 o'clock.</summary>
    OddHours,

    /// <summary>Refused repeatedly.</summary>
    RepeatedRefusals,

    /// <summary>Frequent look-ups of people outside the territory, or of numbers in the registers.</summary>
    LookUps,

    /// <summary>Tried to sign in although the access had ended or was suspended.</summary>
    AfterExpiry,
}

internal sealed record UnusualUse(DateOnly On, UnusualKind Kind, int Count, Guid AccountId, string Login, string FullName, Role? Role);

internal sealed record ReadUnusualUseResponse(IReadOnlyList<UnusualUse> Items);

/// <summary>Use of the last 30 days that somebody should look at [15.6, 28]: many records, odd hours, repeated refusals, tries after the access had ended.</summary>
internal sealed class ReadUnusualUseEndpoint(AccessDbContext db, UseSums sums, TimeProvider time) : ApiEndpoint<ReadUnusualUseResponse>
{
    private const int Days = 30;

    public override void Configure()
    {
        Get("access/journal/unusual");
        Guarded(Permission.ReadJournal, Reach.Administration, JournalKind.Read);
    }

    public override async Task HandleAsync(FastEndpoints.EmptyRequest request, CancellationToken ct)
    {
        var found = (await sums.SinceAsync(time.Today().AddDays(-Days), ct))
            .SelectMany(s =>
                new[]
                {
                    (s, Kind: UnusualKind.ManyRecords, Count: s.Records, Least: UseSums.ManyRecords),
                    (s, Kind: UnusualKind.OddHours, Count: s.AtOddHours, Least: UseSums.ManyAtOddHours),
                    (s, Kind: UnusualKind.RepeatedRefusals, Count: s.Refusals, Least: UseSums.ManyRefusals),
                    (s, Kind: UnusualKind.LookUps, Count: s.LookUps, Least: UseSums.ManyLookUps),
                    (s, Kind: UnusualKind.AfterExpiry, Count: s.AfterExpiry, Least: 1),
                }
            )
            .Where(x => x.Count >= x.Least)
            .ToList();
        var ids = found.Select(x => x.s.AccountId).Distinct().ToList();
        var people = await (
            from a in db.Accounts.AsNoTracking()
            where ids.Contains(a.Id)
            join s in db.Specialists on a.SpecialistId equals s.Id
            select new { a, s }
        ).ToDictionaryAsync(x => x.a.Id, ct);
        await Send.OkAsync(
            new([
                .. found
                    .Where(x => people.ContainsKey(x.s.AccountId))
                    .OrderByDescending(x => x.s.On)
                    .ThenBy(x => x.Kind)
                    .Select(x => UseOf(x.s, x.Kind, x.Count, people[x.s.AccountId].a, people[x.s.AccountId].s)),
            ]),
            ct
        );
    }

    private static UnusualUse UseOf(DayOfUse sums, UnusualKind kind, int count, Account account, Specialist specialist) =>
        new(sums.On, kind, count, account.Id, account.Login, specialist.FullName, account.Role);
}
