using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using Registry.Basics;

namespace Registry.Platform.Data;

/// <summary>Stores an enum as its code.</summary>
public sealed class CodeConverter<T>() : ValueConverter<T, string>(value => value.Code(), code => Codes.Required<T>(code))
    where T : struct, Enum;
