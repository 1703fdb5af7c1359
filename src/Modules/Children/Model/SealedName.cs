using System.Data.Common;
using Registry.Platform.Sealing;

namespace Registry.Children.Model;

/// <summary>A child's name as read by a plain query.</summary>
internal readonly record struct SealedName(Guid Child, int No, byte[] Seal)
{
    /// <param name="at">Ordinal of <c>SealNo</c>; <c>SealedName</c> follows it.</param>
    public static SealedName Read(DbDataReader row, Guid child, int at) => new(child, row.GetInt32(at), (byte[])row.GetValue(at + 1));

    /// <summary>For a list, where one name that cannot be opened must not fail the rest.</summary>
    public string Shown(Seal seal) =>
        seal.OpenOr(new SealedAt(Child, No), Registry.Children.Model.Child.NamePurpose, Seal, Registry.Children.Model.Child.UnreadableName);

    public string By(Seal seal) => seal.Open<string>(new SealedAt(Child, No), Registry.Children.Model.Child.NamePurpose, Seal);
}
