using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Registry.Access.Authentication;
using Registry.Access.Model;
using Registry.Basics.Access;
using Registry.Basics.Time;

namespace Registry.Access.Accounts;

/// <summary>[5.admin] In an empty Base no one can grant access; the operator makes the first administrator from the command line.</summary>
internal static class FirstAdministrator
{
    public static async Task<string> CreateAsync(IServiceProvider services, string login, CancellationToken ct)
    {
        var db = services.GetRequiredService<AccessDbContext>();
        if (await db.Accounts.AnyAsync(a => a.Role == Role.BaseAdministrator, ct))
            throw new InvalidOperationException("There is an administrator already; access is granted in the web admin.");
        var body = Body.Register(
            new(
                "Балдарды коргоо боюнча ыйгарым укуктуу орган",
                "Уполномоченный орган по защите детей",
                "00000000000000",
                "Бишкек",
                BodyKind.AuthorisedBody,
                BodyLevel.Central,
                "41711000000000"
            )
        );
        var pins = services.GetRequiredService<SpecialistPins>();
        const string unknownPin = "00101200000000";
        var person = Specialist.Register(
            new(body.Id, "Администратор", "Базанын", unknownPin, "Базанын администратору"),
            await pins.KnowAsync(unknownPin, ct)
        );
        var today = services.GetRequiredService<TimeProvider>().Today();
        var password = Passwords.Random();
        var account = Account.Grant(
            person.Id,
            new(Role.BaseAdministrator, today, today.AddYears(1)),
            login,
            services.GetRequiredService<Passwords>().Hash(password)
        );
        db.AddRange(body, person, account);
        await db.SaveChangesAsync(ct);
        return password;
    }
}
