using System.Collections.Immutable;
using System.Diagnostics;
using Unknot.Atlas;
using Unknot.Web.Language;

namespace Unknot.Web.Features.Finder;

/// <summary>Which questions come before a result, and what an answer means.</summary>
internal static class RedFlags
{
    /// <summary>The general questions and those of the marked regions, the most urgent first.</summary>
    internal static ImmutableArray<RedFlag> For(IEnumerable<RegionId> marked, SafetyRules safety)
    {
        var regions = marked.ToHashSet();
        return InOrder([.. safety.RedFlags.Where(flag => flag.Regions.IsEmpty || flag.Regions.Any(regions.Contains))]);
    }

    /// <summary>Most urgent first, otherwise as in the file.</summary>
    internal static ImmutableArray<RedFlag> InOrder(ImmutableArray<RedFlag> flags) => [.. flags.OrderBy(flag => flag.Care)];

    /// <summary>What the stop card says first.</summary>
    internal static string Heading(Texts T, CareLevel care) => care switch
    {
        CareLevel.Emergency => T["Please get emergency help now"],
        CareLevel.SameDay => T["Please see a clinician today"],
        CareLevel.Soon => T["Please see a clinician in the next days"],
        _ => throw new UnreachableException(),
    };

    /// <summary>The word for it in the page's attributes.</summary>
    internal static string Word(CareLevel care) => care switch
    {
        CareLevel.Emergency => "emergency",
        CareLevel.SameDay => "same-day",
        CareLevel.Soon => "soon",
        _ => throw new UnreachableException(),
    };
}
