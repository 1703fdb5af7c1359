using FastEndpoints;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Registry.Basics;
using Registry.Basics.Access;
using Registry.Basics.Time;
using Registry.Children.Model;
using Registry.Web;

namespace Registry.Children.Dictionaries;

/// <param name="Confirm">Required when a value in force ends.</param>
internal sealed record SaveDictionaryItemRequest(
    string Dictionary,
    string Code,
    string NameKy,
    string NameRu,
    string NameEn,
    DateOnly ValidFrom,
    int Order = 0,
    DateOnly? ValidUntil = null,
    string? Confirm = null
) : IConfirmed;

internal sealed class SaveDictionaryItemValidator : Validator<SaveDictionaryItemRequest>
{
    public SaveDictionaryItemValidator()
    {
        RuleFor(i => i.Dictionary).NotEmpty().MaximumLength(40);
        RuleFor(i => i.Code).NotEmpty().Matches("^[a-z][a-z0-9-]{1,39}$").WithErrorCode("dictionary.code-wrong-format");
        RuleFor(i => i.NameKy).NotEmpty().MaximumLength(300);
        RuleFor(i => i.NameRu).NotEmpty().MaximumLength(300);
        RuleFor(i => i.NameEn).NotEmpty().MaximumLength(300);
        RuleFor(i => i.ValidFrom).NotEmpty();
        RuleFor(i => i.ValidUntil)
            .GreaterThanOrEqualTo(i => i.ValidFrom)
            .When(i => i.ValidUntil is not null)
            .WithErrorCode("field.ends-before-start");
        RuleFor(i => i.Order).InclusiveBetween(0, 10_000);
    }
}

/// <summary>Adds, renames or ends a dictionary entry; a code in use is never lost.</summary>
internal sealed class SaveDictionaryItemEndpoint(ChildrenDbContext db, TimeProvider time) : ApiEndpoint<SaveDictionaryItemRequest, object?>
{
    public override void Configure()
    {
        Post("children/dictionaries");
        Guarded(Permission.ManageDictionaries, Reach.Administration, JournalKind.Change);
    }

    public override async Task HandleAsync(SaveDictionaryItemRequest request, CancellationToken ct)
    {
        if (!await db.DictionaryItems.AnyAsync(i => i.Dictionary == request.Dictionary, ct))
            throw new DomainException("dictionary.unknown", 400, "dictionary");
        var item = await db.DictionaryItems.FindAsync([request.Dictionary, request.Code], ct);
        if (item is null)
            db.DictionaryItems.Add(
                item = new()
                {
                    Dictionary = request.Dictionary,
                    Code = request.Code,
                    NameKy = "",
                    NameRu = "",
                    NameEn = "",
                }
            );
        else if (Endings.TakeAway((item.ValidFrom, item.ValidUntil), (request.ValidFrom, request.ValidUntil), time.Today()))
            request.RequireConfirmed(item.Name);
        (item.NameKy, item.NameRu, item.NameEn) = (request.NameKy.Trim(), request.NameRu.Trim(), request.NameEn.Trim());
        (item.Order, item.ValidFrom, item.ValidUntil) = (request.Order, request.ValidFrom, request.ValidUntil);
        await db.SaveChangesAsync(ct);
        await Send.NoContentAsync(ct);
    }
}
