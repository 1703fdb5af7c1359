using FastEndpoints;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Registry.Basics;
using Registry.Basics.Access;
using Registry.Basics.Time;
using Registry.Children.Model;
using Registry.Contracts;
using Registry.Platform.Confirming;
using Registry.Platform.Model;
using Registry.Platform.Sealing;
using Registry.Platform.Time;
using Registry.Platform.Vault;
using Registry.Web;

namespace Registry.Children.Signals;

/// <param name="Id">The request.</param>
/// <param name="Remarks">Required when the day is returned.</param>
internal sealed record DecideDayFoundRequest(Guid Id, bool? Confirm, string? Remarks = null);

internal sealed class DecideDayFoundValidator : Validator<DecideDayFoundRequest>
{
    public DecideDayFoundValidator()
    {
        RuleFor(r => r.Confirm).NotNull();
        RuleFor(r => r.Remarks).MaximumLength(SectionRules.LongText);
        RuleFor(r => r.Remarks).NotEmpty().When(r => r.Confirm == false);
    }
}

/// <summary>The territorial unit, as a second person, confirms a day found more than a year back, or returns it with a reason [19.2].</summary>
internal sealed class DecideDayFoundEndpoint(
    ChildrenDbContext db,
    SecondPerson second,
    Vault vault,
    StatutoryClock clock,
    TimeProvider time
) : ApiEndpoint<DecideDayFoundRequest, object?>
{
    public override void Configure()
    {
        Post("children/days-found/{id}/decide");
        Guarded(Permission.ConsentToClosing, Reach.Territory, JournalKind.Change, ifMatch: true);
    }

    public override async Task HandleAsync(DecideDayFoundRequest request, CancellationToken ct)
    {
        var asked =
            await db.DaysFound().Within(Caller.Scope).FirstOrDefaultAsync(c => c.Id == request.Id, ct) ?? throw DomainException.NotFound();
        HttpContext.Expect(asked);
        var @case = await db.OpenCaseAsync(asked.ChildId, Caller.Scope, ct);
        var confirmed = request.Confirm!.Value;
        await second.DecideAsync(asked, confirmed, Caller, ct);
        await clock.MeetAsync(db, Step.ConfirmDayFound, asked.Id, ct);
        var signal = await db.Signals.SingleAsync(s => s.Id == asked.AboutId, ct);
        var seal = await vault.OfAsync(asked.ChildId, ct);
        var contents = signal.Open(seal);
        signal.Write(
            contents with
            {
                DayFound = contents.DayFound! with { Confirmed = confirmed, Remarks = request.Remarks?.Trim() },
            },
            seal
        );
        if (!confirmed)
            await clock.StartAsync(db, StatutoryTerm.CorrectDayFound, time.Today(), @case.Subject() with { AboutId = signal.Id }, ct);
        db.Publish(
            new DecisionTaken(DecisionAbout.DayFound, asked.Id, "", @case.Id, @case.ChildId, @case.Number, asked.RequestedBy, confirmed),
            time
        );
        await db.SaveChangesAsync(ct);
        await Send.NoContentAsync(ct);
    }
}
