using CsCheck;
using Registry.Platform.Data;

namespace Registry.Tests.Platform;

public sealed class OrderedIdTests
{
    [Fact]
    public void Bytes_lie_in_the_order_of_the_ids_and_give_them_back() =>
        Gen.Select(Gen.Guid, Gen.Guid)
            .Sample(
                (a, b) =>
                {
                    var (left, right) = (OrderedId.Bytes(a), OrderedId.Bytes(b));
                    Assert.Equal(Math.Sign(a.CompareTo(b)), Math.Sign(left.AsSpan().SequenceCompareTo(right)));
                    Assert.Equal(a, OrderedId.Of(left));
                },
                iter: 10_000
            );

    [Fact]
    public void A_later_id_has_the_greater_bytes()
    {
        var start = new DateTimeOffset(2026, 11, 26, 0, 0, 0, TimeSpan.Zero);
        var bytes = Enumerable.Range(0, 1_000).Select(ms => OrderedId.Bytes(Guid.CreateVersion7(start.AddMilliseconds(ms)))).ToList();
        Assert.All(bytes.Zip(bytes.Skip(1)), pair => Assert.True(pair.First.AsSpan().SequenceCompareTo(pair.Second) < 0));
    }

    [Fact]
    public void Statements_in_our_own_words_bind_these_bytes_for_SQL_Server_alone()
    {
        var id = Guid.CreateVersion7();
        Assert.Equal(OrderedId.Bytes(id), new Sql(sqlite: false).Add("x = {}", id).Values.Single());
        Assert.Equal(id, new Sql(sqlite: true).Add("x = {}", id).Values.Single());
    }
}
