using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Registry.Basics;
using Registry.Basics.Access;
using Registry.Basics.Time;
using Registry.Contracts;
using Registry.Platform.Sealing;
using Registry.Platform.Vault;

namespace Registry.Children.Model;

/// <summary>
/// Counts queries that could reveal people outside the user's scope: few per person and day, few per signal; the administrators are notified at once
/// of a high number [15.6, 25.1, 28].
/// </summary>
internal sealed class LookUpRecorder(ChildrenDbContext db, SearchIndex index, IServiceScopeFactory scopes, Vault vault, TimeProvider time)
{
    /// <summary>Distinct queries of one kind per person and day.</summary>
    public const int MostADay = 30;

    /// <summary>Cards whose number one person may look up in the registers per day.</summary>
    public const int MostCardsADay = 150;

    /// <summary>Distinct numbers looked up in the registers for one signal, or for one case per day.</summary>
    public const int MostAboutOne = 3;

    /// <summary>From this count on the administrators are notified; card look-ups are everyday work.</summary>
    public const int Frequent = 10;

    /// <summary>Records a query before it is answered; the caller saves. Of two concurrent ones the second counts the first.</summary>
    /// <param name="asked">The query as text: only a keyed hash of it is kept.</param>
    /// <returns>Null if the person has reached today's limit, or the limit for this subject.</returns>
    public async Task<LookUp?> TryAskAsync(LookUpKind kind, string asked, Guid child, Guid about, Caller by, CancellationToken ct)
    {
        await db.HoldAsync($"look-ups-{by.SpecialistId:N}", ct);
        var today = time.Today();
        var question = (await index.TokensAsync(ct)).Of($"{kind}:{asked}");
        var mine = db.LookUps.Where(l => l.AskedBy == by.SpecialistId && l.On == today && l.Kind == kind);
        if (await mine.FirstOrDefaultAsync(l => l.Question == question && l.AboutId == about, ct) is { } again)
            return again;
        var made = await mine.CountAsync(ct);
        if (
            made >= (kind is LookUpKind.CardRegister ? MostCardsADay : MostADay)
            || await AskedEnoughAsync(kind, about, question, today, ct)
        )
            return null;
        var lookUp = LookUp.Ask(kind, child, about, question, by.SpecialistId, today, time.Utc());
        db.LookUps.Add(lookUp);
        if (made + 1 == Frequent && kind is not LookUpKind.CardRegister)
            db.Publish(new LookUpsFrequent(by.AccountId, today, made + 1), time);
        return lookUp;
    }

    private async Task<bool> AskedEnoughAsync(LookUpKind kind, Guid about, long question, DateOnly today, CancellationToken ct)
    {
        if (kind is not (LookUpKind.Register or LookUpKind.CardRegister))
            return false;
        var asked = db.LookUps.Where(l => l.Kind == kind && l.AboutId == about && l.Question != question);
        if (kind is LookUpKind.CardRegister)
            asked = asked.Where(l => l.On == today);
        return await asked.Select(l => l.Question).Distinct().CountAsync(ct) >= MostAboutOne;
    }

    /// <summary>Records a query in its own transaction: it counts whatever becomes of the call.</summary>
    /// <param name="reason">The reason for it, in the specialist's words.</param>
    /// <exception cref="DomainException"><c>look-up.too-many</c>, 429.</exception>
    public async Task AskNowAsync(LookUpKind kind, string asked, Guid child, Guid about, Caller by, string? reason, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var own = scope.ServiceProvider.GetRequiredService<ChildrenDbContext>();
        var lookUp =
            await scope.ServiceProvider.GetRequiredService<LookUpRecorder>().TryAskAsync(kind, asked, child, about, by, ct)
            ?? throw new DomainException("look-up.too-many", 429);
        if (reason is not null)
            lookUp.Because(reason, (await vault.ForTheBaseItselfAsync([child], ct))[child]);
        await own.SaveChangesAsync(ct);
    }

    /// <summary>Queries for a signal belong to the child the signal is about.</summary>
    public static async Task FollowSignalAsync(ChildrenDbContext db, Guid signal, Seal from, Seal to, CancellationToken ct)
    {
        foreach (var lookUp in await db.LookUps.Where(l => l.AboutId == signal && l.ChildId == from.Subject).ToListAsync(ct))
            lookUp.MoveTo(from, to);
    }

    /// <exception cref="DomainException"><c>look-up.too-many</c>, 429: too many such refusals today.</exception>
    public async Task RequireFewAsync(LookUpKind kind, Caller by, CancellationToken ct)
    {
        var today = time.Today();
        if (await db.LookUps.CountAsync(l => l.AskedBy == by.SpecialistId && l.On == today && l.Kind == kind, ct) >= MostADay)
            throw new DomainException("look-up.too-many", 429);
    }
}
