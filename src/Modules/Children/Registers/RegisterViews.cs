using Registry.Children.Model;
using Registry.Contracts;

namespace Registry.Children.Registers;

/// <param name="Unmapped">Fields whose codes are not mapped yet, for the administrator.</param>
internal sealed record ReplyView(
    RegisterKind Kind,
    RegisterOutcome Outcome,
    string Source,
    Guid RequestId,
    DateTime At,
    string? Fault,
    IReadOnlyList<string> Unmapped
);

internal sealed record ComparedFieldView(
    RegisterKind Kind,
    SectionCode Section,
    string Field,
    string? Here,
    string Came,
    ComparedState State,
    string? Dictionary
);

/// <param name="AskId">Id of this query, for accepting its values.</param>
/// <param name="Died">The register says that the child died on this day.</param>
/// <param name="PinBlocked">The register has blocked the queried number.</param>
internal sealed record RegistersResponse(
    Guid AskId,
    IReadOnlyList<ReplyView> Replies,
    IReadOnlyList<ComparedFieldView> Fields,
    DateOnly? Died,
    bool PinBlocked
)
{
    public static RegistersResponse Of(RegisterAnswers answers, IEnumerable<ComparedField> fields)
    {
        var person = answers.Replies.Select(r => r.Answer).OfType<PersonAnswer>().FirstOrDefault();
        return new(
            answers.Id,
            [.. answers.Replies.Select(r => new ReplyView(r.Kind, r.Outcome, r.Source, r.RequestId, r.At, r.Fault, r.Unmapped))],
            [.. fields.Select(f => new ComparedFieldView(f.Kind, f.Section, f.Field, f.Here, f.Came, f.State, f.Dictionary))],
            person?.DeathDate,
            person?.PinBlocked == true
        );
    }
}
