using System.Text.Json;
using Registry.Tests.Host;

namespace Registry.Tests.Reporting;

/// <summary>Requests a report and reads its columns.</summary>
internal static class ReportAnswers
{
    public const string Year = "from=2026-01-01&to=2026-12-31";

    public static async Task<JsonElement> ReportAsync(HttpClient user, string report, string by, string period = Year) =>
        await user.GetAsync($"/api/reporting/report?report={report}&by={by}&{period}").JsonAsync();

    public static Dictionary<string, long> Column(JsonElement report, string figure)
    {
        var at = report.GetProperty("figures").EnumerateArray().Select(f => f.GetString()).ToList().IndexOf(figure);
        return report.GetProperty("rows").EnumerateArray().ToDictionary(r => r.Text("key"), r => r.GetProperty("values")[at].GetInt64());
    }

    public static long Total(JsonElement report, string figure)
    {
        var at = report.GetProperty("figures").EnumerateArray().Select(f => f.GetString()).ToList().IndexOf(figure);
        return report.GetProperty("total").GetProperty("values")[at].GetInt64();
    }
}
