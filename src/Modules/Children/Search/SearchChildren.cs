using System.Globalization;
using System.Text.Json.Serialization;
using FastEndpoints;
using FluentValidation;
using Registry.Basics;
using Registry.Basics.Access;
using Registry.Basics.People;
using Registry.Basics.Time;
using Registry.Children.Model;
using Registry.Contracts;
using Registry.Web;

namespace Registry.Children.Search;

/// <summary>The typed text. It is sent in the body: names and numbers never appear in a URL.</summary>
internal sealed record SearchChildrenRequest(string Text);

/// <param name="SignalId">The signal that names the child, where it has no card.</param>
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
    string? SignalNumber = null,
    CaseMark? Mark = null
)
{
    [JsonIgnore]
    public bool IsRegistered { get; init; } = true;
}

/// <param name="Asked">How the text was interpreted.</param>
internal sealed record SearchChildrenResponse(IReadOnlyList<FoundChild> Items, bool More, IReadOnlyList<Asked> Asked);

internal sealed class SearchChildrenValidator : Validator<SearchChildrenRequest>
{
    private const int Longest = 200;

    public SearchChildrenValidator()
    {
        RuleFor(r => r.Text).MaximumLength(Longest);
        RuleFor(r => r.Text).Must(text => !string.IsNullOrWhiteSpace(text)).WithErrorCode("search.nothing-asked");
    }
}

/// <summary>
/// Finds children by name in any spelling, personal or foreign number, birth date, telephone, parent's name, number of a case, signal or
/// paper, over sealed data, within the caller's scope, and says how the text was interpreted [25.1].
/// </summary>
internal sealed class SearchChildrenEndpoint(ChildSearch search, NumberSearch numbers, ICases cases, TimeProvider time)
    : ApiEndpoint<SearchChildrenRequest, SearchChildrenResponse>
{
    public override void Configure()
    {
        Post("children/search");
        Guarded(Permission.ReadChildren, Reach.Territory, JournalKind.List);
        Costs(Cost.Search);
    }

    public override async Task HandleAsync(SearchChildrenRequest request, CancellationToken ct)
    {
        var asked = AskedText.Parse(request.Text, time.Today());
        var byNumber = await numbers.FindAsync(asked, Caller.Scope, ct);
        var (items, more) = await FindAsync(asked, ct);
        if (items.Count == 0 && OtherLayout(asked) is { } other && await FindAsync(other, ct) is { Items.Count: > 0 } meant)
            (asked, (items, more)) = (other, meant);
        // a foreign number may look like a telephone, or like anything
        if (items.Count == 0 || asked.Exists(a => a.Kind is AskedKind.Phone))
            (asked, items) = await AddForeignAsync(request.Text, asked, items, ct);
        var marks = await cases.MarksAsync([.. byNumber.Concat(items).Select(c => c.Id).Distinct()], ct);
        await Send.OkAsync(new([.. byNumber.Concat(items).Select(c => c with { Mark = marks.Of(c.Id) })], more, asked), ct);
    }

    private async Task<(List<Asked> Asked, IReadOnlyList<FoundChild> Items)> AddForeignAsync(
        string text,
        List<Asked> asked,
        IReadOnlyList<FoundChild> items,
        CancellationToken ct
    )
    {
        if (WrittenNumber.Foreign(text) is not { } number)
            return (asked, items);
        var whole = new Asked(AskedKind.ForeignNumber, number);
        var (found, _) = await FindAsync([whole], ct);
        return found.Count == 0 ? (asked, items)
            : items.Count == 0 ? ([whole], found)
            : ([.. asked, whole], [.. found, .. items.Where(i => found.All(f => f.Id != i.Id))]);
    }

    private async Task<(IReadOnlyList<FoundChild> Items, bool More)> FindAsync(List<Asked> asked, CancellationToken ct)
    {
        string? TextOf(params ReadOnlySpan<AskedKind> kinds)
        {
            foreach (var part in asked)
                if (kinds.Contains(part.Kind))
                    return part.Text;
            return null;
        }
        var query = new ChildQuery(
            TextOf(AskedKind.Name, AskedKind.NameInOtherLayout),
            TextOf(AskedKind.Pin),
            TextOf(AskedKind.BirthDate) is { } born ? DateOnly.Parse(born, CultureInfo.InvariantCulture) : null,
            TextOf(AskedKind.Phone),
            TextOf(AskedKind.NameUnknown) is not null,
            TextOf(AskedKind.BirthYear) is { } year ? int.Parse(year, CultureInfo.InvariantCulture) : null,
            TextOf(AskedKind.ForeignNumber)
        );
        return query.IsEmpty ? ([], false) : await search.FindAsync(query, Caller.Scope, ct);
    }

    /// <summary>The same with the name as typed in the other keyboard layout; null if there is none.</summary>
    private static List<Asked>? OtherLayout(List<Asked> asked) =>
        asked.Find(a => a.Kind is AskedKind.Name) is { } name && Keyboard.Other(name.Text) is { } meant
            ? asked.ConvertAll(a => a == name ? new Asked(AskedKind.NameInOtherLayout, meant) : a)
            : null;
}
