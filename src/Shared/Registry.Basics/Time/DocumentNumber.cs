using System.Globalization;

namespace Registry.Basics.Time;

/// <summary>Numbers of papers and certificates: series, the day in Bishkek, the end of the id.</summary>
public static class DocumentNumber
{
    public static string Of(string series, Guid id, DateTime at) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{series}{Bishkek.DayOf(at):yyyyMMdd}-{Convert.ToHexString(id.ToByteArray(bigEndian: true).AsSpan(10, 6))}"
        );
}
