using System.Collections.Frozen;
using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Registry.Basics.Access;
using Registry.Contracts;
using Registry.Reporting.Model;
using Registry.Reporting.Pdf;

namespace Registry.Reporting.Reports;

/// <summary>Words of reports on paper and in files: those of the screen, kept once in the web admin's texts.</summary>
internal sealed class ReportWords(IDictionaries dictionaries, ITerritories territories)
{
    private static readonly FrozenDictionary<string, FrozenDictionary<string, string>> Texts =
        Registry.Web.Texts.Languages.ToFrozenDictionary(language => language, Read);

    /// <summary>How a row is named: entries of a dictionary, by the report's dimension.</summary>
    private static readonly FrozenDictionary<string, string> DictionaryOf = new Dictionary<string, string>
    {
        ["cause"] = "cause",
        ["legal-status"] = "legal-status",
        ["channel"] = "channel",
        ["body"] = "body-kind",
    }.ToFrozenDictionary();

    public async Task<ReportSpeaker> InAsync(string language, CancellationToken ct)
    {
        var names = new Dictionary<string, IReadOnlyDictionary<string, string>>();
        foreach (var (dimension, dictionary) in DictionaryOf)
            names[dimension] = await dictionaries.NamesAsync(dictionary, language, ct);
        return new(language, Texts[language], names, territories);
    }

    private static FrozenDictionary<string, string> Read(string language)
    {
        using var stream = typeof(ReportWords).Assembly.GetManifestResourceStream($"Registry.Reporting.Screen.{language}.json")!;
        return JsonSerializer.Deserialize<Dictionary<string, string>>(stream)!.ToFrozenDictionary();
    }
}

/// <summary>One language's words.</summary>
internal sealed partial class ReportSpeaker(
    string language,
    FrozenDictionary<string, string> texts,
    IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> dictionaries,
    ITerritories territories
)
{
    public string Say(string key) => texts.GetValueOrDefault(key) ?? key;

    /// <param name="within">A SOATE code, the whole republic, or null if it was not stored.</param>
    public async Task<string> PlaceAsync(string? within, CancellationToken ct) =>
        within switch
        {
            null => "",
            FrozenContent.WholeRepublic => Say("summary.republic"),
            var code => await territories.NameAsync(code, language, ct),
        };

    public async Task<PaperTable> TableAsync(ReadReportResponse report, CancellationToken ct)
    {
        var rows = new List<(string Name, IReadOnlyList<string> Cells, long First)>();
        foreach (var row in report.Rows)
            rows.Add((await NameAsync(report, row.Key, ct), Cells(report, row), row.Values[0] ?? 0));
        // months and ages in their order, all others by their first figure, as on the screen
        var ordered = report.By is "month" or "age" ? rows : [.. rows.OrderByDescending(r => r.First)];
        return new(
            $"{Say($"report.{report.Report}")} · {Say($"by.{report.By}")} [{report.Clause}]",
            Say($"report-means.{report.Report}"),
            [Say($"by.{report.By}"), .. report.Figures.Select(f => Say($"figure.{f}"))],
            [.. ordered.Select(r => (IReadOnlyList<string>)[r.Name, .. r.Cells])],
            [Say("report.total"), .. Cells(report, report.Total)],
            [.. report.Figures.Select(f => $"{Say($"figure.{f}")}: {Say($"figure-means.{report.Report}.{f}")}"), .. Corrections(report)]
        );
    }

    /// <summary>Changes to the figures after the period had ended; empty if there were none.</summary>
    public IEnumerable<string> Corrections(ReadReportResponse report) =>
        report.Corrections is not { Count: > 0 } corrections
            ? []
            :
            [
                $"{Say("figures-changed.title")} "
                    + string.Join(
                        "; ",
                        corrections.Select(c =>
                            Say($"figures-changed.{c.Kind}")
                                .Replace("%{count}", c.Count.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)
                                .Replace("%{on}", c.LastOn.ToString("dd.MM.yyyy", CultureInfo.InvariantCulture), StringComparison.Ordinal)
                        )
                    ),
            ];

    private IReadOnlyList<string> Cells(ReadReportResponse report, ReportRow row) =>
        [
            .. row.Values.Select(
                (value, i) =>
                {
                    var text = value is { } v
                        ? v.ToString(CultureInfo.InvariantCulture) + (report.Percents.Contains(report.Figures[i]) ? " %" : "")
                        : Say("report.suppressed");
                    var change = (value ?? 0) - (row.Compared?[i] ?? 0);
                    return row.Compared is null ? text : $"{text} ({(change < 0 ? "−" : "+")}{Math.Abs(change)})";
                }
            ),
        ];

    /// <summary>The name of a row.</summary>
    public async Task<string> NameAsync(ReadReportResponse report, string key, CancellationToken ct)
    {
        if (key.Length == 0)
            return Say(report.By is "responsible-body" ? "report.nobody" : "report.not-said");
        if (report.Names?.GetValueOrDefault(key) is { } named)
            return language is "ky" ? named.Ky : named.Ru;
        if (dictionaries.TryGetValue(report.By, out var names))
            return names.GetValueOrDefault(key) ?? key;
        return report.By switch
        {
            "month" => $"{key[5..]}.{key[..4]}",
            "oblast" or "district" or "found-oblast" or "found-district" => await TerritoryAsync(key, ct),
            "term" => Say($"step.{key}"),
            "age" => Say($"age-band.{key}"),
            "step" => Say($"case-status.{key}"),
            "obstacle" => Say($"measure-obstacle.{key}"),
            "finding" => Say($"visit-finding.{key}"),
            var by => Say($"{by}.{key}"),
        };
    }

    /// <summary>A rayon's code ends in zeros, that of a city of oblast significance in ten.</summary>
    private async Task<string> TerritoryAsync(string key, CancellationToken ct)
    {
        foreach (var end in (string[])["", "000010"])
        {
            var code = (key + end).PadRight(Soate.Length, '0');
            if (await territories.NameAsync(code, language, ct) is var name && name != code)
                return name;
        }
        return key;
    }
}
