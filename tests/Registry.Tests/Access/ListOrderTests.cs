using System.Net;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Registry.Access.Model;
using Registry.Institutions.Model;
using Registry.Platform;
using Registry.Platform.Data;
using Registry.Tests.Host;
using Registry.Tests.Institutions;

namespace Registry.Tests.Access;

/// <summary>Lists are ordered by the displayed name, across pages.</summary>
[Collection("host")]
public sealed class ListOrderTests(RegistryHost host)
{
    /// <summary>Their Kyrgyz and Russian orders are opposite.</summary>
    private static readonly (string Ky, string Ru)[] Names =
    [
        ("Нарын тартиби", "Ятартиб"),
        ("Ңтартип", "Юристарт"),
        ("Отартип", "Фтартиб"),
        ("Өтартип", "Утартиб"),
        ("Утартип", "Ёжтартиб"),
        ("Үтартип", "Етартиб"),
    ];

    [Fact]
    public async Task Bodies_by_the_name_in_the_readers_language()
    {
        var admin = await host.SignedInAsync("admin");
        for (var i = 0; i < Names.Length; i++)
            await admin
                .PostAsync(
                    "/api/access/bodies",
                    new
                    {
                        body = new
                        {
                            nameKy = Names[i].Ky,
                            nameRu = Names[i].Ru,
                            inn = $"0015031994{4001 + i}",
                            address = "Каракол ш.",
                            level = "local",
                            kind = "education",
                            territory = Road.AkSuu,
                            departments = Array.Empty<object>(),
                        },
                    }
                )
                .JsonAsync(HttpStatusCode.Created);
        await OrderedAsync(admin, "/api/access/bodies", "nameKy", "nameRu");
    }

    [Fact]
    public async Task Institutions_by_the_name_in_the_readers_language()
    {
        var admin = await host.SignedInAsync("admin");
        foreach (var (ky, ru) in Names)
            await admin
                .PostAsync("/api/institutions", new { institution = Homes.Institution(nameKy: ky, nameRu: ru) })
                .JsonAsync(HttpStatusCode.Created);
        await OrderedAsync(admin, "/api/institutions", "nameKy", "nameRu");
    }

    [Fact]
    public async Task Specialists_by_their_full_names()
    {
        var admin = await host.SignedInAsync("admin");
        var body = (await admin.GetAsync("/api/access/bodies").JsonAsync()).GetProperty("items")[0].Id();
        for (var i = 0; i < Names.Length; i++)
            await admin
                .PostAsync(
                    "/api/access/specialists",
                    new
                    {
                        specialist = new
                        {
                            bodyId = body,
                            surname = Names[Names.Length - 1 - i].Ky.Split(' ')[0],
                            name = "Тартип",
                            pin = $"201011980009{i:D2}",
                            position = "Адис",
                        },
                    }
                )
                .JsonAsync(HttpStatusCode.Created);
        await OrderedAsync(admin, "/api/access/specialists", "fullName", "fullName");
    }

    [Fact]
    public async Task Rows_from_before_an_upgrade_get_their_place()
    {
        await host.InScopeAsync(async s =>
        {
            var access = s.GetRequiredService<AccessDbContext>();
            await access.Bodies.ExecuteUpdateAsync(b => b.SetProperty(x => x.OrderKy, "").SetProperty(x => x.OrderRu, ""));
            await access.Specialists.ExecuteUpdateAsync(b => b.SetProperty(x => x.OrderName, ""));
            var institutions = s.GetRequiredService<InstitutionsDbContext>().Institutions;
            return await institutions.ExecuteUpdateAsync(i => i.SetProperty(x => x.OrderKy, "").SetProperty(x => x.OrderRu, ""));
        });
        await PlatformModule.MigrateAsync(host.Services, CancellationToken.None);
        var admin = await host.SignedInAsync("admin");
        await OrderedAsync(admin, "/api/access/bodies", "nameKy", "nameRu");
        await OrderedAsync(admin, "/api/access/specialists", "fullName", "fullName");
        await OrderedAsync(admin, "/api/institutions", "nameKy", "nameRu");
    }

    private static async Task OrderedAsync(HttpClient admin, string list, string ky, string ru)
    {
        foreach (var (language, field) in new[] { ("ky", ky), ("ru", ru), ("en", ru) })
        {
            var names = new List<string>();
            for (string? cursor = ""; cursor is not null; )
            {
                using var request = new HttpRequestMessage(HttpMethod.Get, $"{list}?size=2&cursor={cursor}");
                request.Headers.AcceptLanguage.ParseAdd(language);
                var page = await admin.SendAsync(request).JsonAsync();
                names.AddRange(page.GetProperty("items").EnumerateArray().Select(i => i.Text(field)));
                cursor = page.GetProperty("next").ValueKind is JsonValueKind.Null ? null : page.Text("next");
            }
            Assert.True(names.Count > 2);
            Assert.Equal(names.Order(Alphabet.Comparer), names);
        }
    }
}
