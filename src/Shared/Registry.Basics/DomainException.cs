namespace Registry.Basics;

/// <summary>A rule of the domain says no. The web edge turns it into problem+json with the reader's text for <see cref="Code"/>.</summary>
/// <param name="code">Stable code such as <c>signal.not-open</c>; its texts are in Texts/*.json of the module.</param>
/// <param name="status">HTTP status, 409 unless the rule says otherwise.</param>
/// <param name="field">The request's field that the rule is about, camelCase, if there is one.</param>
public class DomainException(string code, int status = 409, string? field = null) : Exception(code)
{
    public string Code { get; } = code;
    public int Status { get; } = status;
    public string? Field { get; } = field;

    /// <summary>What the refusal reveals something about: the journal has it under this id.</summary>
    public Guid? AboutId { get; init; }

    /// <summary>Saved although the call is refused, in a transaction of its own after everything else is rolled back.</summary>
    public Func<IServiceProvider, CancellationToken, Task>? Afterwards { get; init; }

    /// <summary>The address of what the call is refused for, revealed to its creator alone.</summary>
    public string? Location { get; init; }

    /// <summary>Seconds after which the same call may succeed.</summary>
    public int? RetryAfter { get; init; }

    /// <summary>What does not exist and what lies outside the caller's scope look the same.</summary>
    public static DomainException NotFound() => new("not-found", 404);
}

/// <summary>Fields of the request contradict what is stored: refused like any other invalid content, each at its field.</summary>
public sealed class FieldsException(IReadOnlyList<FieldRefusal> fields) : DomainException("request.invalid", 400)
{
    public IReadOnlyList<FieldRefusal> Fields { get; } = fields;
}

/// <param name="Values">What the text names in its <c>{placeholders}</c>.</param>
public sealed record FieldRefusal(string Field, string Code, IReadOnlyDictionary<string, object?>? Values = null);
