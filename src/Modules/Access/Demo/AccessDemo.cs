using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Registry.Access.Authentication;
using Registry.Access.Model;
using Registry.Basics;
using Registry.Basics.Access;
using Registry.Basics.Time;

namespace Registry.Access.Demo;

/// <summary>Synthetic bodies, specialists and users of every role for Development.</summary>
internal static class AccessDemo
{
    public const string Password = "kyzyl-alma-2026-demo";
    private const string AkSuu = "41702205000000";
    private const string Alamudun = "41708203000000";
    private const string Bishkek = "41711000000000";

    /// <summary>Below a rayon there is no official list at hand: these two are invented, and say so.</summary>
    private const string Town = "41702205490010";
    private const string Aimak = "41702205990000";
    private static readonly (string Code, string Type, string Parent, string Ky, string Ru, string En)[] Below =
    [
        (Town, "town", AkSuu, "Көк-Белес шаары (үлгү)", "г. Кок-Белес (пример)", "Kok-Beles town (example)"),
        (
            Aimak,
            "aiyl_aimak",
            AkSuu,
            "Сары-Булак айыл аймагы (үлгү)",
            "Сары-Булакский айылный аймак (пример)",
            "Sary-Bulak aiyl aimak (example)"
        ),
        ("41702205990010", "village", Aimak, "Сары-Булак айылы (үлгү)", "с. Сары-Булак (пример)", "Sary-Bulak village (example)"),
        ("41702205990020", "village", Aimak, "Кең-Суу айылы (үлгү)", "с. Кен-Суу (пример)", "Ken-Suu village (example)"),
    ];

    private static readonly (
        string Login,
        Role Role,
        string? Territory,
        int Body,
        string Surname,
        string Name,
        string? Patronymic,
        string Position
    )[] People =
    [
        ("admin", Role.BaseAdministrator, null, 0, "Базарбаев", "Данияр", "Эсенович", "Базанын администратору"),
        ("ministry", Role.AuthorisedBody, null, 0, "Касымова", "Гүлмира", "Асановна", "Башкы адис"),
        ("central", Role.CentralBody, null, 1, "Иванова", "Елена", "Петровна", "Главный специалист"),
        ("unit.aksuu", Role.TerritorialUnit, AkSuu, 2, "Осмонов", "Талант", null, "Бөлүм башчысы"),
        ("police.aksuu", Role.TerritorialBody, AkSuu, 3, "Сыдыков", "Нурбек", "Маратович", "Инспектор"),
        ("holder.aksuu", Role.Holder, AkSuu, 2, "Токтосунова", "Нургүл", "Бакытовна", "Социалдык кызматкер"),
        ("holder.alamudun", Role.Holder, Alamudun, 4, "Жумабаева", "Айсулуу", null, "Социалдык кызматкер"),
        ("institution", Role.InstitutionStaff, AkSuu, 5, "Мамытов", "Эркин", "Жолдошевич", "Директор"),
        ("town.aksuu", Role.Holder, Town, 6, "Алиева", "Бегимай", "Таалайбековна", "Социалдык кызматкер"),
        ("aimak.aksuu", Role.Holder, Aimak, 7, "Бейшеев", "Кубат", null, "Социалдык кызматкер"),
    ];

