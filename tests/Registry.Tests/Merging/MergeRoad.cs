using System.Net;
using System.Text.Json;
using Registry.Tests.Children;
using Registry.Tests.Host;
using Registry.Tests.Institutions;

namespace Registry.Tests.Merging;

/// <summary>Two cards of one child, and the steps of merging them.</summary>
internal static class MergeRoad
{
    public const string Pin = "10405201600011";

    /// <summary>A card with something in every table that a specialist fills, its plan in force.</summary>
    public static async Task<Guid> RichAsync(this RegistryHost host, HttpClient holder, string surname = "Эгизова")
    {
        var (child, _) = await host.PlanInForceAsync(holder);
        await holder.FillCardAsync(child);
        await holder.SaveSectionAsync(child, "identity", Road.NewIdentity(surname, "Нурзат", Pin));
        await holder.PostAsync($"/api/children/cards/{child}/registers", new { }).JsonAsync();
        var learned = new
        {
            kind = "status",
            learnedOn = "2026-11-23",
            happenedOn = "2026-11-23",
            what = "x",
        };
        await holder.PostAsync($"/api/children/cards/{child}/changes", learned).JsonAsync(HttpStatusCode.Created);
        var file = new
        {
            to = "card",
            name = "a.png",
            title = "Сүрөт",
            content = SampleFiles.Png(),
        };
        await holder.PostAsync($"/api/children/cards/{child}/attachments", file).JsonAsync(HttpStatusCode.Created);
        var print = new
        {
            kind = "card",
            language = "ky",
            purpose = "Сот",
        };
        await holder.PostAsync($"/api/reporting/papers/of-child/{child}", print).JsonAsync(HttpStatusCode.Created);
        await host.DiscloseAsync(holder, child);
        await holder.PlaceAsync(child, await (await host.SignedInAsync("admin")).RegisterInstitutionAsync());
        var sibling = (await holder.OpenCardAsync(Road.NewIdentity("Тууганова"))).Id("childId");
        await holder.PostAsync($"/api/institutions/siblings/of-child/{child}", new { siblingId = sibling });
        await host.SettleAsync();
        return child;
    }

    /// <summary>Data about the child are disclosed to the court [27].</summary>
    public static async Task<Guid> DiscloseAsync(this RegistryHost host, HttpClient holder, Guid child)
    {
        var asked = new
        {
            asker = "state-body",
            askedBy = "Ак-Суу райондук соту",
            ground = "ГПК, 92-берене",
            document = "№ 12",
            purpose = "Камкордук",
            askedOn = "2026-11-23",
            wanted = new[] { "card" },
        };
        var id = (await holder.PostAsync($"/api/integration/disclosures/of-child/{child}", asked).JsonAsync(HttpStatusCode.Created)).Id();
        var second = await host.SignedInAsync("ministry");
        var path = $"/api/integration/disclosures/{id}";
        await second.ChangeAsync(path, v => second.PostAsync($"{path}/decide", new { grant = new[] { "card" } }, v));
        var given = new
        {
            @as = "paper",
            on = "2026-11-23",
            to = "Сот катчысы",
        };
        await holder.ChangeAsync(path, v => holder.PostAsync($"{path}/give", given, v));
        return id;
    }

    /// <summary>Disclosed data are corrected: the recipient must be notified.</summary>
    public static async Task<Guid> NoticeAsync(this RegistryHost host, HttpClient holder, Guid child)
    {
        await host.DiscloseAsync(holder, child);
        await holder.SaveSectionAsync(child, "identity", Road.NewIdentity("Оңдолгонова"));
        await host.SettleAsync();
        return (await holder.GetAsync($"/api/integration/recipient-notices?childId={child}").JsonAsync()).GetProperty("items")[0].Id();
    }

    public static Task<HttpResponseMessage> TryMergeAsync(
        this HttpClient holder,
        Guid kept,
        Guid other,
        string? confirm,
        params object[] fields
    ) =>
        holder.PostAsync(
            $"/api/children/cards/{kept}/merge",
            new
            {
                otherId = other,
                confirm,
                fields,
            }
        );

    /// <summary>Merges two cards, with the name typed that the preview shows.</summary>
    public static async Task<JsonElement> MergeAsync(
        this RegistryHost host,
        HttpClient holder,
        Guid kept,
        Guid other,
        params object[] fields
    )
    {
        var name = await holder.NameToTypeAsync($"/api/children/cards/{kept}/merge/consequences?otherId={other}");
        var merged = await holder.TryMergeAsync(kept, other, name, fields).JsonAsync(HttpStatusCode.Created);
        await host.SettleAsync();
        return merged;
    }

    public static async Task<JsonElement> MergeOfAsync(this HttpClient reader, Guid child) =>
        (await reader.GetAsync($"/api/children/merges?childId={child}").JsonAsync()).GetProperty("items").EnumerateArray().Last();

    public static async Task<HttpResponseMessage> UndoAsync(this HttpClient holder, Guid child)
    {
        var merge = await holder.MergeOfAsync(child);
        return await holder.PostAsync($"/api/children/merges/{merge.Id()}/undo", new { }, merge.Id("version").Etag());
    }

    public static async Task<List<JsonElement>> FoundAsync(this HttpClient holder, string text) =>
        [.. (await holder.PostAsync("/api/children/search", new { text }).JsonAsync()).GetProperty("items").EnumerateArray()];
}
