using FastEndpoints;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Registry.Basics;
using Registry.Basics.Access;
using Registry.Basics.People;
using Registry.Basics.Time;
using Registry.Children.Model;
using Registry.Contracts;
using Registry.Platform.Model;
using Registry.Platform.Time;
using Registry.Platform.Vault;
using Registry.Web;

namespace Registry.Children.CaseRequests;

/// <param name="Pin">The refused number; never part of a URL.</param>
/// <param name="Reason">Why the case is needed here, or that the number must be wrong there.</param>
/// <param name="SignalId">The signal from which a card was to be opened.</param>
/// <param name="ChildId">The card into which the number was to be entered.</param>
internal sealed record RequestCaseRequest(string Pin, string Reason, Guid? SignalId = null, Guid? ChildId = null);

/// <param name="DueOn">The holder answers by this day.</param>
internal sealed record RequestCaseResponse(Guid Id, DateOnly DueOn);

internal sealed class RequestCaseValidator : Validator<RequestCaseRequest>
{
    public RequestCaseValidator()
    {
        RuleFor(r => r.Pin).Must(pin => Pin.BirthDate(pin) is not null).WithErrorCode("pin.wrong-format");
        RuleFor(r => r.Reason).NotEmpty().MaximumLength(SectionRules.LongText);
        RuleFor(r => r.SignalId).Must((r, _) => r.SignalId is null != r.ChildId is null).WithErrorCode("case-request.at-what");
    }
}

/// <summary>
/// A personal number belongs to a card elsewhere: the case is requested from its holder, who owes an answer within two working days.
/// The requester learns only that the card exists;
/// requests are counted, and journalled under the child found [14.2, 28].
/// </summary>
internal sealed class RequestCaseEndpoint(
    ChildrenDbContext db,
    PersonalNumbers numbers,
    Vault vault,
    StatutoryClock clock,
    PlanTerms terms,
    TimeProvider time
) : ApiEndpoint<RequestCaseRequest, RequestCaseResponse>
{
    public override void Configure()
    {
        Post("children/case-requests");
        Guarded(Permission.EditChildren, Reach.Territory, JournalKind.Change);
        Creates();
        AtMostOne("request for a case by one person that waits for its answer");
    }

    public override async Task HandleAsync(RequestCaseRequest request, CancellationToken ct)
    {
        var (at, itself) = await AtAsync(request, ct);
        var today = time.Today();
        // unique indexes reject the second of two concurrent ones
        await db.BeginWriteAsync(ct);
        var mine = db.CaseRequests.Where(r => r.RequestedBy == Caller.SpecialistId && r.RequestedOn == today);
        var made = await mine.MaxAsync(r => (int?)r.OfDay, ct) ?? 0;
        if (made >= CaseRequest.MostADay)
            throw new DomainException("case-request.too-many", 429);
        var found = await numbers.HolderAsync(await numbers.TokenAsync(request.Pin, ct), itself, ct);
        // a sealed record counts as unknown
        if (found is null or { District: Soate.SealedDistrict })
            throw new DomainException("pin.not-held", 409, "pin");
        if (Caller.Scope.Covers(found.Territory))
            throw PersonalNumbers.Refusal(found, Caller, "pin", itself, request.Pin);
        HttpContext.JournalAbout(found.Id);
        if (await db.CaseRequests.Where(r => r.ChildId == found.Id && r.RequestedBy == Caller.SpecialistId).AnyAsync(OpenRequests.Are, ct))
            throw new DomainException("case-request.asked-already") { AboutId = found.Id };
        var @case = await db.Cases.AsNoTracking().Where(c => c.ChildId == found.Id).WithSpecification(MainCaseFirst.Order).FirstAsync(ct);
        var contents = new CaseRequestContents(request.Reason.Trim(), request.Pin);
        var asked = CaseRequest.Ask(@case, at, contents, await vault.OfAsync(found.Id, ct), Caller.SpecialistId, today, made + 1);
        db.Add(asked);
        var about = new DeadlineSubject(asked.Id, @case.Number, found.Id, @case.Territory, @case.ResponsibleId);
        asked.OweBy((await clock.StartAsync(db, terms.AnswerCaseRequest, today, about, ct)).DueOn);
        db.Publish(new CaseRequested(asked.Id, @case.Id, found.Id, @case.Number, @case.Territory, @case.ResponsibleId, asked.DueOn), time);
        await db.SaveChangesAsync(ct);
        await CreatedAsync("children/case-requests", new(asked.Id, asked.DueOn), asked.Version);
    }

    /// <summary>The caller's work object and the child it is about.</summary>
    private async Task<(RequestedAt At, Guid ChildId)> AtAsync(RequestCaseRequest request, CancellationToken ct)
    {
        if (request.SignalId is { } id)
        {
            var signal = await db.FindSignalAsync(id, Caller.Scope, ct);
            // it already has its child
            if (signal.Status is not SignalStatus.New)
                throw new DomainException("signal.not-open");
            return (new(signal.Id, null, signal.Number, signal.Territory), signal.ChildId);
        }
        var @case = await db.OpenCaseAsync(request.ChildId!.Value, Caller.Scope, ct);
        return (new(null, @case.ChildId, @case.Number, @case.Territory), @case.ChildId);
    }
}
