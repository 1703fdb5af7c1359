namespace Registry.Tests.Host;

/// <summary>What the regulation [5–8, 16, 20.9] lets each demo user do and see, written independently of the program's own table of rights.</summary>
internal static class Oracle
{
    public static readonly string[] Users =
    [
        "admin",
        "ministry",
        "central",
        "unit.aksuu",
        "police.aksuu",
        "holder.aksuu",
        "holder.alamudun",
        "institution",
        "town.aksuu",
        "aimak.aksuu",
    ];

    /// <summary>[5.holder] Who enters data, at every level.</summary>
    private static bool Holds(string user) => user is "holder.aksuu" or "holder.alamudun" or "town.aksuu" or "aimak.aksuu";

    /// <summary>[11.6] Reference materials are published: for everyone.</summary>
    public static readonly string[] PublicMaterials = ["DownloadMaterialFile", "ListMaterials", "ReadMaterial", "ReadScreenGuide"];

    public static bool MayCall(string user, EndpointUnderTest endpoint)
    {
        // the preview of an act is for those who may do it
        var reads =
            (endpoint.Method == "GET" || endpoint.UseCase is "SearchChildren")
            && !endpoint.Route.EndsWith("/consequences", StringComparison.Ordinal);
        var parts = endpoint.Route.Split('/');
        var (module, area) = (parts[1], parts.ElementAtOrDefault(2) ?? "");
        if (module is "v1")
            return false; // [12.2]: other state systems, with a token
        if (
            endpoint.UseCase is "SignIn" or "SignInFromOutside" or "GetSignInWays" or "CheckPaper"
            || PublicMaterials.Contains(endpoint.UseCase)
        ) // [21]: anyone who has the paper; [11.6]
            return true;
        if (area is "material-drafts" or "material-files")
            return user is "ministry"; // [11.6]: published by the authorised body
        if (area is "courses")
            return user is "ministry" || endpoint.UseCase is "ListMyCourses" or "ReadCourse" or "TakeCourse"; // [15.3]
        if (module is "children" && area is "drafts" or "open-forms")
            return true; // anyone who fills in a form
        if (area is "me" or "sign-out" or "sessions" or "notices" || (area is "territories" or "calendar" or "dictionaries" && reads))
            return true;
        if (area is "territories" or "calendar" or "dictionaries" or "further-fields")
            return user is "admin"; // [5.admin]
        if (area is "clients")
            // [15.5]; what reads about children is confirmed by another person of the authorised body
            return user is "admin"
                || (user is "ministry" && endpoint.UseCase is "ListWaitingClients" or "DecideClientRequest" or "WithdrawClientRequest");
        if (area is "journal")
            return user is "admin" or "ministry"; // [28]
        if (area is "backups")
            return user is "admin"; // [5.admin]
        if (area is "registers")
            return user is "admin"; // [5.admin, 18]: configuration of registers
        if (module is "integration")
            return endpoint.UseCase switch
            {
                "RegisterDisclosure" or "GiveDisclosure" or "ListSystemsForDisclosure" or "TellRecipient" or "RecordRecipientAnswer" =>
                    Holds(user) || user is "ministry" or "unit.aksuu", // [27]
                "DecideDisclosure" => user is "ministry" or "unit.aksuu", // [27]: a second person
                _ => user is not ("admin" or "institution"),
            };
        if (area is "purges")
            return user is "admin" or "ministry"; // [25.2]: certificates
        if (area is "purges-due")
            return user is "ministry";
        if (endpoint.UseCase is "DecideMerge")
            return user is "ministry"; // [7.central]: decides and edits nothing
        if (endpoint.UseCase is "ListSplitRows")
            return Holds(user); // the first half of an edit
        if (endpoint.UseCase is "ForwardSignal")
            return Holds(user) || user is "unit.aksuu" or "ministry"; // [11.3]
        if (endpoint.UseCase is "DecideNoAssessment" or "DecideDayFound")
            return user is "unit.aksuu"; // [20.9, 19.2]: as an ending
        if (module is "children")
            return endpoint.UseCase is "DecideVoid"
                ? user is "unit.aksuu" // as for endings
                : Holds(user) // [5.holder, 8]
                    || (user is not ("admin" or "institution") && reads && area is not "transfers"); // [7.central, 7.territorial]: without editing
        if (module is "assessments" or "plans" or "closings")
            return endpoint.UseCase switch
            {
                "DecidePlan" or "DecideClosing" => user is "unit.aksuu", // [20.9]: the authorised body's territorial unit, not its centre
                "ListMyMeasures" or "ReportMeasure" or "AddEvidence" => Holds(user) || user is "police.aksuu" or "institution", // [16]
                "ListResponsibles" => Holds(user),
                _ when reads => user is not ("admin" or "institution"),
                _ => Holds(user), // [5.holder]: no one else edits
            };
        if (module is "institutions")
            return area switch
            {
                "own" => user is "institution", // [7, 25.1]
                "placements" or "siblings" or "places" => Holds(user)
                    || (reads && area is "placements" && user is not ("admin" or "institution")),
                _ => reads ? user is not "institution" : user is "admin", // [5.admin]
            };
        if (area is "boundaries")
            return reads || user is "admin"; // [5.admin]
        if (module is "reporting")
            return user is not ("admin" or "institution"); // [14.4]: statistics for those who read children
        return area switch
        {
            "accounts" or "requests" => user is "admin" or "ministry", // [5.admin, 8, 15.1]
            "blocks" => user is "admin" or "ministry", // [15.2]: who gives access
            "rights" => user is "admin" or "ministry",
            "sealed-readers" => user is "ministry", // of the authorised body: who opens adopted children's records
            "jobs" or "operations" => user is "admin", // [5.admin]
            "bodies" or "specialists" when endpoint.UseCase is "GetSpecialist" => user is "admin",
            "bodies" or "specialists" => reads ? user is "admin" or "ministry" or "central" or "unit.aksuu" : user is "admin",
            _ => throw new InvalidOperationException($"The oracle does not know {endpoint}."),
        };
    }

    /// <summary>The administrator sees the whole register of institutions, and no child.</summary>
    public static bool Sees(string user, string territory, EndpointUnderTest endpoint) =>
        Sees(user, territory) || (user is "admin" && endpoint.Route.StartsWith("api/institutions", StringComparison.Ordinal));

    public static bool Sees(string user, string territory) =>
        user switch
        {
            "ministry" or "central" => true,
            // [7.territorial] a rayon with its towns and aiyl aimaks; these see only themselves
            "unit.aksuu" or "police.aksuu" or "holder.aksuu" => territory is Road.AkSuu or Road.Town or Road.Aimak or Road.Village,
            "town.aksuu" => territory is Road.Town,
            "aimak.aksuu" => territory is Road.Aimak or Road.Village,
            "holder.alamudun" => territory == Road.Alamudun,
            _ => false,
        };
}
