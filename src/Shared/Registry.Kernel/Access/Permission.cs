namespace Registry.Kernel.Access;

/// <summary>What an account may do; which role holds which is one table, RightsTable in the Access module.</summary>
public enum Permission
{
    /// <summary>One's own account, the dictionaries and the territories: every signed-in user.</summary>
    UseBase,
    ReadChildren,
    RegisterSignals,
    EditChildren,
    ConsentToClosing,
    ReadBodies,
    ManageBodies,
    ManageAccounts,
    ManageCalendar,
    ManageTerritories,
    ManageDictionaries,
    ReadRights,
    RunJobs,
}
