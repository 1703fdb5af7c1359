using System.Net;
using Registry.Tests.Host;

namespace Registry.Tests.Access;

/// <summary>What the registration of people, systems, territories and the calendar refuses.</summary>
[Collection("host")]
[Clause("5.admin", "15.2", "16.3")]
public sealed class AccessRefusalTests(RegistryHost host) : IAsyncLifetime
{
    private HttpClient _admin = null!;

    public async Task InitializeAsync() => _admin = await host.SignedInAsync("admin");

    public Task DisposeAsync() => Task.CompletedTask;

    private async Task<Guid> BodyAsync() => (await _admin.GetAsync("/api/access/bodies").JsonAsync()).GetProperty("items")[0].Id();

    private static object Grant(Guid specialist, string login, string role = "holder") =>
        new
        {
            specialistId = specialist,
            login,
            access = AccountTests.Access(role),
        };

    [Fact]
    public async Task An_access_belongs_to_a_registered_specialist_with_a_plain_login_and_a_role_for_people()
    {
        var specialist = (await _admin.GetAsync("/api/access/specialists").JsonAsync()).GetProperty("items")[0].Id();
        const string path = "/api/access/accounts";
        await _admin.PostAsync(path, Grant(specialist, "Чоң тамга")).RefusedAsync(HttpStatusCode.BadRequest, "account.login-wrong-format");
        await _admin
            .PostAsync(path, Grant(specialist, "some.system", "integrator"))
            .RefusedAsync(HttpStatusCode.BadRequest, "account.role-not-for-people");
        await _admin
            .PostAsync(path, Grant(Registry.Basics.Ids.New(), "somebody"))
            .RefusedAsync(HttpStatusCode.BadRequest, "specialist.unknown");
    }

    [Theory]
    [InlineData(true, "body.unknown")]
    [InlineData(false, "department.unknown")]
    [Clause("16.2")]
    public async Task A_specialist_works_in_a_body_and_a_department_that_exist(bool unknownBody, string code)
    {
        var specialist = new
        {
            bodyId = unknownBody ? Registry.Basics.Ids.New() : await BodyAsync(),
            departmentId = unknownBody ? (Guid?)null : Registry.Basics.Ids.New(),
            surname = "Сынов",
            name = "Үсөн",
            pin = "20101198000777",
            position = "Адис",
        };
        await _admin.PostAsync("/api/access/specialists", new { specialist }).RefusedAsync(HttpStatusCode.BadRequest, code);
    }

    [Fact]
    [Clause("16.2")]
    public async Task A_department_stands_once_in_its_bodys_structure()
    {
        var id = Registry.Basics.Ids.New();
        object Department() =>
            new
            {
                id,
                parentId = (Guid?)null,
                nameKy = "Бөлүм",
                nameRu = "Отдел",
            };
        var body = new
        {
            nameKy = "Сыноо органы",
            nameRu = "Пробный орган",
            inn = "00101199699999",
            address = "Бишкек",
            kind = "other",
            level = "local",
            territory = Road.AkSuu,
            departments = new[] { Department(), Department() },
        };
        await _admin.PostAsync("/api/access/bodies", new { body }).RefusedAsync(HttpStatusCode.BadRequest, "department.doubled");
    }

    private static object Client(Guid body, string until = "2027-12-31") =>
        new
        {
            name = "Сыноо системасы",
            bodyId = body,
            scopes = new[] { "signals" },
            validFrom = "2026-01-01",
            validUntil = until,
            territory = Road.AkSuu,
            addresses = Array.Empty<string>(),
            perMinute = 60,
        };

    [Fact]
    [Clause("12.2", "15.5")]
    public async Task A_system_has_a_plain_id_of_its_own_a_known_body_and_a_term_of_three_years_at_most()
    {
        const string path = "/api/access/clients";
        var body = await BodyAsync();
        Task<HttpResponseMessage> RegisterAsync(string clientId, object client) => _admin.PostAsync(path, new { clientId, client });
        await RegisterAsync("Чоң", Client(body)).RefusedAsync(HttpStatusCode.BadRequest, "client.id-wrong-format");
        await RegisterAsync("long-term", Client(body, "2036-01-01")).RefusedAsync(HttpStatusCode.BadRequest, "client.term-too-long");
        await RegisterAsync("no-body", Client(Registry.Basics.Ids.New())).RefusedAsync(HttpStatusCode.BadRequest, "client.body-unknown");
        await RegisterAsync("twice-the-same", Client(body)).JsonAsync(HttpStatusCode.Created);
        await RegisterAsync("twice-the-same", Client(body)).RefusedAsync(HttpStatusCode.Conflict, "client.id-taken");
    }

    [Fact]
    public async Task A_territory_has_a_code_of_fourteen_digits_and_a_parent()
    {
        object Territory(string code, string? parent = null) =>
            new
            {
                code,
                nameKy = "Сыноо",
                nameRu = "Проба",
                nameEn = "Trial",
                validFrom = "2026-11-23",
                parent,
            };
        const string path = "/api/access/territories";
        await _admin.PostAsync(path, Territory("417022")).RefusedAsync(HttpStatusCode.BadRequest, "territory.code-wrong-format");
        await _admin.PostAsync(path, Territory("41702205999000")).RefusedAsync(HttpStatusCode.BadRequest, "territory.parent-required");
    }

    [Fact]
    public async Task The_calendar_is_kept_for_years_that_somebody_lives_to_see() =>
        await _admin.GetAsync("/api/access/calendar/1899").RefusedAsync(HttpStatusCode.BadRequest, "calendar.year-out-of-range");

    [Theory]
    [InlineData("2026-11-23", "2026-11-22")]
    [InlineData("2020-01-01", "2026-11-22")]
    [Clause("28")]
    public async Task The_journal_is_exported_for_a_year_at_most_and_forwards(string from, string to) =>
        await _admin
            .GetAsync($"/api/access/journal/export?from={from}&to={to}")
            .RefusedAsync(HttpStatusCode.BadRequest, "journal.wrong-period");

    [Fact]
    public async Task A_hundred_notices_at_most_are_marked_as_read_at_once()
    {
        var ids = Enumerable.Range(0, 101).Select(_ => Registry.Basics.Ids.New()).ToArray();
        await _admin.PostAsync("/api/access/notices/read", new { ids }).RefusedAsync(HttpStatusCode.BadRequest, "list.too-long");
    }

    [Fact]
    public async Task A_key_of_idempotency_is_short_and_belongs_to_one_request()
    {
        var holder = await host.SignedInAsync("holder.aksuu");
        await holder
            .PostAsync("/api/children/signals", Road.Signal(), key: new string('k', 200))
            .RefusedAsync(HttpStatusCode.BadRequest, "idempotency.key-too-long");
        var key = Registry.Basics.Ids.New().ToString();
        await holder.PostAsync("/api/children/signals", Road.Signal(), key: key).JsonAsync(HttpStatusCode.Created);
        await holder
            .PostAsync("/api/children/signals", Road.Signal(territory: Road.AkSuu, source: "found-by-specialist"), key: key)
            .RefusedAsync(HttpStatusCode.UnprocessableEntity, "idempotency.other-request");
    }
}
