using Registry.Contracts;

namespace Registry.Reporting.Model;

/// <summary>Regroups counts by responsible specialist by the body each of them works for now [15.4].</summary>
internal sealed class ResponsibleBodies(ISpecialists specialists)
{
    /// <summary>Below a server's limit on the parameters of one statement.</summary>
    private const int Portion = 500;

    public async Task<(List<ReportRow> Rows, IReadOnlyDictionary<string, KeyName> Names)> FoldAsync(
        IReadOnlyList<ReportRow> rows,
        CancellationToken ct
    )
    {
        var bodies = new Dictionary<Guid, SpecialistOfBody>();
        foreach (var portion in rows.Select(r => Guid.TryParse(r.Key, out var id) ? id : (Guid?)null).OfType<Guid>().Chunk(Portion))
        foreach (var (id, body) in await specialists.WithBodiesAsync(portion, ct))
            bodies[id] = body;
        var folded = rows.GroupBy(r => Guid.TryParse(r.Key, out var id) && bodies.TryGetValue(id, out var b) ? KeyOf(b.BodyId) : "")
            .Select(g => new ReportRow(g.Key, [.. Enumerable.Range(0, g.First().Values.Count).Select(i => g.Sum(r => r.Values[i] ?? 0))]))
            .ToList();
        var names = bodies
            .Values.DistinctBy(b => b.BodyId)
            .ToDictionary(b => KeyOf(b.BodyId), b => new KeyName(b.BodyKy, b.BodyRu), StringComparer.Ordinal);
        return (folded, names);
    }

    /// <summary>The rows' own keys behind a body's.</summary>
    public async Task<IReadOnlyList<string>> KeysBehindAsync(string key, CancellationToken ct)
    {
        if (!Guid.TryParse(key, out var body))
            return [key];
        var people = await specialists.OfBodyAsync(body, ct);
        // for unassigned rows there is nothing: the body's own id is no specialist's
        return people.Count == 0 ? [key] : [.. people.Select(id => id.ToString("D").ToUpperInvariant())];
    }

    private static string KeyOf(Guid body) => body.ToString("D");
}
