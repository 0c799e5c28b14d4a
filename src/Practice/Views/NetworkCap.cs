using System.Collections.Concurrent;

namespace Unknot.Practice.Views;

/// <summary>How often one network may do something within a while, on this node. It bounds what a person with a script can add to a count.</summary>
/// <param name="most">Times within <paramref name="within"/>.</param>
public sealed class NetworkCap(int most, TimeSpan within, TimeProvider time)
{
    private readonly ConcurrentDictionary<string, (long Window, int Times)> _seen = new(StringComparer.Ordinal);

    /// <returns>False when it has been often enough.</returns>
    public bool Allows(string network)
    {
        var window = time.GetUtcNow().Ticks / within.Ticks;
        if (_seen.Count > 100_000)
        {
            foreach (var old in _seen.Where(each => each.Value.Window != window))
            {
                _seen.TryRemove(old);
            }
        }

        return _seen.AddOrUpdate(network, _ => (window, 1), (_, before) => before.Window == window ? (window, before.Times + 1) : (window, 1)).Times <= most;
    }
}
