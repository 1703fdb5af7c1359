using System.Text.Json;
using Registry.Children.Search;
using Registry.Tests.Host;

namespace Registry.Tests.Children;

/// <summary>Whatever a specialist has at hand goes into one box, and the answer says how it was interpreted.</summary>
[Collection("host")]
[Clause("14.2", "21")]
public sealed class SearchBoxTests(RegistryHost host)
{
    private static readonly DateOnly Today = new(2026, 11, 23);

    [Theory]
    [InlineData("Асанов Бакыт", "Name Асанов Бакыт")]
    [InlineData("Асанов 03.03.2014", "BirthDate 2014-03-03|Name Асанов")]
    [InlineData("3/3/2014", "BirthDate 2014-03-03")]
    [InlineData("03 03 2014", "BirthDate 2014-03-03")]
    [InlineData("03032014", "BirthDate 2014-03-03")]
    [InlineData("2014-03-03", "BirthDate 2014-03-03")]
    [InlineData("Асанов 2014", "BirthYear 2014|Name Асанов")]
    [InlineData("10303201400017", "Pin 10303201400017")]
    [InlineData("1 0303 2014 00017", "Pin 10303201400017")]
    [InlineData("1-03032014-00017", "Pin 10303201400017")]
    [InlineData("0700 12-34-56", "Phone 700123456")]
    [InlineData("+996 (700) 123456", "Phone 700123456")]
    [InlineData("996700123456", "Phone 700123456")]
    [InlineData("+7 925 123 45 67", "Phone 251234567")]
    [InlineData("41702205-2026-000123", "CaseNumber 41702205-2026-000123")]
    [InlineData("дело № 41702205 2026 000123", "CaseNumber 41702205-2026-000123")]
    [InlineData("417022052026000123", "CaseNumber 41702205-2026-000123")]
    [InlineData("s-41702205-2026-000123", "SignalNumber S-41702205-2026-000123")]
    [InlineData("с 41702205–2026–000123", "SignalNumber S-41702205-2026-000123")]
    [InlineData("p-20261123-0a1b2c3d4e5f", "PaperNumber P-20261123-0A1B2C3D4E5F")]
    [InlineData("Р 20261123 0А1В 2С3D 4Е5F", "PaperNumber P-20261123-0A1B2C3D4E5F")]
    [InlineData("R-20261123-0A1B2C3D4E5F", "ReportNumber R-20261123-0A1B2C3D4E5F")]
    [InlineData("аты белгисиз", "NameUnknown ")]
    [InlineData("Имя неизвестно", "NameUnknown ")]
    [InlineData("AC3456789", "ForeignNumber AC3456789")]
    [InlineData("ас-3456789", "ForeignNumber AC3456789")]
    [InlineData("Асанов N1234567", "ForeignNumber N1234567|Name Асанов")]
    [InlineData("12345", "Unclear 12345")]
    [InlineData("2014", "Unclear 2014")]
    [InlineData("1030320140001", "Unclear 1030320140001")]
    [InlineData("31.02.2014", "Unclear 31.02.2014")]
    [InlineData("???", "Unclear ???")]
    public void Takes_a_text_for_what_it_is(string text, string kinds) =>
        Assert.Equal(kinds, string.Join('|', AskedText.Parse(text, Today).Select(a => $"{a.Kind} {a.Text}")));

