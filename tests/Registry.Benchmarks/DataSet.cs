using System.Globalization;
using System.Text.Json;
using Microsoft.Data.Sqlite;
using Registry.Basics.Access;
using Registry.Basics.People;
using Registry.Children.Model;
using Registry.Platform.Keys;
using Registry.Platform.Sealing;

namespace Registry.Benchmarks;

/// <summary>
/// Fills a Base with synthetic children, and plain tables with the same contents for the hand-written comparison. Calibrated: 56 districts,
/// every fifth child has an open step, names drawn from lists as uneven as real ones.
/// </summary>
internal sealed class DataSet(string folder, byte[] master, int children)
{
    private static readonly string[] Surnames =
    [
        .. Words(
                "Асан Токтогул Жумабай Сыдык Мамыт Осмон Бекмурат Абдыкадыр Эсен Турдубай Кадыр Исак Алымкул Шаршен Байтик Орозбек Сатыбалды Кубаныч Дүйшөн Молдо"
            )
            .Select(w => w + "ов"),
    ];
    private static readonly string[] Names = Words(
        "Айбек Бакыт Өмүрбек Чынгыз Эрлан Ысмайыл Нурзат Азамат Жыпаргүл Айгүл Гүлнара Жаңыл Бегимай Нуриза Айпери Үмүт Данияр Элдар Сезим Каныкей"
    );
    private static readonly string[] Patronymics = [.. Surnames.Select(s => s[..^2] + "ович")];

    private static string[] Words(string text) => text.Split(' ');

    public async Task FillAsync(IReadOnlyList<string> territories, byte[] searchKey, Seal own, SealingKey veil, Guid responsible)
    {
        await using var keys = Open("keys.db");
        await using var data = Open("registry.db");
        CreateRawTables(data);
        var random = new Random(1);
        var tokens = new Tokens(searchKey);
        using var keyInsert = new Insert(keys, "subject_keys", "SubjectId", "MasterKey", "Wrapped");
        using var child = new Insert(
            data,
            "children_children",
            "Id",
            "SealedName",
            "Sex",
            "BirthYear",
            "VeiledBirth",
            "State",
            "Territory",
            "District",
            "PinToken",
            "Version"
        );
        using var section = new Insert(
            data,
            "children_card_sections",
            "ChildId",
            "Code",
            "Sealed",
            "Expected",
            "Filled",
            "Explained",
            "Missing",
            "ChangedAt",
            "ChangedBy",
            "Version"
        );
        using var @case = new Insert(
            data,
            "children_cases",
            "Id",
            "ChildId",
            "Number",
            "Territory",
            "District",
            "Status",
            "FoundOn",
            "OpenedOn",
            "InformationOn",
            "ResponsibleId",
            "BodyId",
            "Version"
        );
        using var deadline = new Insert(
            data,
            "platform_deadlines",
            "Id",
            "Clause",
            "Step",
            "Term",
            "Unit",
            "AboutId",
            "Number",
            "ChildId",
            "Territory",
            "District",
            "ResponsibleId",
            "StartedOn",
            "DueOn",
            "MetOn",
            "IsOpen",
            "CalendarVersion",
            "EscalationLevel"
        );
        using var token = new Insert(data, "children_search_tokens", "Token", "High", "Low");
        using var searched = new Insert(data, "children_search_entries", "Id", "SealedTokens", "SealNo");
        using var cipher = new ChildCipher(searchKey);
        foreach (var district in territories.Select(Soate.District).Distinct())
            Execute(data, $"INSERT OR IGNORE INTO children_search_districts VALUES ('{district}')");
        using var rawChild = new Insert(data, "raw_children", "id", "ref", "name", "sex", "birth_date", "territory", "district", "card");
        using var rawWord = new Insert(data, "raw_words", "district", "word", "child_id");
        using var rawDeadline = new Insert(
            data,
            "raw_deadlines",
            "id",
            "clause",
            "step",
            "number",
            "about_id",
            "child_id",
            "territory",
            "district",
            "started_on",
            "due_on"
        );
        var demo = DemoChildren.Read(keys, data, master, veil);
        foreach (var c in new[] { keys, data })
            Execute(c, "BEGIN");
        // both sides also find the demo's children
        foreach (var (id, name, sex, born, territory) in demo)
            AddRaw(id, name, sex, born, territory, "");
        for (var i = 0; i < children; i++)
        {
            var id = Guid.CreateVersion7();
            var key = System.Security.Cryptography.RandomNumberGenerator.GetBytes(32);
            keyInsert.Row(id, "bench", Cipher.Seal(new SealingKey(master), id, new(id), "key", key));
            var territory = territories[i % territories.Count];
            var district = territory[..8];
            var identity = new Identity(
                Pick(Surnames, random),
                Pick(Names, random),
                Pick(Patronymics, random),
                Sex: Sex.Male,
                BirthDate: new DateOnly(2010, 1, 1).AddDays(random.Next(5000)),
                Citizenship: "KG"
            );
            var seal = new Seal(id, new SealingKey(key), null);
            child.Row(
                id,
                seal.Close(new SealedAt(id), Child.NamePurpose, identity.FullName),
                1,
                identity.BirthDate!.Value.Year,
                Cipher.Seal(
                    veil,
                    KeyStore.Veil,
                    new(id),
                    Child.BirthPurpose,
                    JsonSerializer.SerializeToUtf8Bytes(new Child.Birth(identity.BirthDate, null))
                ),
                1,
                territory,
                district,
                // none of them has a number: a start has nothing to learn
                0L,
                Guid.CreateVersion7()
            );
            foreach (var code in SectionKind.All.Select(k => k.Code))
                section.Row(
                    id,
                    code.ToString(),
                    code is SectionCode.Identity ? seal.Close(new SealedAt(id), CardSection.Purpose(code), identity) : null,
                    SectionKind.Of(code).Nothing.Items().Count(),
                    0,
                    0,
                    "",
                    null,
                    null,
                    Guid.CreateVersion7()
                );
            var number = $"{district}-2026-{500_000 + i:D6}";
            var caseId = Guid.CreateVersion7();
            @case.Row(
                caseId,
                id,
                number,
                territory,
                district,
                0,
                "2026-11-01",
                "2026-11-02",
                null,
                responsible,
                responsible,
                Guid.CreateVersion7()
            );
            var due = new DateOnly(2026, 11, 1).AddDays(random.Next(40)).ToString("yyyy-MM-dd");
            var isOpen = i % 5 == 0;
            var deadlineId = Guid.CreateVersion7();
            deadline.Row(
                deadlineId,
                "19.2",
                "process-report",
                2,
                "working-days",
                caseId,
                number,
                id,
                territory,
                district,
                responsible,
                "2026-11-01",
                due,
                isOpen ? null : due,
                isOpen ? 1 : 0,
                1,
                0
            );
            var hashes = SearchTexts.Of(identity, OtherNames.None).Select(text => tokens.Of(district, text)).Distinct().ToList();
            foreach (var entry in cipher.Close(hashes, id))
                token.Row(entry.Token, entry.High, entry.Low);
            var found = SearchEntry.Of(id);
            found.Put([.. hashes], own);
            searched.Row(id, found.SealedTokens, found.SealNo);
            AddRaw(id, identity.FullName, identity.Sex, identity.BirthDate, territory, JsonSerializer.Serialize(identity));
            if (isOpen)
                rawDeadline.Row(
                    deadlineId.ToString(),
                    "19.2",
                    "process-report",
                    number,
                    caseId.ToString(),
                    id.ToString(),
                    territory,
                    district,
                    "2026-11-01",
                    due
                );
            if (i % 20_000 == 19_999)
                foreach (var c in new[] { keys, data })
                    Execute(c, "COMMIT; BEGIN");
        }
        foreach (var c in new[] { keys, data })
            Execute(c, "COMMIT; ANALYZE");
        Execute(
            data,
            "CREATE INDEX raw_due ON raw_deadlines(district, due_on, id); CREATE INDEX raw_word ON raw_words(district, word, child_id)"
        );

        void AddRaw(Guid id, string name, Sex? sex, DateOnly? born, string territory, string card)
        {
            var district = territory[..8];
            rawChild.Row(
                id.ToString(),
                id,
                name,
                sex?.ToString().ToLowerInvariant(),
                born?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
                territory,
                district,
                card
            );
            foreach (var word in NameWord.Of(name).SelectMany(w => w.Form.Sounds).Distinct())
                rawWord.Row(district, word, id.ToString());
        }
    }

