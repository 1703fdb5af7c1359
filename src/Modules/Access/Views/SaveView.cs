using System.Text.RegularExpressions;
using FastEndpoints;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Registry.Access.Model;
using Registry.Basics;
using Registry.Basics.Access;
using Registry.Web;

namespace Registry.Access.Views;

/// <param name="Name">A name that exists already takes the new filters.</param>
/// <param name="Query">As in the list's address: names, codes, dates and ids.</param>
internal sealed record SaveViewRequest(string Screen, string Name, string Query);

internal sealed record SaveViewResponse(Guid Id);

internal sealed partial class SaveViewValidator : Validator<SaveViewRequest>
{
    public SaveViewValidator()
    {
        RuleFor(r => r.Screen).NotEmpty().MaximumLength(SavedView.ScreenMaxLength).Matches("^[a-z-]*$");
        RuleFor(r => r.Name).NotEmpty().MaximumLength(SavedView.NameMaxLength);
        RuleFor(r => r.Query)
            .NotNull()
            .MaximumLength(SavedView.QueryMaxLength)
            .Must(q => q is null || Filters().IsMatch(q))
            .WithErrorCode("view.codes-only");
    }

    // free text never passes: it would be escaped or contain spaces
    [GeneratedRegex("^([a-zA-Z-]+=[A-Za-z0-9.-]{1,40}(&(?!$)|$))*$")]
    private static partial Regex Filters();
}

/// <summary>Keeps the filters of a list under a name, for the caller alone.</summary>
internal sealed class SaveViewEndpoint(AccessDbContext db) : ApiEndpoint<SaveViewRequest, SaveViewResponse>
{
    public override void Configure()
    {
        Put("access/me/views");
        Guarded(Permission.UseBase, Reach.Own, JournalKind.Change);
    }

    public override async Task HandleAsync(SaveViewRequest request, CancellationToken ct)
    {
        await db.BeginWriteAsync(ct);
        var known = await db.SavedViews.Where(v => v.AccountId == Caller.AccountId && v.Screen == request.Screen).ToListAsync(ct);
        var view = known.Find(v => v.Name == request.Name.Trim());
        if (view is not null)
            view.Query = request.Query;
        else if (known.Count >= SavedView.MostOfAScreen)
            throw new DomainException("view.too-many", field: "name");
        else
            db.SavedViews.Add(
                view = new()
                {
                    AccountId = Caller.AccountId,
                    Screen = request.Screen,
                    Name = request.Name.Trim(),
                    Query = request.Query,
                }
            );
        await db.SaveChangesAsync(ct);
        await Send.OkAsync(new(view.Id), ct);
    }
}
