using Registry.Basics;

namespace Registry.Children.Model;

/// <summary>Rejects an entry, with an error at each flawed field.</summary>
internal static class DateRefusals
{
    /// <param name="birthIn">Prefix, with its dot, of the part of the request that holds the birth date.</param>
    /// <param name="foundIn">Prefix of the part of the request that holds the day found.</param>
    /// <exception cref="FieldsException">There is a flaw.</exception>
    public static void Require(this IEnumerable<DateFlaw> flaws, string birthIn = "", string foundIn = "")
    {
        flaws.At(birthIn, foundIn).Require();
    }

    /// <exception cref="FieldsException">There is a refusal.</exception>
    public static void Require(this IEnumerable<FieldRefusal> refusals)
    {
        var refused = refusals.ToList();
        if (refused.Count > 0)
            throw new FieldsException(refused);
    }

    public static IEnumerable<FieldRefusal> At(this IEnumerable<DateFlaw> flaws, string birthIn = "", string foundIn = "") =>
        flaws.Select(f => new FieldRefusal(PathOf(f, birthIn, foundIn), f.Code, f.Values));

    private static string PathOf(DateFlaw flaw, string birthIn, string foundIn) => (flaw.OfFound ? foundIn : birthIn) + flaw.Field;
}
