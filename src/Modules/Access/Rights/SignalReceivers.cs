using Registry.Access.Model;
using Registry.Basics.Access;
using Registry.Contracts;
using Registry.Platform.Data;
using Registry.Platform.Model;

namespace Registry.Access.Rights;

/// <summary>The closed rule of who must act on a report from a territory: its holders, else the district's territorial unit, else the authorised body.</summary>
internal sealed class SignalReceivers(HotReads reads) : ISignalReceivers
{
    private sealed record Person(Role Role, string? Territory, Guid BodyId, string BodyKy, string BodyRu);

    public async Task<SignalReceiver?> OfAsync(string territory, DateOnly on, CancellationToken ct)
    {
        var people = await reads.ListAsync(
            reads
                .Sql()
                .Add(
                    $$"""
                    SELECT a.Role, a.Territory, b.Id, b.NameKy, b.NameRu
                    FROM {access.accounts} a JOIN {access.specialists} p ON p.Id = a.SpecialistId JOIN {access.bodies} b ON b.Id = p.BodyId
                    WHERE a.SuspendedAt IS NULL AND b.SuspendedAt IS NULL AND a.ValidFrom <= {} AND a.ValidUntil >= {}
                    AND {{CodeSql.Is("a.Role", Role.Holder, Role.TerritorialUnit, Role.AuthorisedBody)}}
                    ORDER BY b.NameRu, b.Id
                    """,
                    on,
                    on
                ),
            row => new Person(row.Code<Role>(0), row.IsDBNull(1) ? null : row.GetString(1), row.Id(2), row.GetString(3), row.GetString(4)),
            ct
        );
        if (people.Exists(p => Is(p, Role.Holder) && Covers(p)))
            return SignalReceiver.Holders;
        var body = people.Find(p => Is(p, Role.TerritorialUnit) && Covers(p)) ?? people.Find(p => Is(p, Role.AuthorisedBody));
        return body is null ? null : new(body.BodyId, body.BodyKy, body.BodyRu);

        bool Covers(Person p) => p.Territory is { } own && Soate.Contains(own, territory);
        static bool Is(Person p, Role role) => p.Role == role;
    }
}
