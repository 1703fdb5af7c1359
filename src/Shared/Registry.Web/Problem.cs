using System.Globalization;
using System.Text.Json.Serialization;
using FluentValidation.Results;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Registry.Basics;

namespace Registry.Web;

/// <summary>An error answer (RFC 9457) with a stable code and texts in the reader's language.</summary>
/// <param name="Errors">What is wrong at which field, when the request's contents are at fault.</param>
public sealed record Problem(
    string Type,
    string Title,
    int Status,
    string Code,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<FieldError>? Errors = null
)
{
    public const string ContentType = "application/problem+json";

    public static Problem Of(HttpContext context, int status, string code, IReadOnlyList<FieldError>? errors = null) =>
        new($"urn:registry:problem:{code}", Say(context, code), status, code, errors);

    /// <summary>Turns the findings into field errors with our own codes and texts; of several at one field the first is reported.</summary>
    public static Problem Of(HttpContext context, IEnumerable<ValidationFailure> failures) =>
        Of(
            context,
            StatusCodes.Status400BadRequest,
            "request.invalid",
            [.. failures.Select(f => FieldErrorOf(context, f)).DistinctBy(e => e.Field)]
        );

    public static Problem Of(HttpContext context, DomainException refusal)
    {
        var seconds = refusal.RetryAfter ?? UsualRetryAfter;
        return new(
            $"urn:registry:problem:{refusal.Code}",
            Say(context, refusal.Code, new Dictionary<string, object?> { ["seconds"] = seconds }),
            refusal.Status,
            refusal.Code,
            refusal is FieldsException several
                    ? [.. several.Fields.Select(f => new FieldError(f.Field, f.Code, Say(context, f.Code, f.Values)))]
                : refusal.Field is { } field ? [new(field, refusal.Code, Say(context, refusal.Code))]
                : null
        )
        {
            RetryAfter = seconds,
        };
    }

    private const int UsualRetryAfter = 5;

    /// <summary>Seconds after which a refusal for too much is worth another try.</summary>
    [JsonIgnore]
    public int RetryAfter { get; private init; } = UsualRetryAfter;

    public async Task WriteAsync(HttpContext context)
    {
        context.Response.StatusCode = Status;
        if (Status is StatusCodes.Status429TooManyRequests or StatusCodes.Status503ServiceUnavailable)
            context.Response.Headers.TryAdd("Retry-After", RetryAfter.ToString(CultureInfo.InvariantCulture));
        await context.Response.WriteAsJsonAsync(this, JsonRules.Options, ContentType);
    }

    private static FieldError FieldErrorOf(HttpContext context, ValidationFailure failure)
    {
        var code = BuiltInCodes.GetValueOrDefault(failure.ErrorCode, failure.ErrorCode);
        return new(FieldPath(failure.PropertyName), code, Say(context, code, failure.FormattedMessagePlaceholderValues!));
    }

    private static string FieldPath(string property) =>
        string.Join('.', property.Split('.').Select(part => part.Length == 0 ? part : char.ToLowerInvariant(part[0]) + part[1..]));

    private static string Say(HttpContext context, string code, IReadOnlyDictionary<string, object?>? values = null) =>
        context.RequestServices.GetRequiredService<Texts>().Say(Texts.LanguageOf(context.Request), code, values);

    // FluentValidation has no Kyrgyz texts: its rules are said in our own words
    private static readonly Dictionary<string, string> BuiltInCodes = new(StringComparer.Ordinal)
    {
        ["NotEmptyValidator"] = "field.required",
        ["NotNullValidator"] = "field.required",
        ["MaximumLengthValidator"] = "field.too-long",
        ["MinimumLengthValidator"] = "field.too-short",
        ["LengthValidator"] = "field.wrong-length",
        ["ExactLengthValidator"] = "field.wrong-length",
        ["EmailValidator"] = "field.not-an-email",
        ["EnumValidator"] = "field.not-a-choice",
        ["InclusiveBetweenValidator"] = "field.out-of-range",
        ["GreaterThanOrEqualValidator"] = "field.too-small",
        ["LessThanOrEqualValidator"] = "field.too-large",
        ["RegularExpressionValidator"] = "field.wrong-format",
    };
}

/// <summary>What is wrong at one field of the request.</summary>
public sealed record FieldError(string Field, string Code, string Message);

/// <summary>The request cannot be read: where and why.</summary>
public sealed class RequestException(string field, string code) : Exception(code)
{
    public string Field { get; } = field;
    public string Code { get; } = code;
}
