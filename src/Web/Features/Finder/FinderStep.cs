using System.Collections.Immutable;
using Unknot.Atlas;

namespace Unknot.Web.Features.Finder;

/// <summary>Where somebody without script stands in the finder. Closed: nothing outside this file can add a case.</summary>
public abstract record FinderStep
{
    private FinderStep()
    {
    }

    /// <summary>Choosing regions from the list.</summary>
    public sealed record Marking : FinderStep;

    /// <summary>Answering the red-flag questions.</summary>
    public sealed record Asking(ImmutableArray<RedFlag> Flags) : FinderStep;

    /// <summary>Sent to care; there is no ranking.</summary>
    public sealed record Stopped(RedFlag Gravest, ImmutableArray<RedFlag> Reasons) : FinderStep;

    /// <summary>Reading the ranking.</summary>
    public sealed record Ranked(TracePain.Response Answer) : FinderStep;
}
