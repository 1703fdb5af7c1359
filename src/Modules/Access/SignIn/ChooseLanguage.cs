using FastEndpoints;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Registry.Access.Model;
using Registry.Basics.Access;
using Registry.Web;

namespace Registry.Access.SignIn;

/// <param name="Language">ky, ru or en.</param>
internal sealed record ChooseLanguageRequest(string Language);

internal sealed class ChooseLanguageValidator : Validator<ChooseLanguageRequest>
{
    public ChooseLanguageValidator() =>
        RuleFor(r => r.Language).Must(l => Texts.Languages.Contains(l, StringComparer.Ordinal)).WithErrorCode("language.unknown");
}

/// <summary>The language in which the caller reads: screens on every device, and mails [2].</summary>
internal sealed class ChooseLanguageEndpoint(AccessDbContext db) : ApiEndpoint<ChooseLanguageRequest, object?>
{
    public override void Configure()
    {
        Put("access/me/language");
        Guarded(Permission.UseBase, Reach.Own, JournalKind.Change);
    }

    public override async Task HandleAsync(ChooseLanguageRequest request, CancellationToken ct)
    {
        var account = await db.Accounts.SingleAsync(a => a.Id == Caller.AccountId, ct);
        account.ChooseLanguage(request.Language);
        await db.SaveChangesAsync(ct);
        await Send.NoContentAsync(ct);
    }
}
