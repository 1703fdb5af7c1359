using FastEndpoints;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Registry.Access.Model;
using Registry.Basics;
using Registry.Basics.Access;
using Registry.Basics.Time;
using Registry.Web;

namespace Registry.Access.SealedRecords;

internal sealed record NameSealedReaderRequest(Guid SpecialistId, string Reason);

internal sealed record NameSealedReaderResponse(Guid Id);

internal sealed class NameSealedReaderValidator : Validator<NameSealedReaderRequest>
{
    public NameSealedReaderValidator()
    {
        RuleFor(r => r.SpecialistId).NotEmpty();
        RuleFor(r => r.Reason).NotEmpty().MaximumLength(SealedReader.ReasonMaxLength);
    }
}

/// <summary>Names a person of the authorised body who is to open the records of adopted children; nothing opens before another person confirms it.</summary>
internal sealed class NameSealedReaderEndpoint(AccessDbContext db, AccessRules rules, NoticeWriter book, TimeProvider time)
    : ApiEndpoint<NameSealedReaderRequest, NameSealedReaderResponse>
{
    public override void Configure()
    {
        Post("access/sealed-readers");
        Guarded(Permission.NameSealedReaders, Reach.Administration, JournalKind.Change);
        Creates();
        AtMostOne("reader of sealed records who is named at the moment");
    }

    public override async Task HandleAsync(NameSealedReaderRequest request, CancellationToken ct)
    {
        HttpContext.JournalAbout(request.SpecialistId);
        await rules.RequireOtherAsync(Caller, request.SpecialistId, ct);
        // a filtered unique index refuses the second of two at once
        await db.BeginWriteAsync(ct);
        var fits =
            from s in db.Specialists
            join b in db.Bodies on s.BodyId equals b.Id
            join a in db.Accounts on s.Id equals a.SpecialistId
            where s.Id == request.SpecialistId && b.Kind == BodyKind.AuthorisedBody && b.Level == BodyLevel.Central
            where a.Role == Role.AuthorisedBody
            select s.Id;
        if (!await fits.AnyAsync(ct))
            throw new DomainException("sealed-reader.not-of-the-centre", 409, "specialistId");
        if (await db.SealedReaders.AnyAsync(r => r.SpecialistId == request.SpecialistId && r.EndedAt == null, ct))
            throw new DomainException("sealed-reader.named-already", 409, "specialistId");
        var reader = SealedReader.Name(request.SpecialistId, request.Reason, Caller.SpecialistId, time.Utc());
        db.Add(reader);
        var confirmers = (await Recipients.ReadAsync(db, time.Today(), ct)).FurtherGiversOfAccess(Caller.SpecialistId);
        var news = new News(NoticeKind.SealedReaderNamed, $"sealed-reader:{reader.Id:N}", AboutId: reader.Id);
        await book.TellAsync(confirmers, news, ct);
        await db.SaveChangesAsync(ct);
        await CreatedAsync("access/sealed-readers", new(reader.Id), reader.Version);
    }
}
