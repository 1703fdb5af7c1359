using System.Data.Common;
using Registry.Access.Model;
using Registry.Basics.Access;
using Registry.Contracts;
using Registry.Platform.Data;
using Registry.Platform.Model;

namespace Registry.Access.Specialists;

/// <summary>Gives other modules the names of specialists.</summary>
internal sealed class SpecialistNames(HotReads reads) : ISpecialists, IAccounts
{
    public async Task<IReadOnlyDictionary<Guid, string>> NamesAsync(IReadOnlyCollection<Guid> ids, CancellationToken ct)
    {
        if (ids.Count == 0)
            return new Dictionary<Guid, string>();
        var rows = await reads.ListAsync(
            reads.Sql().Add("SELECT Id, Surname, Name, Patronymic FROM {access.specialists} WHERE Id IN (").AddList(ids).Add(")"),
            row => KeyValuePair.Create(row.Id(0), NameOf(row)),
            ct
        );
        var names = rows.ToDictionary();
        if (names.Count == ids.Distinct().Count())
            return names;
        // what another state system entered bears the system's name
        foreach (
            var (id, name) in await reads.ListAsync(
                reads.Sql().Add("SELECT Id, Name FROM {access.clients} WHERE Id IN (").AddList(ids).Add(")"),
                row => (row.Id(0), row.GetString(1)),
                ct
            )
        )
            names[id] = name;
        return names;
    }

    public async Task<string?> InnOfBodyAsync(Guid bodyId, CancellationToken ct) =>
        await reads.FirstAsync(reads.Sql().Add("SELECT Inn FROM {access.bodies} WHERE Id = {}", bodyId), row => row.GetString(0), ct);

    public async Task<IReadOnlyList<Guid>> OfBodyAsync(Guid bodyId, CancellationToken ct) =>
        await reads.ListAsync(reads.Sql().Add("SELECT Id FROM {access.specialists} WHERE BodyId = {}", bodyId), row => row.Id(0), ct);

    public async Task<IReadOnlyDictionary<Guid, SpecialistOfBody>> WithBodiesAsync(IReadOnlyCollection<Guid> ids, CancellationToken ct)
    {
        if (ids.Count == 0)
            return new Dictionary<Guid, SpecialistOfBody>();
        var rows = await reads.ListAsync(
            reads
                .Sql()
                .Add(
                    "SELECT p.Id, p.Surname, p.Name, p.Patronymic, b.Id, b.NameKy, b.NameRu FROM {access.specialists} p JOIN {access.bodies} b ON b.Id = p.BodyId WHERE p.Id IN ("
                )
                .AddList(ids)
                .Add(")"),
            row => KeyValuePair.Create(row.Id(0), new SpecialistOfBody(NameOf(row), row.Id(4), row.GetString(5), row.GetString(6))),
            ct
        );
        return rows.ToDictionary();
    }

    public async Task<IReadOnlyList<ResponsibleSpecialist>> WorkingForAsync(string territory, DateOnly on, CancellationToken ct) =>
        [
            .. (await ActiveInAsync([Role.Holder, Role.TerritorialBody, Role.InstitutionStaff], on, ct))
                // an institution takes children of the whole district, whatever village it is in
                .Where(h => Soate.Contains(h.Role is Role.InstitutionStaff ? Soate.DistrictOf(h.Territory) : h.Territory, territory))
                .Select(h => h.Person)
                .DistinctBy(p => p.Id),
        ];

    public async Task<IReadOnlyList<ResponsibleSpecialist>> HoldersOfAsync(string territory, DateOnly on, CancellationToken ct) =>
        [
            .. (await ActiveInAsync([Role.Holder], on, ct))
                .Where(h => Soate.Contains(h.Territory, territory))
                .Select(h => h.Person)
                .DistinctBy(p => p.Id),
        ];

    private ValueTask<List<(ResponsibleSpecialist Person, Role Role, string Territory)>> ActiveInAsync(
        Role[] roles,
        DateOnly on,
        CancellationToken ct
    ) =>
        reads.ListAsync(
            reads
                .Sql()
                .Add(
                    $$"""
                    SELECT p.Id, p.Surname, p.Name, p.Patronymic, b.NameKy, b.NameRu, a.Role, a.Territory
                    FROM {access.accounts} a JOIN {access.specialists} p ON p.Id = a.SpecialistId JOIN {access.bodies} b ON b.Id = p.BodyId
                    WHERE a.SuspendedAt IS NULL AND b.SuspendedAt IS NULL AND a.ValidFrom <= {} AND a.ValidUntil >= {} AND {{CodeSql.Is<Role>(
                        "a.Role",
                        roles
                    )}} AND a.Territory IS NOT NULL
                    ORDER BY p.OrderName, p.Id
                    """,
                    on,
                    on
                ),
            row =>
                (
                    new ResponsibleSpecialist(row.Id(0), NameOf(row), row.GetString(4), row.GetString(5)),
                    row.Code<Role>(6),
                    row.GetString(7)
                ),
            ct
        );

    public async Task<IReadOnlyList<RoleOfSpecialist>> ActiveAsync(DateOnly on, CancellationToken ct) =>
        [
            .. (
                await reads.ListAsync(
                    reads
                        .Sql()
                        .Add(
                            """
                            SELECT p.Id, p.Surname, p.Name, p.Patronymic, a.Role, b.Id, b.NameKy, b.NameRu
                            FROM {access.accounts} a JOIN {access.specialists} p ON p.Id = a.SpecialistId JOIN {access.bodies} b ON b.Id = p.BodyId
                            WHERE a.SuspendedAt IS NULL AND b.SuspendedAt IS NULL AND a.ValidFrom <= {} AND a.ValidUntil >= {}
                            ORDER BY b.OrderRu, p.OrderName, p.Id
                            """,
                            on,
                            on
                        ),
                    row => new RoleOfSpecialist(row.Id(0), NameOf(row), row.Code<Role>(4), row.Id(5), row.GetString(6), row.GetString(7)),
                    ct
                )
            ).Distinct(),
        ];

    public async Task<int> HeldByCourseAsync(Guid course, DateOnly on, CancellationToken ct) =>
        (
            await reads.ListAsync(
                reads
                    .Sql()
                    .Add(
                        "SELECT COUNT(*) FROM {access.accounts} WHERE RequiredCourse = {} AND SuspendedAt IS NULL AND ValidUntil >= {} AND (CourseValidUntil IS NULL OR CourseValidUntil < {})",
                        course,
                        on,
                        on
                    ),
                row => row.GetInt32(0),
                ct
            )
        )[0];

    public async Task<IReadOnlyList<Guid>> EndedAsync(DateOnly on, CancellationToken ct) =>
        await reads.ListAsync(
            reads.Sql().Add("SELECT Id FROM {access.accounts} WHERE SuspendedAt IS NOT NULL OR ValidUntil < {}", on),
            row => row.Id(0),
            ct
        );

    /// <summary>Columns 1 to 3 of every read here: surname, name, patronymic.</summary>
    private static string NameOf(DbDataReader row) =>
        Specialist.FullNameOf(row.GetString(1), row.GetString(2), row.IsDBNull(3) ? null : row.GetString(3));
}
