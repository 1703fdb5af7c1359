namespace Registry.Basics.Access;

/// <summary>What an account may do; which role holds which is one table, RightsTable in the Access module.</summary>
public enum Permission
{
    /// <summary>One's own account, the dictionaries and the territories: every signed-in user.</summary>
    UseBase,
    ReadChildren,
    RegisterSignals,

    /// <summary>[11.3] Sends a signal on to the holders of another territory.</summary>
    ForwardSignals,
    EditChildren,

    /// <summary>[20.9] Consents to ending a case: the authorised body's territorial unit, no one else.</summary>
    ConsentToClosing,

    /// <summary>Approves protection plans or returns them: the authorised body's territorial unit.</summary>
    ApprovePlans,

    /// <summary>Reports on measures that one is responsible for oneself [16].</summary>
    ReportMeasures,
    ReadBodies,
    ManageBodies,
    ManageAccounts,
    ManageCalendar,
    ManageTerritories,
    ManageDictionaries,
    ReadRights,
    RunJobs,

    /// <summary>The register of children's institutions, inside the scope.</summary>
    ReadInstitutions,

    /// <summary>[7, 25.1] Of institution staff: their own institution and who lives there.</summary>
    ReadOwnInstitution,

    /// <summary>[5.admin] Registers institutions of every ownership and edits them.</summary>
    ManageInstitutions,

    /// <summary>[14.4, 22] Statistical reports: in full inside the scope.</summary>
    ReadStatistics,

    /// <summary>[11.6] Writes and publishes reference materials.</summary>
    PublishMaterials,

    /// <summary>[15.5] Registers other state systems.</summary>
    ManageClients,

    /// <summary>[18] Configures the registers of other state bodies and tries them.</summary>
    ManageRegisters,

    /// <summary>[12.2] Of another state system: sends signals.</summary>
    SendSignals,

    /// <summary>[12.2] Of another state system: asks whether a child is known.</summary>
    AskKnown,

    /// <summary>[27] Of another state system: reads what was disclosed to it.</summary>
    ReadDisclosed,

    /// <summary>[12.2] Of another state system: published statistics.</summary>
    ReadPublishedStatistics,

    /// <summary>[12.2] Of another state system: dictionaries and territories.</summary>
    ReadForIntegration,

    /// <summary>[28] Who did and read what.</summary>
    ReadJournal,

    /// <summary>[27] Registers requests for confidential information and prepares what is given.</summary>
    RegisterDisclosures,

    /// <summary>[27] Approves or refuses a disclosure, as a second person.</summary>
    ApproveDisclosures,

    /// <summary>[25.2] Certificates of purges.</summary>
    ReadPurges,

    /// <summary>[25.2] Decides until when data without a sure birth date are kept.</summary>
    DecidePurges,

    /// <summary>[15.3] Makes courses and sees who passed them.</summary>
    ManageTraining,

    /// <summary>[7.central] Says whether two cards in different districts are one child's, and which district keeps the card.</summary>
    DecideMerges,

    /// <summary>Of the authorised body: says who may open the records of adopted children.</summary>
    NameSealedReaders,
}
