using System.Text.Json.Serialization;
using FastEndpoints;
using FluentValidation;
using Registry.Kernel.Access;
using Registry.Kernel.People;
using Registry.Kernel.Web;

namespace Registry.Children.Search;

/// <summary>The query travels in the body: a name or number never stands in an address.</summary>
internal sealed record SearchChildrenRequest(string? Text = null, string? Pin = null, DateOnly? BirthDate = null);

/// <param name="SignalId">The unprocessed signal that names the child; null when it has a card.</param>
internal sealed record FoundChild(
    Guid Id,
    string FullName,
    Sex? Sex,
    DateOnly? BirthDate,
    string Territory,
    string? CaseNumber,
    double Score,
    IReadOnlyList<Match> Matches,
    Guid? SignalId = null,
    string? SignalNumber = null
)
{
    [JsonIgnore]
    public bool IsRegistered { get; init; } = true;
}

internal sealed record SearchChildrenResponse(IReadOnlyList<FoundChild> Items, bool More);

internal sealed class SearchChildrenValidator : Validator<SearchChildrenRequest>
{
    public SearchChildrenValidator()
    {
        RuleFor(r => r.Text).MaximumLength(200);
        RuleFor(r => r.Pin).Matches("^[0-9]{14}$").WithErrorCode("pin.wrong-format").When(r => !string.IsNullOrEmpty(r.Pin));
        RuleFor(r => r.Text)
            .Must((r, _) => !string.IsNullOrWhiteSpace(r.Text) || !string.IsNullOrEmpty(r.Pin) || r.BirthDate is not null)
            .WithErrorCode("search.nothing-asked");
    }
}

/// <summary>Finds children by name in any spelling, personal number or birth date, over sealed data, inside the caller's scope [25.1].</summary>
internal sealed class SearchChildrenEndpoint(ChildSearch search) : ApiEndpoint<SearchChildrenRequest, SearchChildrenResponse>
{
    public override void Configure()
    {
        Post("children/search");
        Guarded(Permission.ReadChildren, Reach.Territory, JournalKind.List);
    }

    public override async Task HandleAsync(SearchChildrenRequest request, CancellationToken ct)
    {
        var query = new ChildQuery(request.Text, request.Pin, request.BirthDate);
        var (items, more) = await search.FindAsync(query, Caller.Scope, ct);
        if (items.Count == 0 && request.Text is { } text && Keyboard.Other(text) is { } meant)
            (items, more) = await search.FindAsync(query with { Text = meant }, Caller.Scope, ct);
        await Send.OkAsync(new(items, more), ct);
    }
}
