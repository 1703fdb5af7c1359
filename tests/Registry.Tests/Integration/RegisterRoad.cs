using System.Net;
using System.Text.Json;
using Registry.Tests.Host;

namespace Registry.Tests.Integration;

/// <summary>A host with the simulated registers, and the steps of a specialist who queries them.</summary>
public abstract class RegisterRoad : IAsyncLifetime
{
    /// <summary>Асанова Айгүл in the simulated registers; the last digit determines what else they return.</summary>
    protected const string Plain = "10405201601021";
    protected const string Disabled = "10405201601025";
    protected const string BornOtherwise = "10405201601027";

    /// <summary>Another one with the same data.</summary>
    protected const string BornOtherwiseToo = "10405201611027";
    protected const string BenefitEnded = "10405201601028";
    protected const string Replaced = "10405201601029";
    protected const string Unknown = "10405201600000";
    protected const string ExchangeDown = "10405201699991";
    protected const string Died = "10405201699993";

    protected RegistryHost Host { get; } = new();
    protected HttpClient Holder { get; set; } = null!;

    public async Task InitializeAsync() => Holder = await Host.SignedInAsync("holder.aksuu");

    protected async Task<Guid> ChildAsync(string? pin, string name = "Айгүл") =>
        (
            await Holder.OpenCardAsync(
                new
                {
                    surname = "Асанова",
                    name,
                    noPatronymic = true,
                    sex = "female",
                    birthDate = "2016-05-04",
                    pin,
                    citizenship = "Кыргыз Республикасы",
                }
            )
        ).Id("childId");

    protected Task<JsonElement> AskAsync(Guid child) => Holder.PostAsync($"/api/children/cards/{child}/registers", new { }).JsonAsync();

    protected static JsonElement Field(JsonElement asked, string section, string field, string? kind = null) =>
        asked
            .GetProperty("fields")
            .EnumerateArray()
            .Single(f => f.Text("section") == section && f.Text("field") == field && (kind is null || f.Text("kind") == kind));

    private static object Chosen(JsonElement field) =>
        new
        {
            kind = field.Text("kind"),
            section = field.Text("section"),
            field = field.Text("field"),
            here = field.GetProperty("here").GetString(),
            came = field.Text("came"),
        };

    protected Task<HttpResponseMessage> TakeAsync(
        Guid child,
        JsonElement asked,
        JsonElement[] take,
        JsonElement[]? leave = null,
        string? because = null
    ) =>
        Holder.PostAsync(
            $"/api/children/cards/{child}/registers/take",
            new
            {
                askId = asked.Id("askId"),
                take = take.Select(Chosen),
                leave = (leave ?? []).Select(Chosen),
                because,
            }
        );

    protected async Task<List<JsonElement>> ItemsAsync(string path, HttpClient? by = null) =>
        [.. (await (by ?? Holder).GetAsync(path).JsonAsync()).GetProperty("items").EnumerateArray()];

    /// <summary>Changes the fields by which a register's answer is read.</summary>
    protected async Task MapAsync(string kind, object[] fields)
    {
        var admin = await Host.SignedInAsync("admin");
        var read = await admin.GetAsync($"/api/integration/registers/{kind}").JsonAsync();
        var service = JsonSerializer.Deserialize<Dictionary<string, object>>(read.GetProperty("service").GetRawText())!;
        service["fields"] = fields;
        var version = await admin.VersionAsync($"/api/integration/registers/{kind}");
        var answer = await admin.PutAsync($"/api/integration/registers/{kind}", new { service }, version);
        Assert.Equal(HttpStatusCode.NoContent, answer.StatusCode);
    }

    public async Task DisposeAsync() => await Host.DisposeAsync();
}