    [Fact]
    public async Task Finds_by_the_number_of_case_signal_and_paper_in_any_writing()
    {
        var holder = await host.SignedInAsync("holder.aksuu");
        var signal = await holder.RegisterAsync(Road.Signal());
        var opened = await holder.OpenCardFromAsync(signal.Id(), Road.NewIdentity("Номерлиева"));
        var child = opened.Id("childId");
        var @case = opened.Text("caseNumber")!;
        Assert.Equal(child, (await OnlyAsync(holder, @case)).Id());
        Assert.Equal(child, (await OnlyAsync(holder, @case.Replace("-", " ", StringComparison.Ordinal))).Id());
        Assert.Equal(child, (await OnlyAsync(holder, signal.Text("number")!.Replace('S', 'с'))).Id());
        var paper = await holder
            .PostAsync(
                $"/api/reporting/papers/of-child/{child}",
                new
                {
                    kind = "card",
                    language = "ky",
                    purpose = "Сот",
                    certified = false,
                }
            )
            .JsonAsync(System.Net.HttpStatusCode.Created);
        Assert.Equal(child, (await OnlyAsync(holder, paper.Text("number")!.ToLowerInvariant())).Id());
        // outside the territory none of them leads anywhere
        var elsewhere = await host.SignedInAsync("holder.alamudun");
        foreach (var number in new[] { @case, signal.Text("number")!, paper.Text("number")! })
            Assert.Empty((await AskAsync(elsewhere, number)).GetProperty("items").EnumerateArray());
    }

    [Theory]
    [Clause("17.1")]
    [InlineData("AA 7654321", "aa7654321", "Шетелева")]
    [InlineData("АС-99887766", "ac 9988 7766", "Шетелева")]
    [InlineData("85040112345", "8504 0112345", "Шетелева")]
    [InlineData("RSSMRA85M01H501U", "rssmra85m01h501u", "Шетелева")]
    public async Task Finds_by_the_number_that_another_state_gave(string number, string asked, string surname)
    {
        var holder = await host.SignedInAsync("holder.aksuu");
        var child = (
            await holder.OpenCardAsync(
                new
                {
                    surname,
                    name = "Нигора",
                    noPatronymic = true,
                    birthDate = "2015-02-02",
                    citizenship = "x",
                    foreignNumber = number,
                }
            )
        ).Id("childId");
        var answer = await AskAsync(holder, asked);
        var found = Assert.Single(answer.GetProperty("items").EnumerateArray());
        Assert.Equal(child, found.Id());
        Assert.Contains("foreign-number", found.GetProperty("matches").ToString(), StringComparison.Ordinal);
        Assert.Contains(answer.GetProperty("asked").EnumerateArray(), a => a.Text("kind") == "foreign-number");
        var elsewhere = await host.SignedInAsync("holder.alamudun");
        Assert.Empty((await AskAsync(elsewhere, asked)).GetProperty("items").EnumerateArray());
        // and is shown before a second card is opened for it
        var alike = await holder
            .PostAsync("/api/children/duplicates", new { identity = new { surname = "Башкаева", foreignNumber = asked } })
            .JsonAsync();
        Assert.Contains("same-foreign-number", alike.ToString(), StringComparison.Ordinal);
        await holder.SaveSectionAsync(child, "identity", Road.NewIdentity(surname, "Нигора"));
        Assert.Empty((await AskAsync(holder, asked)).GetProperty("items").EnumerateArray());
    }

    [Fact]
    public async Task Says_what_it_looked_for()
    {
        var holder = await host.SignedInAsync("holder.aksuu");
        await holder.OpenCardAsync(Road.NewIdentity("Калыптырова"));
        var answer = await AskAsync(holder, "rfksgnshjdf");
        Assert.Single(answer.GetProperty("items").EnumerateArray());
        var asked = Assert.Single(answer.GetProperty("asked").EnumerateArray());
        Assert.Equal(("name-in-other-layout", "калыптырова"), (asked.Text("kind"), asked.Text("text")));
        var year = await AskAsync(holder, "Калыптырова 2016");
        Assert.Single(year.GetProperty("items").EnumerateArray());
        Assert.Empty((await AskAsync(holder, "Калыптырова 2015")).GetProperty("items").EnumerateArray());
        Assert.Equal("unclear", Assert.Single((await AskAsync(holder, "777")).GetProperty("asked").EnumerateArray()).Text("kind"));
    }

    private static Task<JsonElement> AskAsync(HttpClient browser, string text) =>
        browser.PostAsync("/api/children/search", new { text }).JsonAsync();

    private static async Task<JsonElement> OnlyAsync(HttpClient browser, string text) =>
        Assert.Single((await AskAsync(browser, text)).GetProperty("items").EnumerateArray());
}
