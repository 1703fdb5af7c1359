using FastEndpoints;
using Registry.Basics;
using Registry.Basics.Access;
using Registry.ProtectionPlans.Model;
using Registry.Web;

namespace Registry.ProtectionPlans.Rules;

internal sealed record RuleView(
    string Code,
    IReadOnlyList<IReadOnlyList<string>> When,
    string Need,
    int Priority,
    string Body,
    int WorkingDays,
    LocalText Ground,
    LocalText Goal,
    LocalText Measure
);

internal sealed record ReadRulesResponse(int Version, IReadOnlyList<RuleView> Items);

/// <summary>Every rule by which the Base forms plans, in plain words [3].</summary>
internal sealed class ReadRulesEndpoint(RuleCatalog book) : ApiEndpoint<ReadRulesResponse>
{
    public override void Configure()
    {
        Get("plans/rules");
        Guarded(Permission.ReadChildren, Reach.Reference, JournalKind.List);
    }

    public override Task HandleAsync(EmptyRequest request, CancellationToken ct) =>
        Send.OkAsync(
            new(
                book.Version,
                [
                    .. book.Rules.Select(r => new RuleView(
                        r.Code,
                        r.When,
                        r.Need,
                        r.Priority,
                        r.Body,
                        r.WorkingDays,
                        book.Grounds[r.Ground],
                        book.Goals[r.Need],
                        r.Measure
                    )),
                ]
            ),
            ct
        );
}
