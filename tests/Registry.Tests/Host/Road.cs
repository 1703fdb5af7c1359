using System.Net;
using System.Text.Json;
using Registry.Contracts;

namespace Registry.Tests.Host;

/// <summary>The steps of the main road, as a specialist's browser takes them. Synthetic children only.</summary>
internal static class Road
{
    public const string AkSuu = "41702205000000";
    public const string Alamudun = "41708203000000";

    /// <summary>The demo's invented places within Ak-Suu rayon.</summary>
    public const string Town = "41702205490010";
    public const string Aimak = "41702205990000";
    public const string Village = "41702205990010";

    /// <summary>An invented place within Alamudun rayon, once <see cref="AddAimakOfAlamudunAsync"/> has added it.</summary>
    public const string AlamudunAimak = "41708203990000";

    public static async Task AddAimakOfAlamudunAsync(this RegistryHost host)
    {
        var csv = $"code;nameKy;nameRu;nameEn;validFrom\n{AlamudunAimak};Үлгү;Пример;Example;2026-01-01\n";
        await (await host.SignedInAsync("admin")).PostAsync("/api/access/territories/import", new { csv, confirm = "1" }).JsonAsync();
    }

    public static object Signal(
        string source = "report-received",
        string territory = AkSuu,
        string foundOn = "2026-11-23",
        object? child = null,
        string urgency = "ordinary"
    ) =>
        new
        {
            source,
            channel = "school",
            urgency,
            foundOn,
            receivedOn = source == "report-received" ? foundOn : null,
            territory,
            account = "Мектепке келбейт, үйүндө жалгыз.",
            reporter = new { anonymous = true },
            child = child
                ?? new
                {
                    surname = "Сынова",
                    name = "Жыпаргүл",
                    sex = "female",
                    birthDate = "2016-05-04",
                },
        };

    /// <summary>A child found more than a year ago and reported only now.</summary>
    public static object FoundLongAgo(string foundOn = "2025-11-01", string receivedOn = "2026-11-23", string territory = AkSuu) =>
        new
        {
            source = "report-received",
            channel = "school",
            urgency = "ordinary",
            foundOn,
            receivedOn,
            territory,
            account = "Былтыр жалгыз калган.",
            reporter = new { anonymous = true },
            lateBecause = "Кошунасы азыр гана айтты",
            child = new { name = "Жыпаргүл" },
        };

    /// <summary>The unit confirms the day found of a child, or returns it.</summary>
    public static async Task DecideDayFoundAsync(this HttpClient unit, Guid child, bool confirm)
    {
        var asked = (await unit.GetAsync($"/api/children/days-found?childId={child}").JsonAsync())
            .GetProperty("items")
            .EnumerateArray()
            .Last();
        await unit.PostAsync($"/api/children/days-found/{asked.Id()}/decide", new { confirm, remarks = "Жооп" }, asked.Id("version").Etag())
            .NothingAsync();
    }

    public static async Task<JsonElement> RegisterAsync(this HttpClient holder, object? signal = null) =>
        await holder.PostAsync("/api/children/signals", signal ?? Signal()).JsonAsync(HttpStatusCode.Created);

    /// <summary>Registers a signal and opens a card from it.</summary>
    public static async Task<JsonElement> OpenCardAsync(this HttpClient holder, object? identity = null, object? signal = null)
    {
        // a report without a name: the child goes by the identity alone
        var registered = await holder.RegisterAsync(signal ?? (identity is null ? null : Signal(child: new { })));
        return await holder.OpenCardFromAsync(registered.Id(), identity);
    }

    public static async Task<JsonElement> OpenCardFromAsync(this HttpClient holder, Guid signalId, object? identity = null)
    {
        var version = await holder.VersionAsync($"/api/children/signals/{signalId}");
        return await holder
            .PostAsync(
                $"/api/children/signals/{signalId}/open-card",
                new { identity = identity ?? NewIdentity(), otherChildBecause = "Башка бала" },
                version
            )
            .JsonAsync(HttpStatusCode.Created);
    }

    /// <summary>Forwards a signal to another territory.</summary>
    public static async Task<HttpResponseMessage> ForwardAsync(this HttpClient user, Guid signal, string territory) =>
        await user.PostAsync(
            $"/api/children/signals/{signal}/forward",
            new { territory, reason = "Бала ошол жакта жашайт" },
            await user.VersionAsync($"/api/children/signals/{signal}")
        );

    /// <summary>Links a signal to a child in the Base.</summary>
    public static async Task<JsonElement> LinkAsync(this HttpClient holder, Guid signal, Guid child) =>
        await holder
            .PostAsync(
                $"/api/children/signals/{signal}/link",
                new { childId = child },
                await holder.VersionAsync($"/api/children/signals/{signal}")
            )
            .JsonAsync();

    /// <summary>Fills the card and declares the initial information entered.</summary>
    public static async Task EnterInformationAsync(this HttpClient holder, Guid child)
    {
        await holder.FillCardAsync(child);
        await holder
            .PostAsync(
                $"/api/children/cards/{child}/enter-initial-information",
                new { },
                (await holder.CardAsync(child)).GetProperty("case").Id("version").Etag()
            )
            .NothingAsync();
    }

