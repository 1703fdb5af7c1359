using Microsoft.EntityFrameworkCore;
using Registry.Basics;
using Registry.Basics.Access;
using Registry.Children.Files;
using Registry.Contracts;
using Registry.Platform.Sealing;
using Registry.Platform.Vault;

namespace Registry.Children.Model;

/// <param name="Size">Bytes.</param>
internal sealed record AttachmentView(
    Guid Id,
    AttachedTo To,
    Guid AboutId,
    FileFormat Format,
    int Size,
    string Name,
    string Title,
    DateTime AddedAt,
    string? AddedBy,
    DateTime? WithdrawnAt,
    string? WithdrawnBy,
    string? Withdrawal,
    Guid Version
);

/// <summary>Builds attachment views for display.</summary>
internal sealed class AttachmentViews(Vault vault, ISpecialists specialists)
{
    /// <exception cref="DomainException">404: does not exist, or the child lies outside the scope.</exception>
    public static async Task<Attachment> FindAsync(ChildrenDbContext db, Guid id, DataScope scope, CancellationToken ct) =>
        await db.Attachments.FirstOrDefaultAsync(a => a.Id == id && db.Children.Within(scope).Any(c => c.Id == a.ChildId), ct)
        ?? throw DomainException.NotFound();

    public async Task<List<AttachmentView>> OfAsync(Guid child, IReadOnlyList<Attachment> rows, CancellationToken ct)
    {
        if (rows.Count == 0)
            return [];
        var people = rows.Select(r => (Guid?)r.AddedBy).Concat(rows.Select(r => r.WithdrawnBy)).OfType<Guid>();
        var names = await specialists.NamesAsync([.. people.Distinct()], ct);
        var seal = await vault.OfAsync(child, ct);
        return [.. rows.Select(r => ViewOf(r, r.Open(seal), names))];
    }

    private static AttachmentView ViewOf(Attachment a, AttachmentContents contents, IReadOnlyDictionary<Guid, string> names) =>
        new(
            a.Id,
            a.To,
            a.AboutId,
            a.Format,
            a.Size,
            contents.Name,
            contents.Title,
            a.AddedAt,
            names.GetValueOrDefault(a.AddedBy),
            a.WithdrawnAt,
            a.WithdrawnBy is { } by ? names.GetValueOrDefault(by) : null,
            contents.Withdrawal,
            a.Version
        );
}
