namespace Registry.Basics.Access;

/// <summary>What an account is in the Base [5–8].</summary>
public enum Role
{
    /// <summary>[5.admin] Keeps the Base running, registers users.</summary>
    BaseAdministrator,

    /// <summary>[7.central, 8] The authorised body at the centre: reads the republic, gives access.</summary>
    AuthorisedBody,

    /// <summary>[7.central] A central body: reads the republic.</summary>
    CentralBody,

    /// <summary>[7.territorial, 20.9] The authorised body's territorial unit: reads its district, consents to stopping a case.</summary>
    TerritorialUnit,

    /// <summary>[7.territorial] A body's territorial unit: reads its district.</summary>
    TerritorialBody,

    /// <summary>[5.holder, 8] Holder, responsible specialist: enters and edits in their territory.</summary>
    Holder,

    /// <summary>Staff of a children's institution.</summary>
    InstitutionStaff,

    /// <summary>Another state system.</summary>
    Integrator,
}
