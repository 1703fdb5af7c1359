using System.Text.Json;

namespace Registry.Mutants;

/// <summary>A file with one JSON object per line, appended immediately: a stopped run resumes where it was.</summary>
internal static class Lines
{
    public static List<T> Read<T>(string file)
    {
        var all = new List<T>();
        foreach (var line in File.Exists(file) ? File.ReadLines(file) : [])
            try
            {
                all.Add(JsonSerializer.Deserialize<T>(line)!);
            }
            catch (JsonException)
            {
                // the line at which a run was stopped
            }
        return all;
    }

    public static void Add<T>(string file, T line) => File.AppendAllText(file, JsonSerializer.Serialize(line) + "\n");
}