    private static readonly BodyData[] Bodies =
    [
        new(
            "Эмгек, социалдык камсыздоо жана миграция министрлиги",
            "Министерство труда, социального обеспечения и миграции",
            "00101199610017",
            "Бишкек ш., Тыныстанов көч., 215",
            BodyKind.AuthorisedBody,
            BodyLevel.Central,
            Bishkek
        ),
        new(
            "Агартуу министрлиги",
            "Министерство просвещения",
            "00101199610025",
            "Бишкек ш., Тыныстанов көч., 257",
            BodyKind.Education,
            BodyLevel.Central,
            Bishkek
        ),
        new(
            "Ак-Суу райондук эмгек, социалдык камсыздоо жана миграция башкармалыгы",
            "Ак-Суйское районное управление труда, социального обеспечения и миграции",
            "00207199610033",
            "Каракол ш., Токтогул көч., 1",
            BodyKind.AuthorisedBody,
            BodyLevel.Local,
            AkSuu
        ),
        new(
            "Ак-Суу райондук ички иштер бөлүмү",
            "Ак-Суйский районный отдел внутренних дел",
            "00207199610041",
            "Теплоключенка айылы",
            BodyKind.InternalAffairs,
            BodyLevel.Local,
            AkSuu
        ),
        new(
            "Аламүдүн райондук эмгек, социалдык камсыздоо жана миграция башкармалыгы",
            "Аламудунское районное управление труда, социального обеспечения и миграции",
            "00207199610058",
            "Лебединовка айылы",
            BodyKind.AuthorisedBody,
            BodyLevel.Local,
            Alamudun
        ),
        // the first of the demo institutions
        new(
            "Ак-Суу балдар үйү",
            "Аксуйский детский дом",
            "00101201010001",
            "Мектеп көчөсү, 1",
            BodyKind.Institution,
            BodyLevel.Local,
            AkSuu
        ),
        new(
            "Көк-Белес шаарынын мэриясы (үлгү)",
            "Мэрия города Кок-Белес (пример)",
            "00207199610066",
            "Көк-Белес ш., Манас көч., 1",
            BodyKind.LocalSelfGovernment,
            BodyLevel.Local,
            Town
        ),
        new(
            "Сары-Булак айыл өкмөтү (үлгү)",
            "Сары-Булакский айыл окмоту (пример)",
            "00207199610074",
            "Сары-Булак айылы",
            BodyKind.LocalSelfGovernment,
            BodyLevel.Local,
            Aimak
        ),
    ];

    public static async Task<IReadOnlyList<DemoUser>> LoadAsync(IServiceProvider services, CancellationToken ct)
    {
        var db = services.GetRequiredService<AccessDbContext>();
        if (!await db.Accounts.AnyAsync(ct))
            await CreateAsync(services, db, ct);
        var users = await (
            from a in db.Accounts.AsNoTracking()
            join s in db.Specialists on a.SpecialistId equals s.Id
            select new
            {
                a.Id,
                a.Login,
                a.Role,
                a.Territory,
                a.SpecialistId,
            }
        ).ToListAsync(ct);
        return
        [
            .. People.Join(
                users,
                p => p.Login,
                u => u.Login,
                (p, u) => new DemoUser(p.Login, Password, p.Role, p.Territory, u.Id, u.SpecialistId)
            ),
        ];
    }

    private static Territory TerritoryOf((string Code, string Type, string Parent, string Ky, string Ru, string En) below) =>
        new()
        {
            Id = Ids.New(),
            Code = below.Code,
            Level = below.Parent == AkSuu ? 3 : 4,
            Type = below.Type,
            Parent = below.Parent,
            NameKy = below.Ky,
            NameRu = below.Ru,
            NameEn = below.En,
            ValidFrom = new(2000, 1, 1),
            Version = Ids.New(),
        };

    private static async Task CreateAsync(IServiceProvider services, AccessDbContext db, CancellationToken ct)
    {
        var today = services.GetRequiredService<TimeProvider>().Today();
        var passwords = services.GetRequiredService<Passwords>();
        var pins = services.GetRequiredService<SpecialistPins>();
        db.AddRange(Below.Select(TerritoryOf));
        var bodies = Bodies.Select(Body.Register).ToList();
        db.AddRange(bodies);
        foreach (var (person, order) in People.Select((p, i) => (p, i)))
        {
            var pin = $"2010119{80 + order}{order:D5}";
            var data = new SpecialistData(
                bodies[person.Body].Id,
                person.Surname,
                person.Name,
                pin,
                person.Position,
                Patronymic: person.Patronymic,
                Email: $"{person.Login}@registry.test",
                HeadsBody: person.Role is Role.TerritorialUnit
            );
            var specialist = Specialist.Register(data, await pins.KnowAsync(pin, ct));
            var account = Account.Grant(
                specialist.Id,
                new(person.Role, today.AddYears(-1), today.AddYears(1), person.Territory),
                person.Login,
                ""
            );
            account.ChoosePassword(passwords.Hash(Password));
            account.TellAround(today);
            db.AddRange(specialist, account);
        }
        await db.SaveChangesAsync(ct);
    }
}
