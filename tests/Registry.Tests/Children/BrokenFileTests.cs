using System.Net;
using System.Text;
using Registry.Tests.Host;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Writer;

namespace Registry.Tests.Children;

/// <summary>Documents that cannot be cleaned are refused with the reason; nothing of them is kept.</summary>
[Collection("host")]
[Clause("14.2")]
public sealed class BrokenFileTests(RegistryHost host)
{
    public static TheoryData<string, byte[]> Broken =>
        new()
        {
            { "file.damaged", [.. "%PDF-1.7\n"u8, .. "%%EOF"u8] },
            { "file.damaged", [.. "RIFF"u8, 4, 0, 0, 0, .. "WAVE"u8] },
            { "file.locked", Locked() },
            { "file.too-many-pages", Pages(501) },
        };

    [Theory]
    [MemberData(nameof(Broken))]
    public async Task A_broken_locked_or_endless_document_is_refused(string code, byte[] content)
    {
        var holder = await host.SignedInAsync("holder.aksuu");
        var child = (await holder.OpenCardAsync()).Id("childId");
        var file = new
        {
            to = "card",
            name = "a.pdf",
            title = "x",
            content,
        };
        await holder.PostAsync($"/api/children/cards/{child}/attachments", file).RefusedAsync(HttpStatusCode.BadRequest, code);
        Assert.Empty((await holder.GetAsync($"/api/children/cards/{child}/attachments").JsonAsync()).GetProperty("items").EnumerateArray());
    }

    private static byte[] Pages(int count)
    {
        using var builder = new PdfDocumentBuilder();
        for (var i = 0; i < count; i++)
            builder.AddPage(PageSize.A5);
        return builder.Build();
    }

    /// <summary>A document of one empty page, protected by a password.</summary>
    private static byte[] Locked()
    {
        var secret = new string('A', 64);
        string[] objects =
        [
            "<< /Type /Catalog /Pages 2 0 R >>",
            "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 100 100] >>",
            $"<< /Filter /Standard /V 1 /R 2 /Length 40 /P -4 /O <{secret}> /U <{secret}> >>",
        ];
        var (text, offsets) = (new StringBuilder("%PDF-1.4\n"), new List<int>());
        foreach (var (i, item) in objects.Index())
        {
            offsets.Add(text.Length);
            text.Append($"{i + 1} 0 obj\n{item}\nendobj\n");
        }
        var table = text.Length;
        text.Append($"xref\n0 {objects.Length + 1}\n0000000000 65535 f \n");
        foreach (var offset in offsets)
            text.Append($"{offset:D10} 00000 n \n");
        text.Append($"trailer\n<< /Size {objects.Length + 1} /Root 1 0 R /Encrypt 4 0 R /ID [<AB><AB>] >>\nstartxref\n{table}\n%%EOF");
        return Encoding.ASCII.GetBytes(text.ToString());
    }
}
