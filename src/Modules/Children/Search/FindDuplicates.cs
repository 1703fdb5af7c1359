using FastEndpoints;
using FluentValidation;
using Registry.Basics.Access;
using Registry.Children.Model;
using Registry.Contracts;
using Registry.Web;

namespace Registry.Children.Search;

/// <param name="SignalId">The signal at hand: the child it names is not its own duplicate.</param>
internal sealed record FindDuplicatesRequest(Identity Identity, Guid? SignalId = null);

internal sealed class FindDuplicatesValidator : Validator<FindDuplicatesRequest>
{
    public FindDuplicatesValidator()
    {
        RuleFor(r => r.Identity).NotNull();
        RuleFor(r => r.Identity.Surname).MaximumLength(Identity.NameMaxLength).When(r => r.Identity is not null);
        RuleFor(r => r.Identity.Name).MaximumLength(Identity.NameMaxLength).When(r => r.Identity is not null);
    }
}

/// <summary>
/// Shows possible duplicates with an explained score before a card is opened [14.2]. For children elsewhere it only reveals that there is
/// one, only for the child of an open signal, and only to someone who knows who it is: by number, or by name, birth date and sex together
/// [25.1].
/// </summary>
internal sealed class FindDuplicatesEndpoint(ChildrenDbContext db, Duplicates duplicates, LookUpRecorder lookUps)
    : ApiEndpoint<FindDuplicatesRequest, DuplicateReport>
{
    public override void Configure()
    {
        Post("children/duplicates");
        Guarded(Permission.EditChildren, Reach.Territory, JournalKind.List);
        Costs(Cost.Search);
    }

    public override async Task HandleAsync(FindDuplicatesRequest request, CancellationToken ct)
    {
        if (request.SignalId is not { } id)
        {
            await Send.OkAsync(new(await duplicates.FindAsync(request.Identity, null, Caller.Scope, ct), false), ct);
            return;
        }
        var signal = await db.FindSignalAsync(id, Caller.Scope, ct);
        var here = await duplicates.FindAsync(request.Identity, signal.ChildId, Caller.Scope, ct);
        var elsewhere = false;
        var tooMany = false;
        if (signal.Status is SignalStatus.New && Duplicates.QuestionOf(request.Identity) is { } question)
        {
            var asked = await lookUps.TryAskAsync(LookUpKind.Elsewhere, question, signal.ChildId, signal.Id, Caller, ct);
            tooMany = asked is null;
            if (asked is not null && await duplicates.FindElsewhereAsync(request.Identity, signal.ChildId, Caller.Scope, ct) is { } found)
            {
                elsewhere = true;
                asked.Found(found);
                HttpContext.JournalAbout(found);
            }
            await db.SaveChangesAsync(ct);
        }
        await Send.OkAsync(new(here, elsewhere, tooMany), ct);
    }
}
