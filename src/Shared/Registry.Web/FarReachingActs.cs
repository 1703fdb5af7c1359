using System.Text;
using Registry.Basics;
using Registry.Basics.Access;
using Registry.Contracts;

namespace Registry.Web;

/// <summary>
/// The request of an act that reaches far beyond the screen: it repeats the name of what the act is done to, typed by hand below the act's consequences
/// (docs/adr/0026). Each has a use case <c>Preview…</c> beside it that counts these.
/// </summary>
public interface IConfirmed
{
    string? Confirm { get; }
}

public static class Confirmations
{
    /// <exception cref="DomainException"><c>confirm.differs</c> at <c>confirm</c>: another name was typed, or none.</exception>
    public static void RequireConfirmed(this IConfirmed act, LocalText name)
    {
        var typed = Folded(act.Confirm);
        if (typed.Length == 0 || !new[] { name.Ky, name.Ru, name.En }.Any(shown => Folded(shown) == typed))
            throw new DomainException("confirm.differs", 400, "confirm");
    }

    // a name is typed from the screen: case, doubled spaces and the form of its letters do not matter
    private static string Folded(string? text) =>
        string.Join(' ', (text ?? "").Normalize(NormalizationForm.FormC).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
            .ToUpperInvariant();
}

/// <param name="Name">What has to be typed, in the reader's language.</param>
/// <param name="CanBeUndone">There is an act that takes this one back, on the same screen.</param>
/// <param name="Items">Only what comes about: nothing is counted as 0.</param>
public sealed record ConsequencesResponse(string Name, bool CanBeUndone, IReadOnlyList<Consequence> Items);

/// <summary>Counts what an act would bring about; saves nothing.</summary>
public abstract class PreviewEndpoint<TRequest> : ApiEndpoint<TRequest, ConsequencesResponse>
    where TRequest : notnull
{
    protected void Previews(string route, Permission permission, Reach reach)
    {
        Get(route);
        Guarded(permission, reach, JournalKind.Read);
    }

    protected Task ShowAsync(LocalText name, bool canBeUndone, IEnumerable<Consequence> items, CancellationToken ct)
    {
        var said = Texts.LanguageOf(HttpContext.Request) switch
        {
            "ru" => name.Ru,
            "en" => name.En,
            _ => name.Ky,
        };
        return Send.OkAsync(new(said, canBeUndone, [.. items.Where(i => i.Count > 0)]), ct);
    }
}
