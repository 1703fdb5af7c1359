using Registry.Basics;
using Registry.Basics.Access;
using Registry.Reporting.Model;
using Registry.Web;

namespace Registry.Reporting.Materials;

internal sealed record ReadMaterialRequest(Guid Id);

internal sealed record MaterialFileView(Guid Id, string Language, string Title, string Name, int Size);

/// <param name="Edition">1, 2, 3, …: one per publication.</param>
internal sealed record ReadMaterialResponse(
    Guid Id,
    MaterialKind Kind,
    LocalText Title,
    LocalText Text,
    string? Clause,
    int Edition,
    DateTime PublishedAt,
    IReadOnlyList<MaterialFileView> Files
);

/// <summary>A published material with its files, without sign-in [11.6].</summary>
internal sealed class ReadMaterialEndpoint(ReportingDbContext db) : ApiEndpoint<ReadMaterialRequest, ReadMaterialResponse>
{
    public override void Configure()
    {
        Get("reporting/materials/{id}");
        GuardedForNobody(JournalKind.Read);
    }

    public override async Task HandleAsync(ReadMaterialRequest request, CancellationToken ct) =>
        await Send.OkAsync(await db.ReadMaterialAsync(m => m.Id == request.Id, ct), ct);
}
