using Registry.Basics.Access;
using Registry.Tests.Host;

namespace Registry.Tests.Walks;

/// <summary>Someone who works with the Base, as the regulation sees them [5–8].</summary>
/// <param name="Reaches">Every place of the walks that they see.</param>
internal sealed record Person(string Login, Guid Id, PersonRole Role, IReadOnlyList<string> Reaches, HttpClient Browser)
{
    public bool Sees(string place) => Reaches.Contains(place);

    public override string ToString() => Login;
}

internal enum PersonRole
{
    /// <summary>[5.holder] Enters and edits.</summary>
    Holder,

    /// <summary>[7.territorial, 20.9] The authorised body's unit: consents and approves.</summary>
    Unit,

    /// <summary>[16] Of another body: carries out measures.</summary>
    Body,

    /// <summary>[7.central] The authorised body itself: acts where there is no holder, decides on cards of two districts, edits nothing.</summary>
    Centre,
}

internal static class Places
{
    /// <summary>Where an adopted child's case lies: a place that belongs to no one.</summary>
    public const string Nowhere = "99900000000000";

    /// <summary>Where children are found: a rayon, and a town inside it.</summary>
    public static readonly string[] Found = [Road.AkSuu, Road.Town];
    public static readonly string[] All = [Road.AkSuu, Road.Town, Road.Alamudun];

    /// <summary>It has no holder and no unit supervises it: the authorised body must act.</summary>
    public const string WithoutHolder = "41702210000000";
    public static readonly string[] Reported = [.. All, WithoutHolder];
}
