using System.Numerics;

namespace Unknot.Charts.Layout;

/// <summary>Moves dots apart that would cover one another, each as little as may be.</summary>
internal static class DotSpreading
{
    private const int Rounds = 400;

    /// <summary>Share of the way back to its true place that a dot is pulled in each of the first rounds.</summary>
    private const float Pull = 0.03f;

    /// <param name="distance">That every two dots keep.</param>
    /// <returns>In the order given. Always the same for the same dots.</returns>
    internal static Vector2[] Apart(IReadOnlyList<Vector2> dots, float distance)
    {
        var places = dots.ToArray();
        for (var round = 0; ; round++)
        {
            var isCalm = PushApart(places, distance * 1.01f) && round >= Rounds;
            if (isCalm || round > 20 * Rounds)
            {
                return places;
            }

            for (var i = 0; i < places.Length && round < Rounds; i++)
            {
                places[i] = Vector2.Lerp(places[i], dots[i], Pull);
            }
        }
    }

    /// <returns>True when nothing had to move.</returns>
    private static bool PushApart(Vector2[] places, float distance)
    {
        var isCalm = true;
        for (var i = 0; i < places.Length; i++)
        {
            for (var j = i + 1; j < places.Length; j++)
            {
                var way = places[j] - places[i];
                var length = way.Length();
                if (length < distance * 0.9999f)
                {
                    isCalm = false;
                    var push = (length > 1e-3f ? way / length : Vector2.UnitY) * (distance - length) * 0.5f;
                    places[i] -= push;
                    places[j] += push;
                }
            }
        }

        return isCalm;
    }
}
