namespace Unknot.Body.Tests.Checks;

/// <summary>Whether places hang together.</summary>
internal static class Patches
{
    /// <returns>The number of pieces that the places fall into; 0 when there are none.</returns>
    internal static int PiecesOf<T>(IReadOnlySet<T> places, Func<T, IEnumerable<T>> neighbours)
    {
        var left = new HashSet<T>(places);
        var waiting = new Stack<T>();
        var pieces = 0;
        while (left.Count > 0)
        {
            pieces++;
            var start = left.First();
            left.Remove(start);
            waiting.Push(start);
            while (waiting.TryPop(out var place))
            {
                foreach (var next in neighbours(place))
                {
                    if (left.Remove(next))
                    {
                        waiting.Push(next);
                    }
                }
            }
        }

        return pieces;
    }
}
