namespace Registry.Integration.Model;

/// <summary>A subsystem of the exchange: instance, class, member, subsystem.</summary>
internal sealed record Subsystem(string Instance, string Class, string Member, string Code)
{
    /// <exception cref="FormatException">Not four parts separated by slashes.</exception>
    public static Subsystem Parse(string text) =>
        text.Split('/') is [{ Length: > 0 } instance, { Length: > 0 } @class, { Length: > 0 } member, { Length: > 0 } code]
            ? new(instance, @class, member, code)
            : throw new FormatException("A subsystem is instance/class/member/subsystem.");

    public override string ToString() => $"{Instance}/{Class}/{Member}/{Code}";

    /// <summary>As part of an address.</summary>
    public string Escaped => string.Join('/', new[] { Instance, Class, Member, Code }.Select(Uri.EscapeDataString));
}

/// <summary>Headers of a request to the exchange.</summary>
/// <param name="Id">Chosen by us; the answer repeats it.</param>
/// <param name="User">On whose behalf the query is made; the citizen may see it.</param>
/// <param name="Issue">The case.</param>
internal sealed record XRoadRequest(Guid Id, Subsystem Client, string User, string Issue, string Pin);
