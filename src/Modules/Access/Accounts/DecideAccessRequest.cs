using FastEndpoints;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Registry.Access.Model;
using Registry.Basics;
using Registry.Basics.Access;
using Registry.Basics.Time;
using Registry.Contracts;
using Registry.Platform.Confirming;
using Registry.Web;

namespace Registry.Access.Accounts;

internal sealed record DecideAccessRequestRequest(Guid Id, bool? Confirm);

/// <param name="AccountId">Null where the request was refused.</param>
/// <param name="Password">Of a new or reset access: random, for the next sign-in only, shown this once. The requester never sees it.</param>
internal sealed record DecideAccessRequestResponse(Guid? AccountId, string? Password);

internal sealed class DecideAccessRequestValidator : Validator<DecideAccessRequestRequest>
{
    public DecideAccessRequestValidator() => RuleFor(r => r.Confirm).NotNull();
}

/// <summary>Another person of the authorised body confirms or refuses a requested access; once confirmed, it works immediately [8, 15.1, 15.2, 26].</summary>
internal sealed class DecideAccessRequestEndpoint(
    AccessDbContext db,
    SecondPerson second,
    AccessRequests requests,
    AccessNews news,
    TimeProvider time
) : ApiEndpoint<DecideAccessRequestRequest, DecideAccessRequestResponse>
{
    public override void Configure()
    {
        Post("access/requests/{id}/decide");
        Guarded(Permission.ManageAccounts, Reach.Administration, JournalKind.Change, ifMatch: true);
        ShowsSecret();
        Costs(Cost.Password);
    }

    public override async Task HandleAsync(DecideAccessRequestRequest request, CancellationToken ct)
    {
        var asked = await db.AccessRequests.FirstOrDefaultAsync(r => r.Id == request.Id, ct) ?? throw DomainException.NotFound();
        HttpContext.JournalAbout(asked.SpecialistId);
        HttpContext.Expect(asked);
        asked.RequireOpen();
        // neither the requester nor the person who would get it
        await second.RequireAsync(Decision.ConfirmAccess, Caller, [asked.RequestedBy, asked.SpecialistId], ct);
        string? password = null;
        if (request.Confirm == true)
            password = await requests.CarryOutAsync(asked, Caller.SpecialistId, ct);
        else
        {
            asked.Refuse(Caller.SpecialistId, time.Utc());
            await news.TellDecidedAsync(asked, agreed: false, ct);
        }
        await db.SaveChangesAsync(ct);
        await Send.OkAsync(new(request.Confirm == true ? asked.AccountId : null, password), ct);
    }
}
