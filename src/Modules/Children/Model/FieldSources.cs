using Microsoft.EntityFrameworkCore;
using Registry.Contracts;
using Registry.Platform.Sealing;

namespace Registry.Children.Model;

/// <summary>Records which register a value of the card came from.</summary>
internal sealed class FieldSources(ChildrenDbContext db)
{
    public async Task TakeAsync(
        Guid child,
        IEnumerable<ComparedField> fields,
        RegisterAnswers answers,
        Seal seal,
        Guid by,
        CancellationToken ct
    )
    {
        var known = await db.FieldSources.Where(s => s.ChildId == child).ToListAsync(ct);
        foreach (var field in fields)
        {
            var source = known.Find(s => s.Section == field.Section && s.Field == field.Field);
            if (source is null)
            {
                source = FieldSource.Of(child, field.Section, field.Field);
                known.Add(source);
                db.FieldSources.Add(source);
            }
            source.Take(field.Came, answers.Replies.First(r => r.Kind == field.Kind), seal, by);
        }
    }
}
