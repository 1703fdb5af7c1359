namespace Registry.Children.Model;

/// <summary>The contents of the card, section by section; null where nothing has been entered yet.</summary>
internal sealed record CardContents(
    Identity? Identity,
    Documents? Documents,
    Finding? Finding,
    Residence? Residence,
    Relatives? Relatives,
    Disability? Disability,
    Payments? Payments,
    Property? Property,
    LegalStatus? LegalStatus,
    Further? Further
)
{
    public ICardSection? Of(SectionCode code) => SectionKind.Of(code).In(this);
}
