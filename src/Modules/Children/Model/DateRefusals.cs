using Registry.Basics;

namespace Registry.Children.Model;

/// <summary>Refuses an entry at the fields of its flaws.</summary>
internal static class DateRefusals
{
    /// <param name="birthIn">Part of the request that holds the birth date, with its dot.</param>
    /// <param name="foundIn">Part of the request that holds the day found.</param>
    /// <exception cref="FieldsException">There is a flaw.</exception>
    public static void Demand(this IEnumerable<DateFlaw> flaws, string birthIn = "", string foundIn = "")
    {
        flaws.At(birthIn, foundIn).Demand();
    }

    /// <exception cref="FieldsException">There is a refusal.</exception>
    public static void Demand(this IEnumerable<FieldRefusal> refusals)
    {
        var refused = refusals.ToList();
        if (refused.Count > 0)
            throw new FieldsException(refused);
    }

    public static IEnumerable<FieldRefusal> At(this IEnumerable<DateFlaw> flaws, string birthIn = "", string foundIn = "") =>
        flaws.Select(f => new FieldRefusal(PathOf(f, birthIn, foundIn), f.Code, f.Values));

    private static string PathOf(DateFlaw flaw, string birthIn, string foundIn) => (flaw.OfFound ? foundIn : birthIn) + flaw.Field;
}
