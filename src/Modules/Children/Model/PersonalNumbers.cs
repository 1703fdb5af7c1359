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
/// One personal number, one card in the republic [14.2, 17.1]. Cards keep a blind index of their number; a filtered unique index rejects
/// the second of two concurrent ones. A sealed record counts as unknown: entering its number is not refused, and its named persons are
/// notified.
/// </summary>
internal sealed class PersonalNumbers(ChildrenDbContext db, SearchIndex index, LookUpRecorder lookUps, Vault vault, TimeProvider time)
{
    public const string Elsewhere = "pin.held-elsewhere";
    public const string Here = "pin.held-here";
    private const long None = 0;
    private const int Portion = 200;

    public async Task<long> TokenAsync(string pin, CancellationToken ct) => (await index.TokensAsync(ct)).Of(SearchTexts.Number(pin));

    /// <summary>The card holding a number exclusively; a sealed one only if no other card has the number.</summary>
    public Task<Child?> HolderAsync(long token, Guid except, CancellationToken ct) =>
        db
            .Children.Where(c => c.PinToken == token && !c.PinShared && c.State == ChildState.Registered && c.Id != except)
            .OrderBy(c => c.District == Soate.SealedDistrict)
            .FirstOrDefaultAsync(ct);

    /// <summary>Records that the card has the number of this identity.</summary>
    /// <param name="field">Field of the number in the request.</param>
    /// <exception cref="DomainException">
    /// <see cref="Here"/> or <see cref="Elsewhere"/>, journalled under the child that has it; 429 after too many such refusals in a day.
    /// </exception>
    public async Task HoldAsync(Child child, Identity? before, Identity identity, Caller by, string field, CancellationToken ct)
    {
        var token = identity.Pin.Has() ? await TokenAsync(identity.Pin!, ct) : None;
        var kept = token == child.PinToken && before is not { PinInDoubt: true };
        if (token == None || identity.PinInDoubt || (kept && !child.PinShared))
        {
            child.Hold(token, identity.PinInDoubt);
            return;
        }
        await db.BeginWriteAsync(ct);
        if (!kept)
            await lookUps.RequireFewAsync(LookUpKind.HeldNumber, by, ct);
        var other = await HolderAsync(token, child.Id, ct);
        if (other is { District: not Soate.SealedDistrict })
        {
            // a record that was sealed for a while: a number taken meanwhile is known, and saving its names is not refused because of it
            if (!kept)
                throw Refusal(other, by, field, child.Id, identity.Pin!);
            return;
        }
        child.Hold(token, shared: false);
        if (other is null)
            return;
        other.ShareNumber();
        db.Publish(new SealedNumberEntered(other.Id, time.Today()), time);
    }

    /// <summary>The card is separate again and has its number, shared with any card that has taken it meanwhile.</summary>
    public async Task HoldAgainAsync(Child child, Identity identity, CancellationToken ct)
    {
        var token = identity.Pin.Has() ? await TokenAsync(identity.Pin!, ct) : None;
        child.Hold(token, token != None && (identity.PinInDoubt || await HolderAsync(token, child.Id, ct) is not null));
    }

    /// <summary>The number belongs to a card the reader works with, or to one elsewhere about which nothing else is revealed.</summary>
    /// <param name="about">The child whose card was to get the number.</param>
    public static DomainException Refusal(Child holder, Caller by, string field, Guid about, string pin) =>
        by.Scope.Covers(holder.Territory)
            ? new(Here, 409, field) { AboutId = holder.Id }
            : new(Elsewhere, 409, field)
            {
                AboutId = holder.Id,
                Afterwards = async (services, ct) =>
                {
                    if (
                        await services
                            .GetRequiredService<LookUpRecorder>()
                            .TryAskAsync(LookUpKind.HeldNumber, pin, holder.Id, about, by, ct)
                        is not null
                    )
                        await services.GetRequiredService<ChildrenDbContext>().SaveChangesAsync(ct);
                },
            };

    /// <summary>Backfills cards from before the index: runs at every start, a no-op when done. Of two cards with one number the later one shares it.</summary>
    public async Task LearnAsync(CancellationToken ct)
    {
        while (
            await db
                .Children.Where(c => c.State == ChildState.Registered && c.PinToken == null)
                .OrderBy(c => c.Id)
                .Take(Portion)
                .ToListAsync(ct)
                is { Count: > 0 } portion
        )
        {
            var ids = portion.ConvertAll(c => c.Id);
            var seals = await vault.ForTheBaseItselfAsync(ids, ct);
            var sections = await db
                .CardSections.AsNoTracking()
                .Where(s => ids.Contains(s.ChildId) && s.Code == SectionCode.Identity)
                .ToDictionaryAsync(s => s.ChildId, ct);
            var met = new HashSet<long>();
            foreach (var child in portion)
            {
                var identity =
                    seals.TryGetValue(child.Id, out var seal) && sections.TryGetValue(child.Id, out var section)
                        ? section.Open(seal) as Identity
                        : null;
                var token = identity?.Pin is { Length: > 0 } pin ? await TokenAsync(pin, ct) : None;
                child.Hold(token, shared: token != None && (!met.Add(token) || await HolderAsync(token, child.Id, ct) is not null));
                if (seal is not null && identity?.ForeignNumber.Has() == true)
                    await index.ReplaceAsync(db, child, identity, seal, ct);
            }
            await db.SaveChangesAsync(ct);
            db.ChangeTracker.Clear();
        }
    }
}
