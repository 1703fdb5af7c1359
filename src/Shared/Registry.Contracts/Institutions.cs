namespace Registry.Contracts;

public enum PlacementKind
{
    OwnFamily,
    Kin,
    Guardianship,
    Trusteeship,
    TemporaryGuardianship,
    FosterFamily,
    FamilyTypeHome,
    Institution,
    Rehabilitation,
    CrisisCentre,
    DayCentre,
}

public enum InstitutionKind
{
    Residential,
    InfantHome,
    SpecialBoardingSchool,
    BoardingSchool,
    FamilyTypeHome,
    Rehabilitation,
    CrisisCentre,
    DayCentre,
    Other,
}

public enum Ownership
{
    State,
    Municipal,
    Private,
    Religious,
}
