using System.Numerics;
using Unknot.Body.Field;
using Unknot.Body.Figure;

namespace Unknot.Body.Tests;

public sealed class FeatureLineTests
{
    /// <summary>Below the chin; the head's lines are laid on the skin where it is deeply folded.</summary>
    private const float Chin = 1500;

    [Fact]
    public void Every_line_below_the_head_is_written_on_the_skin()
    {
        var body = Mannequin.Build();
        var places = FeatureLines.All.SelectMany(line => line.Path).Where(place => place.Y < Chin).ToArray();
        Assert.InRange(places.Length, 60, 400);
        Assert.All(places, place =>
        {
            var off = body.Near(new Bounds(place - Vector3.One, place + Vector3.One)).Distance(place);
            Assert.True(MathF.Abs(off) < 1, $"{place} lies {off:0.0} mm off the skin.");
        });
    }
}
