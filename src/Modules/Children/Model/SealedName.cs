using System.Data.Common;
using Registry.Platform.Sealing;

namespace Registry.Children.Model;

/// <summary>A child's name as a plain read brings it.</summary>
internal readonly record struct SealedName(Guid Child, int No, byte[] Seal)
{
    /// <param name="at">Where <c>SealNo</c> stands; <c>SealedName</c> stands behind it.</param>
    public static SealedName Read(DbDataReader row, Guid child, int at) => new(child, row.GetInt32(at), (byte[])row.GetValue(at + 1));

    /// <summary>In a list, which one name that does not open must not close.</summary>
    public string Shown(Seal seal) =>
        seal.OpenOr(new SealedAt(Child, No), Registry.Children.Model.Child.NamePurpose, Seal, Registry.Children.Model.Child.UnreadableName);

    public string By(Seal seal) => seal.Open<string>(new SealedAt(Child, No), Registry.Children.Model.Child.NamePurpose, Seal);
}
