using FastEndpoints;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Registry.Basics;
using Registry.Basics.Access;
using Registry.Basics.Time;
using Registry.Children.Model;
using Registry.Web;

namespace Registry.Children.Dictionaries;

/// <param name="Choices">Code of the dictionary a choice is made from.</param>
/// <param name="Confirm">Required when a field in force ends.</param>
internal sealed record SaveFurtherFieldRequest(
    string Code,
    FurtherFieldKind Kind,
    string NameKy,
    string NameRu,
    string NameEn,
    DateOnly ValidFrom,
    string? Choices = null,
    int Order = 0,
    DateOnly? ValidUntil = null,
    string? Confirm = null
) : IConfirmed;

internal sealed class SaveFurtherFieldValidator : Validator<SaveFurtherFieldRequest>
{
    public SaveFurtherFieldValidator()
    {
        RuleFor(f => f.Code).NotEmpty().Matches("^[a-z][a-z0-9-]{1,39}$").WithErrorCode("dictionary.code-wrong-format");
        RuleFor(f => f.Kind).IsInEnum();
        RuleFor(f => f.NameKy).NotEmpty().MaximumLength(300);
        RuleFor(f => f.NameRu).NotEmpty().MaximumLength(300);
        RuleFor(f => f.NameEn).NotEmpty().MaximumLength(300);
        RuleFor(f => f.ValidFrom).NotEmpty();
        RuleFor(f => f.ValidUntil)
            .GreaterThanOrEqualTo(f => f.ValidFrom)
            .When(f => f.ValidUntil is not null)
            .WithErrorCode("field.ends-before-start");
        RuleFor(f => f.Choices).NotEmpty().When(f => f.Kind is FurtherFieldKind.Choice);
        RuleFor(f => f.Order).InclusiveBetween(0, 10_000);
    }
}

/// <summary>Adds a field to the open list of [17.9] or renames it; its kind is fixed, because values of it are stored.</summary>
internal sealed class SaveFurtherFieldEndpoint(ChildrenDbContext db, TimeProvider time) : ApiEndpoint<SaveFurtherFieldRequest, object?>
{
    public override void Configure()
    {
        Post("children/further-fields");
        Guarded(Permission.ManageDictionaries, Reach.Administration, JournalKind.Change);
    }

    public override async Task HandleAsync(SaveFurtherFieldRequest request, CancellationToken ct)
    {
        if (request.Kind is FurtherFieldKind.Choice && !await db.DictionaryItems.AnyAsync(i => i.Dictionary == request.Choices, ct))
            throw new DomainException("dictionary.unknown", 400, "choices");
        var field = await db.FurtherFields.FindAsync([request.Code], ct);
        if (field is null)
            db.FurtherFields.Add(
                field = new()
                {
                    Code = request.Code,
                    Kind = request.Kind,
                    NameKy = "",
                    NameRu = "",
                    NameEn = "",
                }
            );
        else if (field.Kind != request.Kind)
            throw new DomainException("further.kind-fixed", 409, "kind");
        else if (Endings.TakeAway((field.ValidFrom, field.ValidUntil), (request.ValidFrom, request.ValidUntil), time.Today()))
            request.RequireConfirmed(field.Name);
        (field.NameKy, field.NameRu, field.NameEn) = (request.NameKy.Trim(), request.NameRu.Trim(), request.NameEn.Trim());
        (field.Choices, field.Order, field.ValidFrom, field.ValidUntil) = (
            request.Choices,
            request.Order,
            request.ValidFrom,
            request.ValidUntil
        );
        await db.SaveChangesAsync(ct);
        await Send.NoContentAsync(ct);
    }
}
