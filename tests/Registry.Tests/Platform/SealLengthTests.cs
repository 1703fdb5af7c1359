using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Registry.Children.Model;
using Registry.Platform.Sealing;
using Registry.Tests.Host;

namespace Registry.Tests.Platform;

/// <summary>The length of a seal reveals neither a name nor a cause [14.3, 24].</summary>
[Clause("14.3", "24")]
[Collection("host")]
public sealed class SealLengthTests(RegistryHost host)
{
    [Fact]
    public async Task Names_causes_statuses_and_days_of_birth_are_sealed_in_one_length_each()
    {
        await host.SignedInAsync("holder.aksuu");
        await host.InScopeAsync(async s =>
        {
            var db = s.GetRequiredService<ChildrenDbContext>();
            var children = await db.Children.AsNoTracking().Where(c => c.State == ChildState.Registered).ToListAsync();
            Assert.True(children.Select(c => c.Causes).Distinct().Count() > 3);
            Assert.Single(children.Select(c => c.SealedName.Length).Distinct());
            Assert.Single(children.Select(c => c.VeiledBirth.Length).Distinct());
            var statuses = await db
                .CardSections.AsNoTracking()
                .Where(x => x.Code == SectionCode.LegalStatus && x.Sealed != null)
                .Select(x => x.Sealed!.Length)
                .Distinct()
                .ToListAsync();
            Assert.Single(statuses);
            return 0;
        });
    }

    [Theory]
    [InlineData(1, 128)]
    [InlineData(128, 128)]
    [InlineData(129, 256)]
    [InlineData(1024, 1024)]
    [InlineData(1025, 2048)]
    public void Spaces_fill_the_place(int length, int filled)
    {
        var padded = Padding.Of([.. Enumerable.Repeat((byte)'1', length)]);
        Assert.Equal(filled, padded.Length);
        Assert.Equal(new string('1', length), System.Text.Encoding.UTF8.GetString(padded).TrimEnd(' '));
    }
}
