using FastEndpoints;
using Microsoft.EntityFrameworkCore;
using Registry.Reporting.Database;
using Registry.Basics;
using Registry.Basics.Access;
using Registry.Basics.People;
using Registry.Web;

namespace Registry.Reporting.Materials;

internal sealed record MaterialRow(Guid Id, MaterialKind Kind, LocalText Title, string? Clause, DateTime PublishedAt);
