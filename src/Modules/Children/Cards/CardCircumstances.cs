using Registry.Kernel.Time;

namespace Registry.Children.Cards;

/// <summary>Says a card in the words of questions and rules (Registry.Contracts.Circumstances): every item of [17] that a plan may follow from.</summary>
internal static class CardCircumstances
{
    private const string Unknown = "unknown";

    public static HashSet<string> Of(CardContents card, DateOnly today)
    {
        var said = new HashSet<string>();
        if (card.Identity is { } identity)
        {
            if (identity.BirthDate is { } born)
                said.Add($"age.{Age.On(born, today)}");
            said.Add(identity.Pin.Has() ? "document.pin" : "document.no-pin");
        }
        if (card.Documents?.HasBirthCertificate is { } certificate)
            said.Add(certificate ? "document.birth-certificate" : "document.no-birth-certificate");
        if (card.Residence?.NoResidence == true)
            said.Add("residence.none");
        Parents(said, card.Relatives);
        said.Add($"disability.{YesNo(card.Disability?.Has)}");
        Payments(said, card.Payments);
        if (card.Property is { } property)
        {
            said.Add(property.HousingAssigned == true ? "housing.assigned" : "housing.none");
            if (property.HasOther == true)
                said.Add("property.other");
        }
        said.UnionWith((card.LegalStatus?.Statuses ?? []).Select(s => $"status.{s}"));
        said.UnionWith((card.LegalStatus?.Causes ?? []).Select(c => $"cause.{c}"));
        return said;
    }

    private static void Parents(HashSet<string> said, Relatives? relatives)
    {
        foreach (var state in new[] { relatives?.Mother, relatives?.Father })
            if (state is { } known)
                said.Add(
                    known switch
                    {
                        ParentState.AbroadForWork => "parent.abroad",
                        ParentState.WhereaboutsUnknown => "parent.whereabouts-unknown",
                        ParentState.InPrison => "parent.in-prison",
                        ParentState.RightsRemoved => "parent.rights-removed",
                        ParentState.Dead => "parent.dead",
                        ParentState.LivesApart => "parent.lives-apart",
                        ParentState.NotRecorded => "parent.not-recorded",
                        _ => "parent.raises-child",
                    }
                );
    }

    private static void Payments(HashSet<string> said, Payments? payments)
    {
        if (payments?.ReceivesAny == false)
            said.Add("payment.none");
        foreach (var payment in payments?.List ?? [])
            said.Add(payment.Received ? $"payment.received.{payment.Kind}" : "payment.missing");
    }

    private static string YesNo(bool? value) =>
        value switch
        {
            true => "yes",
            false => "no",
            _ => Unknown,
        };
}
