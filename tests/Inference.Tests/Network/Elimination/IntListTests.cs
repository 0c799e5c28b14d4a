using Unknot.Inference.Network.Elimination;

namespace Unknot.Inference.Tests.Network.Elimination;

public sealed class IntListTests
{
    [Fact]
    public void It_grows_and_keeps_what_was_added_in_order()
    {
        var list = new IntList();
        for (var i = 0; i < 1000; i++)
        {
            list.Add(3 * i);
        }

        Assert.Equal(1000, list.Count);
        Assert.Equal(Enumerable.Range(0, 1000).Select(i => 3 * i), list.All.ToArray());
        Assert.Equal(new[] { 300, 303 }, list.Slice(100, 2).ToArray());
        list[5]++;
        Assert.Equal(16, list[5]);
    }

    [Fact]
    public void Cleared_it_begins_anew()
    {
        var list = new IntList();
        list.Add(7);
        list.Clear();
        Assert.Equal(0, list.Count);
        Assert.True(list.All.IsEmpty);
        list.Add(8);
        Assert.Equal(8, Assert.Single(list.All.ToArray()));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    [InlineData(64)]
    [InlineData(65)]
    [InlineData(500)]
    public void Filled_it_is_as_long_as_asked_for_and_holds_nothing_of_before(int count)
    {
        var list = new IntList();
        list.Fill(80, 1);
        list.Fill(count, -1);
        Assert.Equal(Enumerable.Repeat(-1, count), list.All.ToArray());
        list.Add(2);
        Assert.Equal(count + 1, list.Count);
        Assert.Equal(2, list[count]);
    }
}