    /// <summary>The steps owed for a card or signal, by their codes.</summary>
    public static List<JsonElement> Owed(this JsonElement about, string? step = null) =>
        [
            .. about
                .GetProperty("deadlines")
                .EnumerateArray()
                .Where(d => d.GetProperty("isOpen").GetBoolean() && (step is null || d.Text("step") == step)),
        ];

    private static int _people;

    /// <summary>
    /// A unique personal number; its child is that of <see cref="NewIdentity"/>. The person whom the registers have under it bears another name: they disagree
    /// in as many items with each such card.
    /// </summary>
    public static string NewPin()
    {
        var n = Interlocked.Increment(ref _people);
        var (surname, name, variant) = (50 + (n / 12 % 50), 2 + (SyntheticPeople.Girls.Count * (n % 12)), n / 600 % 5);
        return string.Create(System.Globalization.CultureInfo.InvariantCulture, $"104052016{surname:D2}{name:D2}{variant}");
    }

    /// <summary>Requests the case of a child elsewhere under whose number a signal was reported here.</summary>
    public static async Task<JsonElement> RequestCaseAsync(this HttpClient holder, string pin, string territory, Guid? signal = null)
    {
        signal ??= (await holder.RegisterAsync(Signal(territory: territory, child: new { pin }))).Id();
        var asked = new
        {
            pin,
            reason = "Бала бизде табылды",
            signalId = signal,
        };
        return await holder.PostAsync("/api/children/case-requests", asked).JsonAsync(HttpStatusCode.Created);
    }

    public static object NewIdentity(
        string surname = "Сынова",
        string name = "Жыпаргүл",
        string? pin = null,
        string birthDate = "2016-05-04"
    ) =>
        new
        {
            surname,
            name,
            noPatronymic = true,
            sex = "female",
            birthDate,
            pin,
            citizenship = "KG",
        };

    public static async Task<string> VersionAsync(this HttpClient client, string path)
    {
        var answer = await client.GetAsync(path);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return answer.Headers.ETag!.Tag;
    }

    public static Task<JsonElement> CardAsync(this HttpClient client, Guid childId) =>
        client.GetAsync($"/api/children/cards/{childId}").JsonAsync();

    public static string SectionVersion(this JsonElement card, string code) =>
        card.GetProperty("sections").EnumerateArray().Single(s => s.Text("code") == code).Id("version").Etag();

    /// <summary>Every section of clause 17 with every item filled or explained.</summary>
    public static readonly (string Route, object Section)[] FullCard =
    [
        (
            "identity",
            new
            {
                surname = "Сынова",
                name = "Жыпаргүл",
                noPatronymic = true,
                sex = "female",
                birthDate = "2016-05-04",
                citizenship = "KG",
                unknown = new { pin = "no-documents" },
            }
        ),
        ("documents", new { hasBirthCertificate = false, list = new[] { new { kind = "medical", number = "12" } } }),
        (
            "finding",
            new
            {
                address = "Теплоключенка",
                circumstances = "Үйүндө",
                unknown = new { cameFrom = "nobody-knows" },
            }
        ),
        (
            "residence",
            new
            {
                registeredTerritory = AkSuu,
                registeredAddress = "Ленин 1",
                actualTerritory = AkSuu,
                actualAddress = "Ленин 1",
                livesWith = "Чоң энеси",
            }
        ),
        (
            "relatives",
            new
            {
                mother = "abroad-for-work",
                father = "dead",
                list = new[]
                {
                    new
                    {
                        relation = "mother",
                        fullName = "Сынова Айгүл",
                        abroadForWork = true,
                        country = "РФ",
                    },
                },
            }
        ),
        (
            "disability",
            new
            {
                has = true,
                group = "child",
                since = "2020-01-01",
                until = "2030-01-01",
            }
        ),
        ("payments", new { receivesAny = true, list = new[] { new { kind = "benefit-disability", received = true } } }),
        (
            "property",
            new
            {
                housingAssigned = true,
                housingAddress = "Ленин 1",
                hasOther = true,
                list = new[] { new { kind = "land", description = "0,08 га" } },
            }
        ),
        (
            "legal-status",
            new { statuses = new[] { "half-orphan", "migrant-parents" }, causes = new[] { "labour-migration", "disability" } }
        ),
        ("further", new { values = new Dictionary<string, string>() }),
    ];

    /// <summary>Saves one section based on the current version, with the full card's contents unless others are given.</summary>
    /// <param name="changes">The registered changes that the save enters [20].</param>
    public static async Task SaveSectionAsync(
        this HttpClient holder,
        Guid childId,
        string route,
        object? section = null,
        Guid[]? changes = null
    )
    {
        var card = await holder.CardAsync(childId);
        var contents = section ?? FullCard.Single(s => s.Route == route).Section;
        await holder
            .PutAsync($"/api/children/cards/{childId}/{route}", new { section = contents, changes }, card.SectionVersion(route))
            .JsonAsync();
    }

    public static async Task FillCardAsync(this HttpClient holder, Guid childId)
    {
        foreach (var (route, section) in FullCard)
        {
            var card = await holder.CardAsync(childId);
            await holder.PutAsync($"/api/children/cards/{childId}/{route}", new { section }, card.SectionVersion(route)).JsonAsync();
        }
    }
}
