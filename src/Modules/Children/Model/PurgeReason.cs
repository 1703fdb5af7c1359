namespace Registry.Children.Model;

/// <summary>Why a record is on the list of purges.</summary>
internal enum PurgeReason
{
    /// <summary>[25.2] The subject turns 28 by a reliable birth date.</summary>
    Turning28,

    /// <summary>The authorised body decided on the day.</summary>
    Decided,

    // what holds a purge: without a decision of two people it does not run
    NoBirthDate,
    BirthDateEstimated,
    BirthDateInDoubt,
    CaseOpen,
    SignalUnprocessed,

    /// <summary>The territorial unit has not confirmed a day found more than a year back.</summary>
    DayFoundUnconfirmed,
    PinTellsOtherwise,
    AgeTellsOtherwise,

    /// <summary>A pupil of 20 or older by this birth date.</summary>
    PupilTooOld,

    /// <summary>A parent less than 12 years older by this birth date.</summary>
    ParentTooYoung,

    /// <summary>First entered less than a year ago.</summary>
    EnteredLately,
}
