using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Registry.Basics;
using Registry.Contracts;
using Registry.Integration.Registers;
using Registry.Platform.Rows;
using Registry.Web;

namespace Registry.Integration.Model;

internal enum RegisterProtocol
{
    /// <summary>X-Road message protocol 4.0 over SOAP 1.1.</summary>
    Soap,

    /// <summary>X-Road message protocol for REST r1.</summary>
    Rest,
}

/// <param name="Path">Request element (SOAP) or query parameter (REST).</param>
/// <param name="Value">A constant, or <see cref="Pin"/>.</param>
internal sealed record RequestPart(string Path, string Value)
{
    public const string Pin = "{pin}";
}

/// <param name="Field">Our name of the fact, from <see cref="Ports"/>.</param>
/// <param name="Path">Its place in the response, names separated by slashes.</param>
/// <param name="Date">Date format such as <c>dd.MM.yyyy</c>; ISO 8601 by default.</param>
/// <param name="Codes">Their codes and ours, such as <c>1=Male;2=Female</c>; without it the text is used as is.</param>
internal sealed record FieldPart(string Field, string Path, string? Date = null, string? Codes = null);

/// <param name="Items">Where the answer repeats, for facts that are lists.</param>
internal sealed record ServiceMapping(IReadOnlyList<RequestPart> Request, string? Items, IReadOnlyList<FieldPart> Fields);

/// <summary>Where one fact is queried and how the response is read: configuration, never code [18].</summary>
[NoSubject("configuration of services")]
internal sealed class RegisterService : IVersioned
{
    public const int ShortText = 100;
    public const int AddressMaxLength = 300;
    public const int PartsAtMost = 40;

    public RegisterKind Kind { get; init; }
    public RegisterProtocol Protocol { get; set; }

    /// <summary>instance/class/member/subsystem of the provider.</summary>
    public string Member { get; set; } = "";
    public string Code { get; set; } = "";
    public string? ServiceVersion { get; set; }

    /// <summary>XML namespace of the request (SOAP).</summary>
    public string? Namespace { get; set; }

    /// <summary>Path below the service (REST), which may contain <c>{pin}</c>.</summary>
    public string? Path { get; set; }
    public ServiceMapping Mapping { get; set; } = new([], null, []);

    /// <summary>The mapping is a guess, not checked with the provider.</summary>
    public bool Assumed { get; set; }
    public bool IsOn { get; set; }
    public Guid Version { get; set; } = Ids.New();

    /// <summary>Confirms what is done to it.</summary>
    public LocalText Name => new(Code, Code, Code);

    public Subsystem Address => Subsystem.Parse(Member);

    /// <summary>How answers name their source.</summary>
    public string Source => ServiceVersion is { Length: > 0 } ? $"{Member}/{Code}/{ServiceVersion}" : $"{Member}/{Code}";
}

/// <summary>The table of <see cref="RegisterService"/>.</summary>
internal sealed class RegisterServiceConfiguration : IEntityTypeConfiguration<RegisterService>
{
    public void Configure(EntityTypeBuilder<RegisterService> e)
    {
        e.ToTable("register_services");
        e.HasKey(s => s.Kind);
        e.Ignore(s => s.Name);
        e.Property(s => s.Member).HasMaxLength(RegisterService.AddressMaxLength);
        e.Property(s => s.Code).HasMaxLength(RegisterService.ShortText);
        e.Property(s => s.ServiceVersion).HasMaxLength(RegisterService.ShortText);
        e.Property(s => s.Namespace).HasMaxLength(RegisterService.AddressMaxLength);
        e.Property(s => s.Path).HasMaxLength(RegisterService.AddressMaxLength);
        e.Ignore(s => s.Address);
        e.Property(s => s.Mapping)
            .HasConversion(
                m => JsonSerializer.Serialize(m, JsonRules.Options),
                text => JsonSerializer.Deserialize<ServiceMapping>(text, JsonRules.Options)!
            );
    }
}
