using System.Globalization;
using Registry.Basics;
using Registry.Web;

namespace Registry.Access.Model;

/// <summary>A notice in words, the same in the Base and in the mail.</summary>
internal static class NoticeTexts
{
    public static string Say(this Texts texts, string language, Notice notice)
    {
        if (notice.Kind is NoticeKind.Trouble)
            return texts.Say(language, $"notice.trouble.{notice.Key.Split(':')[0]}");
        var key = notice.Kind is NoticeKind.Reminder or NoticeKind.Overdue or NoticeKind.Escalated or NoticeKind.MeasuresAssigned
            ? notice.Count == 1
                ? "one"
                : "many"
            : notice.Agreed is { } agreed
                ? agreed
                    ? "agreed"
                    : "refused"
                : "one";
        var said = texts.Say(
            language,
            $"notice.{notice.Kind.Code()}.{key}",
            new Dictionary<string, object?>
            {
                ["number"] = notice.Number,
                ["count"] = notice.Count,
                ["on"] = notice.On?.ToString("dd.MM.yyyy", CultureInfo.InvariantCulture),
                ["step"] = notice.Step is { } step ? texts.Say(language, $"notice.step.{step.Code()}") : null,
            }
        );
        return notice.Soon == 0
            ? said
            : $"{said} {texts.Say(language, "notice.soon", new Dictionary<string, object?> { ["count"] = notice.Soon })}";
    }
}