    private static void CreateRawTables(SqliteConnection data) =>
        Execute(
            data,
            "CREATE TABLE raw_children(id TEXT PRIMARY KEY, ref TEXT, name TEXT, sex TEXT, birth_date TEXT, territory TEXT, district TEXT, card TEXT);"
                + "CREATE TABLE raw_deadlines(id TEXT PRIMARY KEY, clause TEXT, step TEXT, number TEXT, about_id TEXT, child_id TEXT, territory TEXT, district TEXT, started_on TEXT, due_on TEXT);"
                + "CREATE TABLE raw_signals(id TEXT PRIMARY KEY, number TEXT UNIQUE, child_id TEXT, source TEXT, channel TEXT, urgency TEXT, found_on TEXT, received_on TEXT, territory TEXT, district TEXT, account TEXT, status TEXT, registered_at TEXT);"
                + "CREATE TABLE raw_numbers(key TEXT PRIMARY KEY, last INTEGER); INSERT INTO raw_numbers VALUES ('S', 0);"
                + "CREATE TABLE raw_events(id TEXT PRIMARY KEY, type TEXT, payload TEXT, at TEXT);"
                + "CREATE TABLE raw_words(district TEXT, word TEXT, child_id TEXT);"
                + "CREATE TABLE raw_journal(id TEXT, at TEXT)"
        );

    private static string Pick(string[] from, Random random)
    {
        // skewed: the first names are common, the last ones rare
        var x = random.NextDouble();
        return from[(int)(x * x * from.Length)];
    }

    private SqliteConnection Open(string file)
    {
        var connection = new SqliteConnection($"Data Source={Path.Combine(folder, file)}");
        connection.Open();
        Execute(connection, "PRAGMA synchronous=OFF; PRAGMA cache_size=-200000");
        return connection;
    }

    private static void Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
