using FastEndpoints;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Registry.Children.Cards;
using Registry.Children.Cases;
using Registry.Children.Database;
using Registry.Basics.Access;
using Registry.Basics.Time;
using Registry.Platform.Model;
using Registry.Platform.Time;
using Registry.Platform.Vault;
using Registry.Web;

namespace Registry.Children.Changes;

/// <param name="Id">The child.</param>
/// <param name="LearnedOn">The day from which the two working days count.</param>
internal sealed record ChangeReport(
    Guid Id,
    ChangeKind Kind,
    DateOnly LearnedOn,
    DateOnly HappenedOn,
    string What,
    string? Document = null
);
