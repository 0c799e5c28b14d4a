using System.Collections.Immutable;

namespace Unknot.Charts.Papers;

/// <summary>Something by its name: <c>Patient</c>, <c>Ada Lovelace</c>.</summary>
/// <param name="Lines">The first is the answer; the others say more about it.</param>
public sealed record PaperFact(string Name, ImmutableArray<string> Lines)
{
    public PaperFact(string name, string line)
        : this(name, [line])
    {
    }
}
