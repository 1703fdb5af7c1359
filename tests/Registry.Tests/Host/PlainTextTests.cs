using System.IO.Compression;
using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using System.Xml.Linq;
using Registry.Web;

namespace Registry.Tests.Host;

/// <summary>Invisible characters are refused on input and never leave the Base.</summary>
[Clause("14.3", "14.4")]
[Collection("host")]
public sealed class PlainTextTests(RegistryHost host)
{
    public static TheoryData<string> Unseen =>
        ["a\0b", "a\u0007", "\u202Etxt.exe", "\u2066x", "\u200Ex", "x\u061C", "x\uFFFE", "x\uFFFF", "x\u0085", "\u001Fx", "x\u007F"];

    [Theory]
    [MemberData(nameof(Unseen))]
    public async Task A_text_with_what_cannot_be_seen_is_refused_at_its_field(string name)
    {
        var holder = await host.SignedInAsync("holder.aksuu");
        var answer = await holder.PostAsync("/api/children/signals", Road.Signal(child: new { name }));
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        var error = (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("errors")[0];
        Assert.Equal(("child.name", "field.unreadable-characters"), (error.Text("field"), error.Text("code")));
        Assert.True(PlainText.Is(PlainText.Of(name)));
    }

    [Theory]
    [InlineData("Үй-бүлө\nэки сап\tтаблица")]
    [InlineData("Ң ң Ө ө Ү ү № « » — é 👧🏽")]
    [InlineData("")]
    public void What_people_write_is_kept(string text)
    {
        Assert.True(PlainText.Is(text));
        Assert.Equal(text, PlainText.Of(text));
    }

    [Fact]
    public void Half_characters_are_dropped()
    {
        Assert.False(PlainText.Is("a\uD83D"));
        Assert.False(PlainText.Is("\uDC67a"));
        Assert.False(PlainText.Is("👧\uD83D👧"));
        Assert.Equal("👧👧", PlainText.Of("👧\uD83D👧"));
    }

    /// <summary>One old name once made the republic's file unreadable.</summary>
    [Fact]
    public async Task A_file_drops_what_XML_forbids()
    {
        using var file = new MemoryStream();
        await using (var sheet = await Sheet.OpenAsync("xlsx", file, "ky"))
            await sheet.RowAsync(["Ай\uFFFEгүл\0 <&>", 1, "a\uD83D"]);
        file.Position = 0;
        using var archive = new ZipArchive(file);
        await using var part = await archive.GetEntry("xl/worksheets/sheet1.xml")!.OpenAsync();
        var texts = (await XDocument.LoadAsync(part, LoadOptions.None, default)).Descendants().Where(e => e.Name.LocalName == "t");
        Assert.Equal(["Айгүл <&>", "a"], texts.Select(t => t.Value));
    }

    [Theory]
    [InlineData("ky", ";")]
    [InlineData("ru", ";")]
    [InlineData("en", ",")]
    public async Task A_CSV_quotes_every_text_and_has_the_separator_of_the_readers_language(string language, string separator)
    {
        using var file = new MemoryStream();
        await using (var sheet = await Sheet.OpenAsync("csv", file, language))
            await sheet.RowAsync(["Ай\0гүл", 1, null, "a\"b", "\n=1+1"]);
        var text = Encoding.UTF8.GetString(file.ToArray()).TrimStart('\uFEFF');
        Assert.Equal(string.Join(separator, "\"Айгүл\"", "1", "", "\"a\"\"b\"", "\"'\n=1+1\"") + "\r\n", text);
    }
}
