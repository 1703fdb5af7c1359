using FastEndpoints;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Registry.Access.Model;
using Registry.Basics.Access;
using Registry.Platform.Data;
using Registry.Web;

namespace Registry.Access.Views;

internal sealed record ListViewsRequest(string Screen);

internal sealed class ListViewsValidator : Validator<ListViewsRequest>
{
    public ListViewsValidator() => RuleFor(r => r.Screen).NotEmpty().MaximumLength(SavedView.ScreenMaxLength);
}

internal sealed record ViewRow(Guid Id, string Name, string Query);

/// <param name="Items">By name, at most 20.</param>
internal sealed record ListViewsResponse(IReadOnlyList<ViewRow> Items);

/// <summary>The caller's saved filters of one list.</summary>
internal sealed class ListViewsEndpoint(AccessDbContext db) : ApiEndpoint<ListViewsRequest, ListViewsResponse>
{
    public override void Configure()
    {
        Get("access/me/views");
        Guarded(Permission.UseBase, Reach.Own, JournalKind.List);
    }

    public override async Task HandleAsync(ListViewsRequest request, CancellationToken ct) =>
        await Send.OkAsync(
            new([
                .. (
                    await db
                        .SavedViews.AsNoTracking()
                        .Where(v => v.AccountId == Caller.AccountId && v.Screen == request.Screen)
                        .OrderBy(v => v.Id)
                        .Take(SavedView.MostOfAScreen)
                        .Select(v => new ViewRow(v.Id, v.Name, v.Query))
                        .ToListAsync(ct)
                ).OrderBy(v => v.Name, Alphabet.Comparer),
            ]),
            ct
        );
}
