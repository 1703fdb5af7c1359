using System.Globalization;
using Registry.Basics.Time;
using Registry.Contracts;
using Registry.Reporting.Pdf;
using Registry.Web;

namespace Registry.Reporting.Papers;

/// <summary>Lays out other modules' documents like the paper copies; their QR code holds number and code, since no public page knows them.</summary>
internal sealed class PaperSetter(Texts texts) : IPaperSetter
{
    public byte[] Set(PaperHead head, string language, IReadOnlyList<PaperSection> sections)
    {
        var at = (head.At + Bishkek.Offset).ToString("dd.MM.yyyy HH:mm", CultureInfo.InvariantCulture);
        return PaperPdf.Write(
            new(
                Say("authority"),
                Say($"kind.{head.Title}"),
                head.Child,
                $"{Say("case")} {head.About}",
                $"{Say("number")} {head.Number}",
                head.Code,
                $"{head.Number} {head.Code}",
                Say("confidential"),
                $"{head.Number} · {Say("produced")} {at}",
                Say("page"),
                [$"{Say("position")} ______________________   {Say("signature")} __________________", Say("seal")]
            ),
            sections
        );

        string Say(string key) => texts.Say(language, $"paper.{key}");
    }
}
