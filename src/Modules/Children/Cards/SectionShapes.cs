using FluentValidation;
using Registry.Kernel;

namespace Registry.Children.Cards;

/// <summary>The rules that a form's section passes, for contents that come from elsewhere: what could not be typed is not taken either.</summary>
internal static class SectionShapes
{
    /// <exception cref="DomainException"><c>registers.does-not-fit</c> at the field.</exception>
    public static void Demand(Guid id, ICardSection contents, string field, TimeProvider time)
    {
        var result = contents switch
        {
            Identity s => new SaveIdentityValidator(time).Validate(new SaveIdentityRequest(id, s)),
            Documents s => new SaveDocumentsValidator().Validate(new SaveDocumentsRequest(id, s)),
            Residence s => new SaveResidenceValidator().Validate(new SaveResidenceRequest(id, s)),
            Relatives s => new SaveRelativesValidator(time).Validate(new SaveRelativesRequest(id, s)),
            Disability s => new SaveDisabilityValidator().Validate(new SaveDisabilityRequest(id, s)),
            Payments s => new SavePaymentsValidator().Validate(new SavePaymentsRequest(id, s)),
            Property s => new SavePropertyValidator().Validate(new SavePropertyRequest(id, s)),
            Further s => new SaveFurtherValidator().Validate(new SaveFurtherRequest(id, s)),
            _ => throw new InvalidOperationException("No register fills this section."),
        };
        if (!result.IsValid)
            throw new DomainException("registers.does-not-fit", 400, field);
    }
}
