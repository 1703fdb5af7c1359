using System.Text.Json;
using FastEndpoints;
using FluentValidation;
using Registry.Contracts;
using Registry.Integration.Database;
using Registry.Basics;
using Registry.Basics.Access;
using Registry.Basics.Time;
using Registry.Platform.Access;
using Registry.Platform.Confirming;
using Registry.Platform.Sealing;
using Registry.Platform.Time;
using Registry.Platform.Vault;
using Registry.Web;

namespace Registry.Integration.Disclosures;

/// <summary>Exactly what is given.</summary>
internal sealed record DisclosedContent(
    string Number,
    string CaseNumber,
    string FullName,
    string Language,
    DateTime At,
    IReadOnlyList<PaperSection> Sections
);
