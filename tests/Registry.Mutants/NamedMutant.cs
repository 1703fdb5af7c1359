using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Registry.Mutants;

/// <summary>A mutant that once survived: each run of <c>--named</c> proves that a test now detects it.</summary>
/// <param name="Before">The expression or statement as it is in the file, unique.</param>
/// <param name="After">The replacement expression; empty for a removed statement.</param>
internal sealed record NamedMutant(int Index, string Name, string File, string Before, string After = "")
{
    private const int First = 60_000;

    public static readonly IReadOnlyList<NamedMutant> All =
    [
        new(
            First,
            "a plan never submitted is approved",
            "src/Modules/ProtectionPlans/Plans/DecidePlan.cs",
            "plan.Status is not PlanStatus.Submitted",
            "false"
        ),
        new(
            First + 1,
            "measures already done are proposed",
            "src/Modules/ProtectionPlans/Plans/PlanFormer.cs",
            "before?.AssessmentId == assessment.AssessmentId",
            "false"
        ),
        new(
            First + 2,
            "a transfer is accepted after one's access was narrowed",
            "src/Modules/Children/Transfers/DecideTransfer.cs",
            "!Caller.Scope.Covers(transfer.ToTerritory)",
            "false"
        ),
        new(
            First + 3,
            "other people's steps move with a transfer",
            "src/Shared/Registry.Platform/Model/Deadline.cs",
            "ResponsibleId == from",
            "true"
        ),
        new(
            First + 4,
            "a recorded visit does not meet its step",
            "src/Modules/ProtectionPlans/Monitoring/RecordVisit.cs",
            "await clock.MeetAsync(db, visit.Step, visit.Id, ct);"
        ),
        new(
            First + 5,
            "the exit criterion 'visited' is always true",
            "src/Modules/ProtectionPlans/Closings/ExitCriteria.cs",
            "visited",
            "true"
        ),
        new(
            First + 6,
            "a town's user sees the district",
            "src/Shared/Registry.Basics/Access/Soate.cs",
            "row.District == district && string.Compare(row.Territory, low) >= 0 && string.Compare(row.Territory, lastTerritory) <= 0",
            "row.District == district"
        ),
        new(
            First + 7,
            "no typing error is allowed in four-letter words",
            "src/Modules/Children/Model/SearchTexts.cs",
            "word.Length < Likeness.ShortestWithError",
            "word.Length < 5"
        ),
        new(
            First + 7,
            "no typing error is allowed in four-letter words",
            "src/Modules/Children/Model/WordMatch.cs",
            "sound.Length < ShortestWithError",
            "sound.Length < 5"
        ),
        new(
            First + 7,
            "no typing error is allowed in four-letter words",
            "src/Modules/Children/Model/WordMatch.cs",
            "Math.Min(one.Root.Length, other.Root.Length) >= ShortestWithError && NameKey.OneErrorApart(one.Root, other.Root)",
            "Math.Min(one.Root.Length, other.Root.Length) >= 5 && NameKey.OneErrorApart(one.Root, other.Root)"
        ),
    ];

    /// <summary>True for the node to change.</summary>
    public bool Fits(string file, SyntaxNode node) =>
        file == File
        && (After.Length == 0 ? node is ExpressionStatementSyntax : node is ExpressionSyntax)
        && Plain(node.ToString()) == Before;

    private static string Plain(string code) => string.Join(' ', code.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    /// <summary>One mutant per name: it may change several places at once.</summary>
    public static IReadOnlyList<Mutant> AsMutants() =>
        [
            .. All.DistinctBy(n => n.Index)
                .Select(n => new Mutant(n.Index, $"named-{n.Index - First + 1}", n.File, 0, n.Name, n.Before, n.After, false)),
        ];
}
