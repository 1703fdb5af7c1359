namespace Registry.Children.Model;

/// <summary>[25.2] Personal data are kept until their subject turns 28.</summary>
internal static class KeptUntil
{
    public const int Age = 28;

    /// <summary>Calendar days before the purge at which it is announced.</summary>
    public const int AnnouncedDays = 90;

    /// <summary>The first day on which the data may no longer be kept.</summary>
    public static DateOnly Of(DateOnly born) => Registry.Basics.Time.Age.Reached(born, Age);
}
