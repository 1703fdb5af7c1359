using FluentValidation;
using Registry.Integration.Model;

namespace Registry.Integration.Registers;

/// <summary>A register's service as the administrator sees and changes it.</summary>
/// <param name="Member">instance/class/member/subsystem of the provider.</param>
/// <param name="ServiceVersion">For SOAP.</param>
/// <param name="Namespace">XML namespace of the request, for SOAP.</param>
/// <param name="Path">Below the service, for REST; <c>{pin}</c> is the personal number.</param>
/// <param name="Assumed">The mapping has not been checked with the provider.</param>
internal sealed record RegisterServiceData(
    RegisterProtocol Protocol,
    string Member,
    string Code,
    IReadOnlyList<RequestPart> Request,
    IReadOnlyList<FieldPart> Fields,
    string? ServiceVersion = null,
    string? Namespace = null,
    string? Path = null,
    string? Items = null,
    bool Assumed = false,
    bool IsOn = false
)
{
    public static RegisterServiceData Of(RegisterService s) =>
        new(
            s.Protocol,
            s.Member,
            s.Code,
            s.Mapping.Request,
            s.Mapping.Fields,
            s.ServiceVersion,
            s.Namespace,
            s.Path,
            s.Mapping.Items,
            s.Assumed,
            s.IsOn
        );

    public void Enter(RegisterService s)
    {
        (s.Protocol, s.Member, s.Code) = (Protocol, Member.Trim(), Code.Trim());
        (s.ServiceVersion, s.Namespace, s.Path) = (ServiceVersion?.Trim(), Namespace?.Trim(), Path?.Trim());
        s.Mapping = new(Request, Items?.Trim(), Fields);
        (s.Assumed, s.IsOn) = (Assumed, IsOn);
    }
}

internal sealed class RegisterServiceDataValidator : AbstractValidator<RegisterServiceData>
{
    public RegisterServiceDataValidator()
    {
        RuleFor(s => s.Protocol).IsInEnum();
        RuleFor(s => s.Member)
            .NotEmpty()
            .MaximumLength(RegisterService.AddressMaxLength)
            .Must(m => m is null || IsSubsystem(m))
            .WithErrorCode("registers.member-format");
        RuleFor(s => s.Code).NotEmpty().MaximumLength(RegisterService.ShortText).Must(IsName).WithErrorCode("registers.name-format");
        RuleFor(s => s.ServiceVersion).MaximumLength(RegisterService.ShortText);
        RuleFor(s => s.Namespace).MaximumLength(RegisterService.AddressMaxLength);
        RuleFor(s => s.Namespace).NotEmpty().When(s => s.Protocol is RegisterProtocol.Soap);
        RuleFor(s => s.Path).MaximumLength(RegisterService.AddressMaxLength).Must(IsAddress).WithErrorCode("registers.path-format");
        RuleFor(s => s.Items).MaximumLength(RegisterService.AddressMaxLength);
        RuleFor(s => s.Request).NotNull().Must(r => r is null || r.Count <= RegisterService.PartsAtMost).WithErrorCode("field.too-many");
        RuleForEach(s => s.Request)
            .ChildRules(p =>
            {
                p.RuleFor(x => x.Path)
                    .NotEmpty()
                    .MaximumLength(RegisterService.ShortText)
                    .Must(IsPath)
                    .WithErrorCode("registers.path-format");
                p.RuleFor(x => x.Value).NotEmpty().MaximumLength(RegisterService.ShortText);
            });
        // a query that names no one would be answered about no one, or about everyone
        RuleFor(s => s.Request)
            .Must(
                (s, r) =>
                    s.Path?.Contains(RequestPart.Pin, StringComparison.Ordinal) == true || r?.Any(p => p.Value == RequestPart.Pin) != false
            )
            .WithErrorCode("registers.no-pin");
        RuleFor(s => s.Fields).NotEmpty().Must(f => f is null || f.Count <= RegisterService.PartsAtMost).WithErrorCode("field.too-many");
        RuleForEach(s => s.Fields)
            .ChildRules(f =>
            {
                f.RuleFor(x => x.Field).NotEmpty().MaximumLength(RegisterService.ShortText);
                f.RuleFor(x => x.Path)
                    .NotEmpty()
                    .MaximumLength(RegisterService.AddressMaxLength)
                    .Must(IsPath)
                    .WithErrorCode("registers.path-format");
                f.RuleFor(x => x.Date).MaximumLength(RegisterService.ShortText);
                f.RuleFor(x => x.Codes)
                    .MaximumLength(2000)
                    .Must(c => string.IsNullOrEmpty(c) || Mapped.Codes(c).Count > 0)
                    .WithErrorCode("registers.codes-format");
            });
    }

    private static bool IsSubsystem(string text)
    {
        try
        {
            return Subsystem.Parse(text.Trim()) is not null && IsAddress(text.Trim());
        }
        catch (FormatException)
        {
            return false;
        }
    }

    /// <summary>Parts of a URL path that stay inside it: no «..», nothing that begins a query string.</summary>
    private static bool IsAddress(string? text) =>
        string.IsNullOrEmpty(text)
        || text.Split('/')
            .All(step =>
                step.Replace(RequestPart.Pin, "0", StringComparison.Ordinal) is { Length: > 0 } part
                && part.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-' or '.')
                && part.Any(char.IsAsciiLetterOrDigit)
            );

    /// <summary>Service codes and steps of paths become names of XML elements.</summary>
    private static bool IsName(string? text) =>
        string.IsNullOrEmpty(text)
        || ((char.IsAsciiLetter(text[0]) || text[0] == '_') && text.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-' or '.'));

    private static bool IsPath(string? text) => string.IsNullOrEmpty(text) || text.Split('/').All(step => step.Length > 0 && IsName(step));
}
